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
  const FEW = 2; // blocks of cards that may be waited for
  const AHEAD = 3; // blocks in which most single choices find their first screen
  const FEW_SHARDS = 4; // of the words: fetched before somebody types, when there are no more
  const RESTING = 400; // milliseconds without a key or a finger before cards are made that are not on a first screen
  const FRAME = 16; // milliseconds that a browser has for the paint itself
  const TYPING = 500; // milliseconds without a key before the address changes
  const CHIP = "bb-chip";
  const QUIET = "bb-button bb-button--quiet";
  const SPEAKING = 700; // and before the number is read aloud

  const cards = new Map(); // number of a vacancy → its card, made once
  let bank = null; // list, facets, searcher, open: what was loaded
  let state = null;
  let limit = STEP;
  let turn = 0;
  let typing = 0;
  let pending = null; // the address that will be shown after the paint of a choice, or a pause in typing
  let speaking = 0;
  let resting = 0;
  let rest = null; // until the last cards of an answer are there
  let isChoosing = false; // a key or a finger came a moment ago
  let columns = 1; // of cards, beside each other
  let height = 400; // of a card, in pixels
  let isSeen = true; // the list is on the screen, or who knows
  const waiting = []; // what goes on when nobody chooses any more, or the list comes into sight
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
    if (list.version === root.dataset.bbVersion) find(".bb-cards")?.querySelectorAll(".bb-card").forEach(keep);
    lookAhead();
  }

  // Before a first choice: numbers by the visitor's clock, and cards, so that it waits for no network. What does not
  // come now is asked for again by who needs it.
  async function lookAhead() {
    await pause(0);
    if (!state) showCounts(bank.facets.counts(open(), {}));
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

  function keep(card, number) {
    cards.set(number, card);
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
      write(status, words);
    }, SPEAKING);
  }

  // Only cards that are asked for are made: those of one answer stand in many blocks. None when the question is over.
  async function cardsOf(numbers, mine) {
    const missing = numbers.filter((number) => !cards.has(number));
    const texts = await Promise.all(missing.map(textOf));
    if (mine !== turn) return [];
    const holder = document.createElement("template");
    holder.innerHTML = texts.join("");
    [...holder.content.children].forEach((card, place) => {
      if (!cards.has(missing[place])) keep(card, missing[place]);
    });
    return numbers.map((number) => cards.get(number));
  }

  function blockOf(number) {
    return Math.floor(number / STEP);
  }

  async function textOf(number) {
    return (await load(`kaarten-${blockOf(number)}`, bank.list))[number % STEP];
  }

  // Cards that do not wait for the others, when those stand in many blocks or somebody chooses: a screenful, or what
  // stood there before more was asked for. All when they stand in few.
  function firstOf(numbers) {
    const isSoon = !isChoosing && new Set(numbers.map(blockOf)).size <= FEW;
    return isSoon ? numbers : numbers.slice(0, Math.max(limit - STEP, screenful()));
  }

  // Cards from the top of the list to the end of the screen; the next ones may be lower than the one that stands there.
  function screenful() {
    const list = cardList();
    const card = list.firstElementChild;
    if (card && card.offsetHeight) {
      columns = Math.round(list.offsetWidth / card.offsetWidth);
      height = 0.75 * card.offsetHeight;
    }
    const room = innerHeight - list.getBoundingClientRect().top;
    return columns * Math.max(1, Math.ceil(room / height));
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

  // History: a choice is a step back, a keystroke is not. An address takes a browser long: the answer is painted first.

  function remember(isStep) {
    if (isStep || pending?.isStep) settle();
    clearTimeout(typing);
    pending = { state, isStep };
    if (isStep) afterPaint(settle);
    else typing = setTimeout(settle, TYPING);
  }

  function settle() {
    const asked = pending;
    clearTimeout(typing);
    pending = null;
    const search = asked && bb.formatState(asked.state, bank.list);
    if (!asked || search === location.search) return;
    const address = location.pathname + search + location.hash;
    if (asked.isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  function afterPaint(act) {
    requestAnimationFrame(() => setTimeout(act, FRAME));
  }

  async function changed(field, isStep) {
    await ready();
    if (!bank) return;
    if (!state && location.search) join(field);
    if (field.type === "number") tidyHours();
    state = field === input && state ? { ...state, q: input.value.trim() } : readForm();
    limit = STEP;
    remember(isStep);
    hold();
    await show();
  }

  // A finger that comes down is a choice in a moment, which must not wait for cards of the one before.
  function hold() {
    isChoosing = true;
    clearTimeout(resting);
    resting = setTimeout(release, RESTING);
  }

  function release() {
    isChoosing = false;
    clearTimeout(resting);
    layOut();
    goOn();
  }

  // Cards out of sight are not laid out again while somebody chooses; each keeps the height that it had.
  function layOut() {
    find(".bb-cards")?.classList.toggle("bb-cards--choosing", isChoosing || (filter.open && !WIDE.matches));
  }

  function goOn() {
    waiting.splice(0).forEach((act) => act());
  }

  // Until nobody chooses; a list that is still empty does not wait once it is seen.
  async function quiet(isEmptyYet) {
    while (isChoosing && !(isEmptyYet && isSeen)) await new Promise((resolve) => waiting.push(resolve));
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
    remember(true);
    await show();
  }

  async function restore() {
    clearTimeout(typing);
    pending = null;
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

  function ordered(set, found) {
    const { list, facets } = bank;
    const numbers = found && !state.sort ? found.order.filter((n) => facets.has(set, n)) : facets.numbersIn(set);
    const home = list.districts.indexOf(state.near);
    const rank = {
      sluit: (n) => list.closing[n] || Infinity,
      uren: (n) => list.least[n],
      dichtbij: (n) => (home < 0 ? 0 : list.steps[home][list.district[n]]),
    }[state.sort];
    return rank ? numbers.sort((a, b) => rank(a) - rank(b) || a - b) : numbers;
  }

  async function show() {
    const mine = ++turn;
    try {
      const { found, base } = await search(state.q);
      if (mine !== turn) return;
      const set = bank.facets.fitting(base, state.chosen);
      const order = ordered(set, found);
      const asked = order.slice(0, limit);
      // What is out of sight follows later: who chooses on a phone sees the number.
      const isNow = isSeen || !isChoosing || WIDE.matches;
      const first = isNow ? firstOf(asked) : [];
      const shown = await cardsOf(first, mine);
      if (mine !== turn) return;
      paintNumber(order.length);
      if (!isNow) await new Promise(afterPaint);
      if (mine !== turn) return;
      paintAround(order.length, found);
      paintCards(first, shown, found); // none where they follow: those of another answer could be seen and followed
      showChips();
      const tellCounts = () => mine === turn && showCounts(bank.facets.counts(base, state.chosen));
      if (isNow) afterPaint(tellCounts);
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
        await quiet(!at);
        if (mine !== turn) return;
        const numbers = asked.slice(at, at + PART);
        const shown = await cardsOf(numbers, mine);
        await quiet(!at);
        if (mine !== turn) return;
        if (at) addCards(numbers, shown, found);
        else paintCards(numbers, shown, found);
        await new Promise(afterPaint);
      }
    } catch (error) {
      if (mine === turn) fail();
    }
  }

  // On the page

  function paintCards(numbers, shown, found) {
    shown.forEach((card, place) => explain(card, found ? found.why(numbers[place]) : []));
    const list = cardList();
    layOut();
    const isSame = shown.length === list.children.length && shown.every((card, place) => card === list.children[place]);
    if (!isSame) list.replaceChildren(...shown);
    bb.refreshVacancies(list);
  }

  function addCards(numbers, shown, found) {
    shown.forEach((card, place) => explain(card, found ? found.why(numbers[place]) : []));
    const part = document.createDocumentFragment();
    part.append(...shown);
    bb.refreshVacancies(part);
    cardList().append(part);
  }

  function paintNumber(number) {
    heading.textContent = countOf(number);
    write(find("[data-bb-show]"), tell("show", number));
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
    write(more, text("more", { number: Math.min(STEP, number - limit) }));
    if (pages) pages.hidden = true;
    write(sort.options[0], state.q ? texts.sort_best : texts.sort_new);
    sort.parentElement.hidden = number < 2;
    find(".bb-sort__near").hidden = state.sort !== "dichtbij";
  }

  const sight = new IntersectionObserver((entries) => {
    isSeen = entries[entries.length - 1].isIntersecting;
    if (isSeen) goOn();
  });
  root.querySelectorAll(".bb-cards").forEach((list) => sight.observe(list));

  function cardList() {
    let list = find(".bb-cards");
    if (!list) {
      list = document.createElement("ul");
      list.className = "bb-cards";
      find(".bb-empty").replaceWith(list);
      sight.observe(list);
    }
    return list;
  }

  function paragraph(words) {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }

  function explain(card, words) {
    let line = card.querySelector(".bb-card__why");
    if (!words.length) {
      if (line) line.remove();
      return;
    }
    if (!line) {
      line = paragraph("");
      line.className = "bb-card__why";
      card.querySelector(".bb-card__labels").before(line);
    }
    write(line, text("why", { words: words.join(", ") }));
  }

  // What stands there already is not written again: the browser would lay it out anew.
  function write(place, words) {
    if (place.textContent !== words) place.textContent = words;
  }

  function showCounts(counts) {
    options.forEach(([box, place]) => {
      const count = counts[box.name][box.value];
      const words = String(count);
      if (place.data !== words) place.data = words; // a new text node would be styled and laid out anew
      box.disabled = !count && !box.checked && box !== document.activeElement; // focus has nowhere else to go
    });
  }

  // Everything chosen: its name, and the state without it.
  function choices() {
    const found = [];
    if (state.q) found.push({ name: text("word_chip", { word: state.q }), without: { ...state, q: "" } });
    bank.list.facets.forEach((facet) => {
      const values = state.chosen[facet.key] || [];
      const drop = (kept) => {
        const chosen = { ...state.chosen, [facet.key]: kept };
        if (!kept.length) delete chosen[facet.key];
        return { ...state, chosen };
      };
      if (facet.choice === "range") {
        if (values.length) found.push({ name: hoursName(values), facet: facet.key, without: drop([]) });
        return;
      }
      values.forEach((id) => {
        const name = facet.values.find((value) => value.id === id).name;
        found.push({ name, facet: facet.key, without: drop(values.filter((other) => other !== id)) });
      });
    });
    return found;
  }

  function hoursName([low, high]) {
    return text(low && high ? "hours_chip_both" : low ? "hours_chip_low" : "hours_chip_high", { low, high });
  }

  function showChips() {
    const found = choices();
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
    release();
    await change({ q: "", chosen: {}, sort: state.sort, near: state.near });
    heading.focus();
  }

  // Nothing fits: the nearest choices that do, with how many

  async function showWaysOut(mine) {
    const ways = await waysOut();
    if (mine !== turn) return;
    help.hidden = false;
    const list = document.createElement("ul");
    list.className = "bb-ways-out";
    list.append(...ways.map((way) => item(wayOut(way))));
    help.replaceChildren(paragraph(ways.length ? texts.none : texts.none_at_all), list);
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
    const loose = [...byPart(choices()), ...neighbours()];
    const ways = await Promise.all(loose.map(async (way) => ({ ...way, count: await count(way.state) })));
    const good = ways.filter((way) => way.count).sort((a, b) => b.count - a.count);
    const all = { name: texts.everything, state: { ...state, q: "", chosen: {} } };
    all.count = await count(all.state);
    return [...good.slice(0, 4), ...(all.count ? [all] : [])];
  }

  // Without one whole facet, or without the words.
  function byPart(found) {
    const ways = new Map();
    found.forEach((choice) => {
      const key = choice.facet || "q";
      const names = ways.has(key) ? [...ways.get(key).names, choice.name] : [choice.name];
      const chosen = { ...state.chosen };
      delete chosen[choice.facet];
      ways.set(key, { names, state: choice.facet ? { ...state, chosen } : choice.without });
    });
    return [...ways.values()].map((way) => ({ ...way, name: text("without", { name: way.names.join(", ") }) }));
  }

  // The districts that touch the chosen ones.
  function neighbours() {
    const { districts, steps } = bank.list;
    const home = (state.chosen.wijk || []).map((id) => districts.indexOf(id));
    if (!home.length) return [];
    const wijk = districts.filter((_, other) => home.some((one) => steps[one][other] <= 1));
    const names = bank.list.facets.find((facet) => facet.key === "wijk").values.filter((value) => state.chosen.wijk.includes(value.id));
    const name = text("beside", { name: names.map((value) => value.name).join(", ") });
    return [{ name, state: { ...state, chosen: { ...state.chosen, wijk } } }];
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
    cardList().children[first]?.querySelector("a").focus();
  });
  find("[data-bb-show]").addEventListener("click", (event) => {
    event.preventDefault();
    if (!WIDE.matches) filter.open = false;
    heading.focus();
    release();
  });
  ["focusin", "pointerdown"].forEach((kind) => form.addEventListener(kind, ready, { once: true }));
  form.addEventListener("pointerdown", hold);
  filter.addEventListener("toggle", layOut);
  input.addEventListener("focus", lookAheadForWords, { once: true });
  addEventListener("popstate", restore);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && state && bank.day !== bb.today()) show();
  });
  find("[data-bb-show]").textContent = tell("show", Number(root.dataset.bbCount));
  if (location.search || find(".bb-card[hidden]")) restore();
})();
