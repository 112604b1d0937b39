// The vacancy list with search, facets, sorting and an address for every choice. The list in the page is complete
// without this; data are loaded when a visitor reaches for the search, or when the address asks for a choice.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.querySelector("[data-bb-bank]");
  const find = (selector) => root.querySelector(selector);
  const texts = JSON.parse(root.dataset.bbTexts);
  const say = bb.sayer(texts);
  const more = find("#meer");
  const pages = find(".bb-pages");
  const STEP = Number(root.dataset.bbSize);
  const IS_PHONE = !matchMedia("(min-width: 40em)").matches;
  const WIDE = matchMedia("(min-width: 62em)"); // choices stand beside the list, and do not fold
  const PART = IS_PHONE ? 2 : 8; // cards that are added at a time
  const BELOW = IS_PHONE ? 0 : 1; // screens below this one that are filled at once: a wide one is soon scrolled
  const FEW = 2; // blocks of cards that may be waited for
  const AHEAD = 3; // blocks in which most single choices find their first screen
  const FEW_SHARDS = 4; // of the words: fetched before somebody types, when there are no more

  const form = new bb.ChoiceForm(find("#kiezen"));
  const filter = form.element.querySelector(".bb-filter");
  const { input, sort, near } = form;
  const pace = new bb.Pace(layOut);
  const head = new bb.Head(root, say);
  const cardList = new bb.CardList(root, (words) => say("why", { words: words.join(", ") }), sighted);
  const cards = new bb.Cards(STEP, (block) => load(`kaarten-${block}`));
  const address = new bb.Address();
  let list = null; // what was loaded: facets, and a few numbers of each vacancy
  let answers = null;
  let state = null;
  let limit = STEP;
  let turn = 0;
  let rest = null; // until the last cards of an answer are there
  let lastField = null; // what was changed last: more of the same is no new step
  const early = new Set(); // fields that were changed before the data were there

  // Data

  function load(name) {
    return bb.loadBlock(root.dataset.bbBank, name, list.blocks[name]);
  }

  let arriving = null;
  function ready() {
    arriving = arriving || arrive().catch(fail);
    return arriving;
  }

  async function arrive() {
    list = await bb.load(root.dataset.bbBank, "lijst", root.dataset.bbVersion);
    const words = await load("woorden");
    answers = new bb.Answers(list, new bb.Searcher(words, (number) => load(`treffers-${number}`)));
    // Only a page that was built with these data knows which card is which.
    if (list.version === root.dataset.bbVersion) cards.keepAll(find(".bb-cards")?.children ?? []);
    lookAhead();
  }

  // Before a first choice: numbers by the visitor's clock, worked out as they will be, and cards, so that it waits for
  // no network. What does not come now is asked for again by who needs it.
  async function lookAhead() {
    await pause(0);
    if (!state) {
      const asked = form.read(list.facets);
      const { base } = await answers.of(asked).catch(() => ({}));
      if (base && !state) form.showCounts(answers.facets.counts(base, asked.chosen));
    }
    for (let block = 1; block < AHEAD && block * STEP < list.count; block++) {
      await load(`kaarten-${block}`).catch(() => {});
    }
  }

  async function lookAheadForWords() {
    await ready();
    const shards = answers ? answers.searcher.starts.length : 0;
    for (let shard = 0; shard < shards && shards <= FEW_SHARDS; shard++) {
      await load(`treffers-${shard}`).catch(() => {});
    }
  }

  // The links that need no script come back.
  function fail(error) {
    if (!answers) arriving = null;
    head.showFailure(error instanceof bb.StaleError ? startAnew : tryAgain);
  }

  async function tryAgain() {
    head.expect();
    if (await (state ? show() : restore())) head.heading.focus();
  }

  // With what was asked in the address.
  function startAnew() {
    if (!state) takeAddress();
    address.write("replaceState", form.read(list.facets), list);
    location.reload();
  }

  function pause(time) {
    return new Promise((resolve) => setTimeout(resolve, time));
  }

  // The state

  // Whether this was still the last thing asked for when its answer came.
  async function changed(field, isStep) {
    if (!state) early.add(field);
    head.expect();
    await ready();
    if (!answers) return false;
    if (!state && location.search) takeAddress();
    early.clear();
    if (field.type === "number") form.tidyHours(list.facets);
    state = field === input && state ? { ...state, q: form.question } : form.read(list.facets);
    limit = STEP;
    address.remember(state, list, isStep);
    pace.hold();
    return show();
  }

  // What was chosen while the data were on their way comes on top of what the address asks for.
  function takeAddress() {
    state = bb.parseState(location.search, list);
    if (state.sort === "dichtbij" && !state.near) state.near = near.value;
    form.write(state, list.facets, early);
    if (!early.size) return;
    form.tidyHours(list.facets);
    state = form.read(list.facets);
    address.remember(state, list, true);
    early.clear();
  }

  async function change(next) {
    state = next;
    limit = STEP;
    form.write(state, list.facets);
    address.remember(state, list, true);
    return show();
  }

  async function restore() {
    address.forget();
    lastField = null;
    if (location.search) head.expect();
    await ready();
    if (!answers) return false;
    takeAddress();
    limit = Math.max(STEP, history.state?.limit || 0);
    const { top } = history.state || {};
    if (!(await show())) return false;
    if (limit > STEP && top) await goBackTo(top);
    return true;
  }

  // Once: who loads the page again was somewhere else.
  async function goBackTo(top) {
    const mine = turn;
    history.replaceState({ limit }, "");
    await rest;
    if (mine === turn) scrollTo(0, top);
  }

  async function drop(without, place) {
    if (await change(without)) head.focusChip(place);
  }

  async function wipe() {
    pace.release();
    await go({ q: "", chosen: {}, sort: state.sort, near: state.near });
  }

  async function go(next) {
    if (await change(next)) head.heading.focus();
  }

  // The answer on the page

  async function show() {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    head.expect();
    try {
      const { found, base, order } = await answers.of(state);
      if (isOver()) return false;
      const asked = order.slice(0, limit);
      // What is out of sight follows later: who chooses on a phone sees the number.
      const isNow = cardList.isSeen || !pace.isChoosing || WIDE.matches;
      const first = isNow ? firstOf(asked) : [];
      const shown = await cards.of(first, isOver);
      if (isOver()) return false;
      head.showNumber(order.length);
      if (!isNow) await new Promise(bb.afterPaint);
      if (isOver()) return false;
      showAround(order.length, found);
      layOut();
      cardList.paint(shown, wordsOf(first, found)); // none where they follow: those of another answer could be seen and followed
      const showCounts = () => !isOver() && form.showCounts(answers.facets.counts(base, state.chosen));
      if (isNow) bb.afterPaint(showCounts);
      else showCounts();
      if (!order.length) await showWaysOut(isOver);
      if (isOver()) return false;
      rest = showRest(isOver, asked, found, first.length);
      return true;
    } catch (error) {
      if (!isOver()) fail(error);
      return false;
    }
  }

  // Cards that do not wait for the others, when those stand in many blocks or somebody chooses: a screenful, or what
  // stood there before more was asked for. All when they stand in few.
  function firstOf(numbers) {
    const isSoon = !pace.isChoosing && cards.spread(numbers) <= FEW;
    if (isSoon) return numbers;
    return numbers.slice(0, limit > STEP ? limit - STEP : cardList.screenful(BELOW));
  }

  // Who goes on choosing is not held up: cards that nobody sees come later, a few at a time, and not when all changes.
  async function showRest(isOver, asked, found, done) {
    try {
      for (let at = done; at < asked.length || !at; at += PART) {
        const isNeeded = () => !at && cardList.isSeen; // a list that is still empty does not wait once it is seen
        await pace.quiet(isNeeded);
        if (isOver()) return;
        const numbers = asked.slice(at, at + PART);
        const shown = await cards.of(numbers, isOver);
        await pace.quiet(isNeeded);
        if (isOver()) return;
        if (at) cardList.add(shown, wordsOf(numbers, found));
        else cardList.paint(shown, wordsOf(numbers, found));
        await new Promise(bb.afterPaint);
      }
    } catch (error) {
      if (!isOver()) fail(error);
    }
  }

  // By which words each was found.
  function wordsOf(numbers, found) {
    return numbers.map((number) => (found ? found.why(number) : []));
  }

  function showAround(number, found) {
    const isAll = !state.q && !Object.keys(state.chosen).length;
    head.showAnswer(number, isAll, number && found ? noteOn(found) : "");
    head.showChosen(bb.choicesOf(state, list, say), drop, wipe);
    more.parentElement.hidden = number <= limit;
    bb.write(more, say("more", { number: Math.min(STEP, number - limit) }));
    if (pages) pages.hidden = true;
    bb.write(sort.options[0], state.q ? texts.sort_best : texts.sort_new);
    sort.parentElement.hidden = number < 2;
    near.parentElement.hidden = state.sort !== "dichtbij";
  }

  function noteOn(found) {
    if (found.isWhole) return "";
    return found.unknown.length ? say("unknown", { words: found.unknown.join(", ") }) : texts.partly;
  }

  async function showWaysOut(isOver) {
    const ways = await answers.waysOut(state, say);
    if (!isOver()) head.showWaysOut(ways, go);
  }

  function layOut() {
    cardList.skip(pace.isChoosing || (filter.open && !WIDE.matches && !cardList.isSeen));
  }

  function sighted() {
    layOut();
    pace.goOn();
  }

  // Events

  form.element.addEventListener("submit", async (event) => {
    event.preventDefault();
    lastField = null;
    if (await changed(input, true)) head.heading.focus();
  });
  form.element.addEventListener("input", (event) => {
    if (event.target === input) changed(input, false);
  });
  root.addEventListener("change", (event) => {
    const field = event.target;
    if (field === input || !field.form || field.form !== form.element) return;
    if (field === sort && answers && state && !state.near) near.value = (state.chosen.wijk || [near.value])[0];
    const isMore = field.type !== "checkbox" && field.name === lastField;
    lastField = field.name;
    changed(field, !isMore);
  });
  head.clear.addEventListener("click", wipe);
  more.addEventListener("click", async () => {
    const first = limit;
    limit += STEP;
    address.settle();
    history.replaceState({ limit }, "");
    if (!(await show())) {
      if (limit === first + STEP) limit = first;
      return;
    }
    const mine = turn;
    await rest;
    if (mine === turn) cardList.element?.children[first]?.querySelector("a").focus();
  });
  // Who comes back finds the list as it was left, also when the browser did not keep the page.
  root.addEventListener("click", (event) => {
    if (!event.target.closest(".bb-cards a")) return;
    address.settle();
    if (limit > STEP) history.replaceState({ limit, top: scrollY }, "");
  });
  head.button.addEventListener("click", (event) => {
    event.preventDefault();
    if (!WIDE.matches) filter.open = false;
    head.heading.focus();
    pace.release();
  });
  ["focusin", "pointerdown"].forEach((kind) => form.element.addEventListener(kind, ready, { once: true }));
  form.element.addEventListener("pointerdown", () => pace.hold());
  filter.addEventListener("toggle", layOut);
  // Who scrolls where the list is, reads it, and must find cards there.
  addEventListener("scroll", () => pace.isChoosing && (cardList.isSeen || WIDE.matches) && pace.release(), { passive: true });
  input.addEventListener("focus", lookAheadForWords, { once: true });
  addEventListener("popstate", restore);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && state && !answers.isOfToday) show();
  });
  head.showNumber(Number(root.dataset.bbCount));
  if (location.search || history.state?.limit || find(".bb-card[hidden]")) restore();
})();
