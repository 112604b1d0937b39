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
  const WIDE = matchMedia("(min-width: 62em)"); // choices stand beside the list, and do not fold

  const form = new bb.ChoiceForm(find("#kiezen"));
  const filter = form.element.querySelector(".bb-filter");
  const { input, sort, near } = form;
  const pace = new bb.Pace(layOut);
  const head = new bb.Head(root, say);
  const shown = new bb.CardList(root, (words) => say("why", { words: words.join(", ") }), () => pace.goOn());
  const data = new bb.BankData(root.dataset.bbBank, root.dataset.bbVersion, STEP);
  const made = new bb.Cards(STEP, (block) => data.loadCards(block));
  const parts = new bb.CardParts(made, shown, pace);
  const address = new bb.Address();
  let state = null;
  let limit = STEP;
  let turn = 0;
  let rest = null; // until the last cards of an answer are there
  let lastField = null; // what was changed last: more of the same is no new step
  const early = new Set(); // fields that were changed before the data were there

  // Data

  let arriving = null;
  function ready() {
    arriving = arriving || arrive().catch(fail);
    return arriving;
  }

  async function arrive() {
    await data.arrive();
    if (data.isOfPage) made.keepAll(find(".bb-cards")?.children ?? []);
    lookAhead();
  }

  // Before a first choice: numbers by the visitor's clock, worked out as they will be, and cards, so that it waits for
  // no network.
  async function lookAhead() {
    await pause(0);
    if (!state) {
      const asked = form.read(data.vacancies.facets);
      const { base } = await data.answers.of(asked).catch(() => ({}));
      if (base && !state) form.showCounts(data.answers.facets.counts(base, asked.chosen));
    }
    await data.fetchCards();
  }

  async function lookAheadForWords() {
    await ready();
    await data.fetchPlaces();
  }

  // The links that need no script come back.
  function fail(error) {
    if (!data.answers) arriving = null;
    head.showFailure(error instanceof bb.StaleError ? startAnew : tryAgain);
  }

  async function tryAgain() {
    head.expect();
    if (await (state ? show() : restore())) head.heading.focus();
  }

  // With what was asked in the address.
  function startAnew() {
    if (!state) takeAddress();
    address.write("replaceState", form.read(data.vacancies.facets), data.vacancies);
    location.reload();
  }

  function pause(time) {
    return new Promise((resolve) => setTimeout(resolve, time));
  }

  // The state

  // Whether this was still the last thing asked for when its answer came.
  async function changed(field, isStep) {
    if (!state) early.add(field);
    head.expect(field !== sort && field !== near);
    await ready();
    if (!data.answers) return false;
    if (!state && location.search) takeAddress();
    early.clear();
    if (field.type === "number") form.tidyHours(data.vacancies.facets);
    state = field === input && state ? { ...state, q: form.question } : form.read(data.vacancies.facets);
    limit = STEP;
    address.remember(state, data.vacancies, isStep);
    pace.hold();
    return show();
  }

  // What was chosen while the data were on their way comes on top of what the address asks for.
  function takeAddress() {
    state = bb.parseState(location.search, data.vacancies);
    if (state.sort === "dichtbij" && !state.near) state.near = near.value;
    form.write(state, data.vacancies.facets, early);
    if (!early.size) return;
    form.tidyHours(data.vacancies.facets);
    state = form.read(data.vacancies.facets);
    address.remember(state, data.vacancies, true);
    early.clear();
  }

  async function change(next) {
    state = next;
    limit = STEP;
    form.write(state, data.vacancies.facets);
    address.remember(state, data.vacancies, true);
    return show();
  }

  async function restore() {
    address.forget();
    lastField = null;
    if (location.search) head.expect();
    await ready();
    if (!data.answers) return false;
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
    if (mine === turn) bb.scrollBack(top);
  }

  // What was pressed is gone, so that focus waits for no answer.
  function drop(without, place) {
    change(without);
    head.focusChip(place);
  }

  function wipe() {
    pace.release();
    change({ q: "", chosen: {}, sort: state.sort, near: state.near });
    head.heading.focus();
  }

  async function go(next) {
    if (await change(next)) head.heading.focus();
  }

  // The answer on the page

  async function show() {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    head.expect();
    head.showChosen(state, data.vacancies, drop, wipe);
    try {
      const { found, base, order } = await data.answers.of(state);
      if (isOver()) return false;
      const asked = order.slice(0, limit);
      // What is out of sight follows later: who chooses on a phone sees the number.
      const isNow = shown.isSeen || !pace.isChoosing || WIDE.matches;
      const first = isNow ? parts.firstOf(asked, limit - STEP) : [];
      const cards = await made.of(first, isOver);
      if (isOver()) return false;
      head.showNumber(order.length);
      if (!isNow) await new Promise(bb.afterPaint);
      if (isOver()) return false;
      showAround(order, found);
      layOut();
      parts.paint(cards, first, found); // none where they follow: those of another answer could be seen and followed
      const showCounts = () => !isOver() && form.showCounts(data.answers.facets.counts(base, state.chosen));
      if (isNow) bb.afterPaint(showCounts);
      else showCounts();
      if (!order.length) await showWaysOut(isOver, found);
      if (isOver()) return false;
      rest = parts.paintRest(isOver, asked, found, first.length).catch((error) => isOver() || fail(error));
      return true;
    } catch (error) {
      if (!isOver()) fail(error);
      return false;
    }
  }

  function showAround(order, found) {
    const number = order.length;
    const isAll = !state.q && !Object.keys(state.chosen).length;
    const meant = found && bb.districtMeant(state, data.vacancies, order);
    head.showAnswer(number, isAll, found, meant && { name: say("district", meant), act: () => go(meant.state) });
    more.parentElement.hidden = number <= limit;
    bb.write(more, say("more", { number: Math.min(STEP, number - limit) }));
    if (pages) pages.hidden = true;
    bb.write(sort.options[0], state.q ? texts.sort_best : texts.sort_new);
    sort.parentElement.hidden = number < 2;
    near.parentElement.hidden = state.sort !== "dichtbij";
  }

  async function showWaysOut(isOver, found) {
    const ways = await data.answers.waysOut(state, say);
    if (!isOver()) head.showWaysOut(ways, go, found);
  }

  function layOut() {
    shown.skip(pace.isChoosing);
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
    if (field === sort && data.answers && state && !state.near) near.value = (state.chosen.wijk || [near.value])[0];
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
    if (mine === turn) shown.element?.children[first]?.querySelector("a").focus();
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
    head.heading.focus({ preventScroll: true });
    head.heading.scrollIntoView(); // with cards below it, where it happened to be in sight too
    pace.release();
  });
  filter.firstElementChild.addEventListener("click", () => filter.open || bb.afterPaint(() => filter.scrollIntoView()));
  ["focusin", "pointerdown"].forEach((kind) => form.element.addEventListener(kind, ready, { once: true }));
  form.element.addEventListener("pointerdown", () => pace.hold());
  // Who scrolls where the list is, reads it, and must find cards there.
  addEventListener("scroll", () => pace.isChoosing && (shown.isSeen || WIDE.matches) && pace.release(), { passive: true });
  input.addEventListener("focus", lookAheadForWords, { once: true });
  addEventListener("popstate", restore);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && state && !data.answers.isOfToday) show();
  });
  head.showNumber(Number(root.dataset.bbCount));
  const touched = form.touched;
  form.showAsked(location.search);
  if (location.search) touched.forEach((field) => early.add(field));
  if (location.search || history.state?.limit || find(".bb-card[hidden]")) restore();
  else if (touched.length) changed(touched[0], false);
})();
