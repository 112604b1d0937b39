// Which vacancies fit a state, and in which order; what would fit when none does. Knows nothing of the page.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const MOST_WAYS = 4; // out of an answer without vacancies, beside letting go of all

  class Answers {
    constructor(list, searcher) {
      this.list = list;
      this.searcher = searcher;
      this.facets = new bb.Facets(list);
      this.day = "";
    }

    // Whether what was answered still holds: a tab may wake up on another day.
    get isOfToday() {
      return this.day === bb.today();
    }

    // Those whose last day has not passed by the visitor's clock.
    open() {
      if (!this.isOfToday) {
        this.day = bb.today();
        const number = bb.dayNumber(this.day);
        this.still = this.facets.where((vacancy) => this.list.until[vacancy] >= number);
      }
      return this.still;
    }

    // `found`: what the words give, null without words; `base`: the open ones among those.
    async search(question) {
      const found = question ? await this.searcher.find(question) : null;
      return { found, base: found ? this.facets.both(this.open(), this.facets.setOf(found.order)) : this.open() };
    }

    // As `search`, and in `order` those that fit what is chosen too.
    async of(state) {
      const { found, base } = await this.search(state.q);
      return { found, base, order: this.ordered(this.facets.fitting(base, state.chosen), found, state) };
    }

    ordered(set, found, state) {
      const { list, facets } = this;
      const numbers = found && !state.sort ? found.order.filter((n) => facets.has(set, n)) : facets.numbersIn(set);
      const home = list.districts.indexOf(state.near);
      const rank = {
        sluit: (n) => list.closing[n] || Infinity,
        uren: (n) => list.least[n],
        dichtbij: (n) => (home < 0 ? 0 : list.steps[home][list.district[n]]),
      }[state.sort];
      return rank ? numbers.sort((a, b) => rank(a) - rank(b) || a - b) : numbers;
    }

    async count(state) {
      const { base } = await this.search(state.q);
      return this.facets.sizeOf(this.facets.fitting(base, state.chosen));
    }

    // The nearest states that do give vacancies, the most first: name, state and how many. `say` gives words.
    async waysOut(state, say) {
      const all = { name: say("everything"), state: { ...state, q: "", chosen: {} } };
      const ways = [...bb.loosened(state, this.list, say), all];
      const counted = await Promise.all(ways.map(async (way) => ({ ...way, count: await this.count(way.state) })));
      const last = counted.pop();
      const good = counted.filter((way) => way.count).sort((a, b) => b.count - a.count);
      return [...good.slice(0, MOST_WAYS), ...(last.count ? [last] : [])];
    }
  }

  bb.Answers = Answers;
})();
