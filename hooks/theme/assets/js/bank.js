// The vacancy list with search, facets, sorting and an address for every choice. The list in the page is complete
// without this; data are loaded when a visitor reaches for the search, or when the address asks for a choice.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.querySelector("[data-bb-bank]");
  const find = (selector) => root.querySelector(selector);
  const texts = JSON.parse(root.dataset.bbTexts);
  const form = find("#kiezen");
  const input = find("#zoekwoord");
  const sort = find("#sorteer");
  const near = find("#bij");
  const heading = find("#lijst");
  const status = find("#melding");
  const chips = find(".bb-chosen");
  const help = find(".bb-bank__help");
  const more = find("#meer");
  const pages = find(".bb-pages");
  const clear = find("[data-bb-clear]");
  const filter = form.querySelector(".bb-filter");
  const boxes = [...form.querySelectorAll("input[type=checkbox], input[type=radio]")];
  const options = [...form.querySelectorAll(".bb-option:has(.bb-option__count)")].map((label) => [
    label.querySelector("input"),
    label.querySelector(".bb-option__count").firstChild,
  ]);
  const STEP = Number(root.dataset.bbSize);
  const IS_PHONE = !matchMedia("(min-width: 40em)").matches;
  const WIDE = matchMedia("(min-width: 62em)"); // choices stand beside the list, and do not fold
  const PART = IS_PHONE ? 2 : 8; // cards that are added at a time
  const BELOW = IS_PHONE ? 0 : 1; // screens below this one that are filled at once: a wide one is soon scrolled
  const FEW = 2; // blocks of cards that may be waited for
  const AHEAD = 3; // blocks in which most single choices find their first screen
  const FEW_SHARDS = 4; // of the words: fetched before somebody types, when there are no more
  const SPEAKING = 700; // milliseconds without a key before the number is read aloud
  const CHIP = "bb-chip";
  const QUIET = "bb-button bb-button--quiet";

  const pace = new bb.Pace(layOut);
  const cardList = new bb.CardList(root, (words) => text("why", { words: words.join(", ") }), sighted);
  const cards = new bb.Cards(STEP, (block) => load(`kaarten-${block}`, bank.list));
  const address = new bb.Address();
  let bank = null; // list, facets, searcher, open: what was loaded
  let state = null;
  let limit = STEP;
  let turn = 0;
  let speaking = 0;
  let rest = null; // until the last cards of an answer are there
  let lastField = null; // what was changed last: more of the same is no new step

  function text(key, values) {
    return texts[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  function tell(key, number) {
    return text(`${key}_${number === 1 ? "one" : "many"}`, { number });
  }

  // Data

  function load(name, list) {
    return bb.loadBlock(root.dataset.bbBank, name, list.blocks[name]);
  }

  let arriving = null;
  function ready() {
    arriving = arriving || arrive().catch(fail);
    return arriving;
  }

  async function arrive() {
    const list = await bb.load(root.dataset.bbBank, "lijst", root.dataset.bbVersion);
    const words = await load("woorden", list);
    const searcher = new bb.Searcher(words, (number) => load(`treffers-${number}`, list));
    bank = { list, searcher, facets: new bb.Facets(list), day: "", open: null };
    root.classList.remove("bb-bank--broken");
    // Only a page that was built with these data knows which card is which.
    if (list.version === root.dataset.bbVersion) cards.keepAll(find(".bb-cards")?.children ?? []);
    lookAhead();
  }

  // Before a first choice: numbers by the visitor's clock, worked out as they will be, and cards, so that it waits for
  // no network. What does not come now is asked for again by who needs it.
  async function lookAhead() {
    await pause(0);
    if (!state) {
      const asked = readForm();
      const { base } = await answer(asked).catch(() => ({}));
      if (base && !state) showCounts(bank.facets.counts(base, asked.chosen));
    }
    for (let block = 1; block < AHEAD && block * STEP < bank.list.count; block++) {
      await load(`kaarten-${block}`, bank.list).catch(() => {});
    }
  }

  async function lookAheadForWords() {
    await ready();
    const shards = bank ? bank.searcher.starts.length : 0;
    for (let shard = 0; shard < shards && shards <= FEW_SHARDS; shard++) {
      await load(`treffers-${shard}`, bank.list).catch(() => {});
    }
  }

  // Those whose last day has not passed by the visitor's clock; asked anew when a tab wakes up on another day.
  function open() {
    const day = bb.today();
    if (bank.day !== day) {
      const number = bb.dayNumber(day);
      bank.day = day;
      bank.open = bank.facets.where((vacancy) => bank.list.until[vacancy] >= number);
    }
    return bank.open;
  }

  // The links that need no script come back, and a new start may bring the data.
  function fail() {
    arriving = null;
    say(texts.broken);
    root.classList.add("bb-bank--broken");
    const again = button(QUIET, texts.again, texts.again, () => location.reload());
    help.hidden = false;
    help.replaceChildren(paragraph(texts.broken), again);
  }

  // Read aloud after a pause, so that not every key talks.
  function say(words) {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      bb.write(status, words);
    }, SPEAKING);
  }

  // Cards that do not wait for the others, when those stand in many blocks or somebody chooses: a screenful, or what
  // stood there before more was asked for. All when they stand in few.
  function firstOf(numbers) {
    const isSoon = !pace.isChoosing && cards.spread(numbers) <= FEW;
    if (isSoon) return numbers;
    return numbers.slice(0, limit > STEP ? limit - STEP : cardList.screenful(BELOW));
  }

  function pause(time) {
    return new Promise((resolve) => setTimeout(resolve, time));
  }

  // The form and the state

  function hourFields(facet) {
    return ["van", "tot"].map((end) => form.elements[`${facet.key}-${end}`]);
  }

  function picked(facet) {
    if (facet.choice === "range") return bb.hoursFrom(...hourFields(facet).map((end) => end.value));
    return boxes.filter((box) => box.name === facet.key && box.value && box.checked).map((box) => box.value);
  }

  function readForm() {
    const chosen = {};
    bank.list.facets.forEach((facet) => {
      const values = picked(facet);
      if (values.length) chosen[facet.key] = values;
    });
    const isNear = sort.value === "dichtbij";
    return { q: input.value.trim(), chosen, sort: sort.value, near: isNear ? near.value : "" };
  }

  function writeForm() {
    input.value = state.q;
    boxes.forEach((box) => {
      const values = state.chosen[box.name] || [];
      box.checked = box.value ? values.includes(box.value) : !values.length;
    });
    bank.list.facets.forEach((facet) => {
      if (facet.choice !== "range") return;
      const ends = state.chosen[facet.key] || [];
      hourFields(facet).forEach((field, end) => (field.value = ends[end] || ""));
    });
    sort.value = state.sort;
    if (state.near) near.value = state.near;
  }

  function isEmpty() {
    return !state.q && !Object.keys(state.chosen).length;
  }

  // Whole hours from 1 to 40, the smaller one first, so that the fields say what the list shows.
  function tidyHours() {
    bank.list.facets.forEach((facet) => {
      if (facet.choice !== "range") return;
      const ends = hourFields(facet);
      ends.forEach((end) => {
        const number = Math.min(Math.round(end.valueAsNumber), Number(end.max));
        end.value = number >= 1 ? number : "";
      });
      const [low, high] = bb.hoursFrom(ends[0].value, ends[1].value);
      [ends[0].value, ends[1].value] = [low || "", high || ""];
    });
  }

  async function changed(field, isStep) {
    await ready();
    if (!bank) return;
    if (!state && location.search) join(field);
    if (field.type === "number") tidyHours();
    state = field === input && state ? { ...state, q: input.value.trim() } : readForm();
    limit = STEP;
    address.remember(state, bank.list, isStep);
    pace.hold();
    await show();
  }

  function layOut() {
    cardList.skip(pace.isChoosing || (filter.open && !WIDE.matches && !cardList.isSeen));
  }

  function sighted() {
    layOut();
    pace.goOn();
  }

  // The first choice after a load that failed comes on top of what the address asked for.
  function join(field) {
    const mine = { checked: field.checked, value: field.value };
    state = bb.parseState(location.search, bank.list);
    writeForm();
    Object.assign(field, field.type === "checkbox" || field.type === "radio" ? { checked: mine.checked } : mine);
  }

  async function change(next) {
    state = next;
    limit = STEP;
    writeForm();
    address.remember(state, bank.list, true);
    await show();
  }

  async function restore() {
    address.forget();
    lastField = null;
    await ready();
    if (!bank) return;
    state = bb.parseState(location.search, bank.list);
    limit = STEP;
    if (state.sort === "dichtbij" && !state.near) state.near = near.value;
    writeForm();
    await show();
  }

  // What fits, in order

  async function search(question) {
    const found = question ? await bank.searcher.find(question) : null;
    return { found, base: found ? bank.facets.both(open(), bank.facets.setOf(found.order)) : open() };
  }

  // Those of `base` that fit what is chosen, in the order that is asked for.
  async function answer(asked) {
    const { found, base } = await search(asked.q);
    return { found, base, order: ordered(bank.facets.fitting(base, asked.chosen), found, asked) };
  }

  function ordered(set, found, asked) {
    const { list, facets } = bank;
    const numbers = found && !asked.sort ? found.order.filter((n) => facets.has(set, n)) : facets.numbersIn(set);
    const home = list.districts.indexOf(asked.near);
    const rank = {
      sluit: (n) => list.closing[n] || Infinity,
      uren: (n) => list.least[n],
      dichtbij: (n) => (home < 0 ? 0 : list.steps[home][list.district[n]]),
    }[asked.sort];
    return rank ? numbers.sort((a, b) => rank(a) - rank(b) || a - b) : numbers;
  }

  async function show() {
    const mine = ++turn;
    try {
      const { found, base, order } = await answer(state);
      if (mine !== turn) return;
      const asked = order.slice(0, limit);
      // What is out of sight follows later: who chooses on a phone sees the number.
      const isNow = cardList.isSeen || !pace.isChoosing || WIDE.matches;
      const first = isNow ? firstOf(asked) : [];
      const shown = await cards.of(first, () => mine !== turn);
      if (mine !== turn) return;
      paintNumber(order.length);
      if (!isNow) await new Promise(bb.afterPaint);
      if (mine !== turn) return;
      paintAround(order.length, found);
      layOut();
      cardList.paint(shown, wordsOf(first, found)); // none where they follow: those of another answer could be seen and followed
      showChips();
      const tellCounts = () => mine === turn && showCounts(bank.facets.counts(base, state.chosen));
      if (isNow) bb.afterPaint(tellCounts);
      else tellCounts();
      if (!order.length) await showWaysOut(mine);
      if (mine !== turn) return;
      rest = showRest(mine, asked, found, first.length);
    } catch (error) {
      if (mine === turn) fail();
    }
  }

  // Who goes on choosing is not held up: cards that nobody sees come later, a few at a time, and not when all changes.
  async function showRest(mine, asked, found, done) {
    try {
      for (let at = done; at < asked.length || !at; at += PART) {
        const isNeeded = () => !at && cardList.isSeen; // a list that is still empty does not wait once it is seen
        await pace.quiet(isNeeded);
        if (mine !== turn) return;
        const numbers = asked.slice(at, at + PART);
        const shown = await cards.of(numbers, () => mine !== turn);
        await pace.quiet(isNeeded);
        if (mine !== turn) return;
        if (at) cardList.add(shown, wordsOf(numbers, found));
        else cardList.paint(shown, wordsOf(numbers, found));
        await new Promise(bb.afterPaint);
      }
    } catch (error) {
      if (mine === turn) fail();
    }
  }

  // By which words each was found.
  function wordsOf(numbers, found) {
    return numbers.map((number) => (found ? found.why(number) : []));
  }

  // On the page

  function paintNumber(number) {
    heading.textContent = countOf(number);
    bb.write(find("[data-bb-show]"), tell("show", number));
  }

  function countOf(number) {
    return number || isEmpty() ? tell(isEmpty() ? "all" : "found", number) : texts.found_none;
  }

  function paintAround(number, found) {
    const note = !found || found.isWhole || !number ? "" : found.unknown.length ? text("unknown", { words: found.unknown.join(", ") }) : texts.partly;
    say(`${countOf(number)}. ${number ? note : texts.none}`);
    help.hidden = !note;
    help.replaceChildren(...(note ? [paragraph(note)] : []));
    more.parentElement.hidden = number <= limit;
    bb.write(more, text("more", { number: Math.min(STEP, number - limit) }));
    if (pages) pages.hidden = true;
    bb.write(sort.options[0], state.q ? texts.sort_best : texts.sort_new);
    sort.parentElement.hidden = number < 2;
    find(".bb-sort__near").hidden = state.sort !== "dichtbij";
  }

  function paragraph(words) {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }

  function showCounts(counts) {
    options.forEach(([box, place]) => {
      const count = counts[box.name][box.value];
      const words = String(count);
      if (place.data !== words) place.data = words; // a new text node would be styled and laid out anew
      box.disabled = !count && !box.checked && box !== document.activeElement; // focus has nowhere else to go
    });
  }

  function showChips() {
    const found = bb.choicesOf(state, bank.list, text);
    chips.parentElement.hidden = !found.length;
    clear.hidden = !found.length;
    find("[data-bb-chosen-number]").textContent = found.length ? `(${found.length})` : "";
    const items = found.map((choice, place) => item(button(CHIP, choice.name, text("remove", choice), () => remove(choice.without, place))));
    if (found.length > 1) items.push(item(button(CHIP, texts.clear, texts.clear, wipe)));
    chips.replaceChildren(...items);
  }

  function item(content) {
    const line = document.createElement("li");
    line.append(content);
    return line;
  }

  function button(look, name, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = look;
    made.textContent = name;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  async function remove(next, place) {
    await change(next);
    const left = chips.querySelectorAll("button");
    (left[Math.min(place, left.length - 1)] || heading).focus();
  }

  async function wipe() {
    pace.release();
    await change({ q: "", chosen: {}, sort: state.sort, near: state.near });
    heading.focus();
  }

  // Nothing fits: the nearest choices that do, with how many

  async function showWaysOut(mine) {
    const ways = await waysOut();
    if (mine !== turn) return;
    help.hidden = false;
    const lines = document.createElement("ul");
    lines.className = "bb-ways-out";
    lines.append(...ways.map((way) => item(wayOut(way))));
    help.replaceChildren(paragraph(ways.length ? texts.none : texts.none_at_all), lines);
  }

  function wayOut(way) {
    const name = `${way.name} (${way.count})`;
    return button(QUIET, name, name, async () => {
      await change(way.state);
      heading.focus();
    });
  }

  async function count(next) {
    const { base } = await search(next.q);
    return bank.facets.sizeOf(bank.facets.fitting(base, next.chosen));
  }

  async function waysOut() {
    const loose = bb.loosened(state, bank.list, text);
    const ways = await Promise.all(loose.map(async (way) => ({ ...way, count: await count(way.state) })));
    const good = ways.filter((way) => way.count).sort((a, b) => b.count - a.count);
    const all = { name: texts.everything, state: { ...state, q: "", chosen: {} } };
    all.count = await count(all.state);
    return [...good.slice(0, 4), ...(all.count ? [all] : [])];
  }

  // Events

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    lastField = null;
    await changed(input, true);
    heading.focus();
  });
  form.addEventListener("input", (event) => {
    if (event.target === input) changed(input, false);
  });
  root.addEventListener("change", (event) => {
    const field = event.target;
    if (field === input || !field.form || field.form !== form) return;
    if (field === sort && bank && state && !state.near) near.value = (state.chosen.wijk || [near.value])[0];
    const isMore = field.type !== "checkbox" && field.name === lastField;
    lastField = field.name;
    changed(field, !isMore);
  });
  clear.addEventListener("click", wipe);
  more.addEventListener("click", async () => {
    const first = limit;
    limit += STEP;
    await show();
    await rest;
    cardList.element?.children[first]?.querySelector("a").focus();
  });
  find("[data-bb-show]").addEventListener("click", (event) => {
    event.preventDefault();
    if (!WIDE.matches) filter.open = false;
    heading.focus();
    pace.release();
  });
  ["focusin", "pointerdown"].forEach((kind) => form.addEventListener(kind, ready, { once: true }));
  form.addEventListener("pointerdown", () => pace.hold());
  filter.addEventListener("toggle", layOut);
  // Who scrolls where the list is, reads it, and must find cards there.
  addEventListener("scroll", () => pace.isChoosing && (cardList.isSeen || WIDE.matches) && pace.release(), { passive: true });
  input.addEventListener("focus", lookAheadForWords, { once: true });
  addEventListener("popstate", restore);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && state && bank.day !== bb.today()) show();
  });
  find("[data-bb-show]").textContent = tell("show", Number(root.dataset.bbCount));
  if (location.search || find(".bb-card[hidden]")) restore();
})();
