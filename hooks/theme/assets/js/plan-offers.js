// What fits beside a plan, in its districts and the next ones; not before somebody asks.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;
  const SUGGESTED = 5;

  class Offers {
    constructor(root, kept, settings) {
      this.heading = root.querySelector("#plan-erbij");
      this.told = root.querySelector("#plan-past p");
      this.list = root.querySelector("#plan-gevonden");
      this.kept = kept;
      this.settings = settings;
      this.say = bb.sayer(settings.words);
      this.lines = new Map(); // by slug: the line of each suggestion
      this.nearby = null; // facts of open work by slug, once somebody looked
      this.turn = 0;
      this.added = null; // what was put in the plan a moment ago: its title, and where its line stood
      root.querySelector("#plan-zoek").addEventListener("click", () => this.look(true, ""));
    }

    // What was put in the plan just now, once; null when nothing was.
    takeAdded() {
      const { added } = this;
      this.added = null;
      return added;
    }

    newsOf(added) {
      return added ? this.say("added", { title: added.title }) : "";
    }

    // In other districts too, when the plan came to lie there.
    renew(added) {
      if (this.nearby) this.look(false, this.newsOf(added));
    }

    async look(isAsked, news) {
      const mine = ++this.turn;
      try {
        const found = await this.openNearby();
        if (mine !== this.turn) return;
        this.nearby = found;
        this.paint(news);
      } catch (error) {
        if (isAsked && mine === this.turn) this.told.textContent = this.say("broken"); // else what stands there is still good
      }
    }

    async openNearby() {
      const { districts, steps, folder, version } = this.settings;
      const mine = [...new Set(this.kept.plan().map((chosen) => chosen.work.district))];
      const near = Object.keys(districts).filter((name) => mine.some((own) => Object(steps[own])[name] <= 1));
      const rows = await Promise.all(near.map((name) => bb.load(folder, `weken-${name}`, version)));
      return new Map(rows.flatMap(Object.entries));
    }

    // What still fits; what goes on fitting stays where it stands.
    paint(news) {
      const open = [...this.nearby].filter(([, facts]) => facts.until >= bb.today());
      const works = open.map(([slug, facts]) => bb.workOf({ slug, facts }));
      const fitting = bb.plan.fitting(this.kept.plan(), works, this.settings.steps, SUGGESTED);
      bb.arrange(this.list, fitting.map((work) => this.lineOf(work)));
      const number = fitting.length;
      const words = number ? this.say(number === 1 ? "fits_one" : "fits_many", { number }) : this.say("nothing");
      bb.write(this.told, `${news} ${words}`.trim());
    }

    lineOf(work) {
      if (!this.lines.has(work.slug)) this.lines.set(work.slug, this.makeLine(work, this.nearby.get(work.slug)));
      return this.lines.get(work.slug);
    }

    makeLine({ slug, district, shifts }, facts) {
      const { base, days, districts } = this.settings;
      const words = this.say("add");
      const add = make("button", { type: "button", class: "bb-save", "aria-label": `${words}: ${facts.title}` }, words);
      const times = shifts.flatMap(([day, start, end], place) => {
        const time = `${days[day]} ${bb.fromTo(this.say, start, end)}`;
        return [place ? ", " : "", make("span", { class: "bb-nowrap" }, time)];
      });
      const where = make("span", { class: "bb-caption" }, `${facts.host}, ${districts[district]}. `, ...times);
      const line = make("li", {}, make("a", { href: `${base}vacatures/${slug}/` }, facts.title), where, add);
      add.addEventListener("click", (event) => {
        if (bb.isSlip(event, slug) || bb.kept().includes(slug)) return;
        const number = [...this.list.children].indexOf(line);
        this.added = { title: facts.title, number, top: this.list.getBoundingClientRect().top };
        bb.toggleKept(slug);
      });
      return line;
    }

    // After each change of the plan. Who put something in goes on at the next suggestion, which stands where that one stood.
    paintAgain(added) {
      if (!this.nearby) return;
      this.paint(this.newsOf(added));
      if (!added) return;
      const page = document.documentElement;
      page.style.overflowAnchor = "none"; // where a browser keeps the place by itself, it would be kept twice
      const buttons = this.list.querySelectorAll("button");
      (buttons[Math.min(added.number, buttons.length - 1)] || this.heading).focus({ preventScroll: true });
      scrollBy({ top: this.list.getBoundingClientRect().top - added.top, behavior: "instant" });
      requestAnimationFrame(() => requestAnimationFrame(() => (page.style.overflowAnchor = "")));
    }
  }

  bb.Offers = Offers;
})();
