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
  const STEP = Number(root.dataset.bbSize);
  const TYPING = 500; // milliseconds without a key before the address changes

  const cards = new Map(); // number of a vacancy → its card, made once
  let bank = null; // list, facets, searcher, open: what was loaded
  let state = null;
  let limit = STEP;
  let turn = 0;
  let typing = 0;

  function say(key, values) {
    return texts[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  function tell(key, number) {
    return say(`${key}_${number === 1 ? "one" : "many"}`, { number });
  }

  // Data

  function load(name) {
    return bb.load(root.dataset.bbBank, name, bank ? bank.list.version : root.dataset.bbVersion);
  }

  let arriving = null;
  function ready() {
    arriving = arriving || arrive().catch(fail);
    return arriving;
  }

  async function arrive() {
    const [list, words] = await Promise.all([load("lijst"), load("woorden")]);
    const facets = new bb.Facets(list);
    const today = bb.dayNumber(bb.today());
    bank = {
      list,
      facets,
      searcher: new bb.Searcher(words, (number) => load(`treffers-${number}`)),
      open: facets.where((number) => list.until[number] >= today),
    };
    // Only a page that was built with these data knows which card is which.
    if (list.version === root.dataset.bbVersion) find(".bb-cards")?.querySelectorAll(".bb-card").forEach(keep);
  }

  function keep(card, number) {
    cards.set(number, card);
  }

  function fail() {
    arriving = null;
    status.textContent = texts.broken;
    help.hidden = false;
    help.replaceChildren(paragraph(texts.broken));
  }

  async function cardOf(number) {
    if (!cards.has(number)) {
      const block = Math.floor(number / STEP);
      const holder = document.createElement("template");
      holder.innerHTML = (await load(`kaarten-${block}`)).join("");
      [...holder.content.children].forEach((card, place) => {
        if (!cards.has(block * STEP + place)) keep(card, block * STEP + place);
      });
    }
    return cards.get(number);
  }

  // The form and the state

  function readForm() {
    const fields = new FormData(form);
    const chosen = {};
    bank.list.facets.forEach((facet) => {
      const values =
        facet.choice === "range"
          ? bb.hoursFrom(fields.get(`${facet.key}-van`), fields.get(`${facet.key}-tot`))
          : fields.getAll(facet.key).filter(Boolean);
      if (values.length) chosen[facet.key] = values;
    });
    const isNear = sort.value === "dichtbij";
    return { q: input.value.trim(), chosen, sort: sort.value, near: isNear ? near.value : "" };
  }

  function writeForm() {
    input.value = state.q;
    form.querySelectorAll("input[type=checkbox], input[type=radio]").forEach((box) => {
      const values = state.chosen[box.name] || [];
      box.checked = box.value ? values.includes(box.value) : !values.length;
    });
    bank.list.facets.forEach((facet) => {
      if (facet.choice !== "range") return;
      const [low, high] = state.chosen[facet.key] || [];
      form.elements[`${facet.key}-van`].value = low || "";
      form.elements[`${facet.key}-tot`].value = high || "";
    });
    sort.value = state.sort;
    if (state.near) near.value = state.near;
  }

  function isEmpty() {
    return !state.q && !Object.keys(state.chosen).length;
  }

  // History: a choice is a step back, a keystroke is not.

  function remember(isStep) {
    const address = location.pathname + bb.formatState(state, bank.list) + location.hash;
    clearTimeout(typing);
    if (isStep) history.pushState(null, "", address);
    else typing = setTimeout(() => history.replaceState(null, "", address), TYPING);
  }

  async function changed(isStep) {
    await ready();
    if (!bank) return;
    state = readForm();
    limit = STEP;
    remember(isStep);
    await show();
  }

  async function change(next) {
    state = next;
    limit = STEP;
    writeForm();
    remember(true);
    await show();
  }

  async function restore() {
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
    const numbers = found && new Set(found.order);
    return { found, base: numbers ? bank.facets.where((n) => numbers.has(n) && bank.facets.has(bank.open, n)) : bank.open };
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
      const set = bank.facets.fitting(base, state.chosen);
      const order = ordered(set, found);
      const shown = await Promise.all(order.slice(0, limit).map(cardOf));
      if (mine !== turn) return;
      paint(order, shown, found);
      showCounts(bank.facets.counts(base, state.chosen));
      showChips();
      if (!order.length) await showWaysOut(mine);
    } catch (error) {
      fail();
    }
  }

  // On the page

  function paint(order, shown, found) {
    const number = order.length;
    const count = tell(isEmpty() ? "all" : "found", number);
    const note = !found || found.isWhole || !number ? "" : found.unknown.length ? say("unknown", { words: found.unknown.join(", ") }) : texts.partly;
    heading.textContent = count;
    status.textContent = `${count}. ${note}`;
    shown.forEach((card, place) => explain(card, found ? found.why(order[place]) : []));
    cardList().replaceChildren(...shown);
    bb.refreshVacancies(cardList());
    help.hidden = !note;
    help.replaceChildren(...(note ? [paragraph(note)] : []));
    more.parentElement.hidden = number <= limit;
    more.textContent = say("more", { number: Math.min(STEP, number - limit) });
    if (pages) pages.hidden = true;
    find("[data-bb-show]").textContent = tell("show", number);
    sort.options[0].textContent = state.q ? texts.sort_best : texts.sort_new;
    find(".bb-sort__near").hidden = state.sort !== "dichtbij";
  }

  function cardList() {
    let list = find(".bb-cards");
    if (!list) {
      list = document.createElement("ul");
      list.className = "bb-cards";
      find(".bb-empty").replaceWith(list);
    }
    return list;
  }

  function paragraph(text) {
    const line = document.createElement("p");
    line.textContent = text;
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
    line.textContent = say("why", { words: words.join(", ") });
  }

  function showCounts(counts) {
    form.querySelectorAll(".bb-option").forEach((label) => {
      const box = label.querySelector("input");
      if (!box.value) return;
      const count = counts[box.name][box.value];
      label.querySelector(".bb-option__count").textContent = count;
      box.disabled = !count && !box.checked;
    });
  }

  // Everything chosen: its name, and the state without it.
  function choices() {
    const found = [];
    if (state.q) found.push({ name: say("word_chip", { word: state.q }), without: { ...state, q: "" } });
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
    return say(low && high ? "hours_chip_both" : low ? "hours_chip_low" : "hours_chip_high", { low, high });
  }

  function showChips() {
    const found = choices();
    chips.parentElement.hidden = !found.length;
    clear.hidden = !found.length;
    find("[data-bb-chosen-number]").textContent = found.length ? `(${found.length})` : "";
    const items = found.map((choice, place) => item(chip(choice.name, say("remove", choice), () => remove(choice.without, place))));
    if (found.length > 1) items.push(item(chip(texts.clear, texts.clear, wipe)));
    chips.replaceChildren(...items);
  }

  function item(content) {
    const line = document.createElement("li");
    line.append(content);
    return line;
  }

  function chip(name, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bb-chip";
    button.textContent = name;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    return button;
  }

  async function remove(next, place) {
    await change(next);
    const left = chips.querySelectorAll("button");
    (left[Math.min(place, left.length - 1)] || heading).focus();
  }

  async function wipe() {
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
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bb-button bb-button--quiet";
    button.textContent = `${way.name} (${way.count})`;
    button.addEventListener("click", async () => {
      await change(way.state);
      heading.focus();
    });
    return button;
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
    return [...ways.values()].map((way) => ({ ...way, name: say("without", { name: way.names.join(", ") }) }));
  }

  // The districts that touch the chosen ones.
  function neighbours() {
    const { districts, steps } = bank.list;
    const home = (state.chosen.wijk || []).map((id) => districts.indexOf(id));
    if (!home.length) return [];
    const wijk = districts.filter((_, other) => home.some((one) => steps[one][other] <= 1));
    const names = bank.list.facets.find((facet) => facet.key === "wijk").values.filter((value) => state.chosen.wijk.includes(value.id));
    const name = say("beside", { name: names.map((value) => value.name).join(", ") });
    return [{ name, state: { ...state, chosen: { ...state.chosen, wijk } } }];
  }

  // Events

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await changed(true);
    heading.focus();
  });
  form.addEventListener("input", (event) => {
    if (event.target === input) changed(false);
  });
  root.addEventListener("change", (event) => {
    const field = event.target;
    if (field === input || !field.form || field.form !== form) return;
    if (field === sort && bank && state && !state.near) near.value = (state.chosen.wijk || [near.value])[0];
    changed(true);
  });
  clear.addEventListener("click", wipe);
  more.addEventListener("click", async () => {
    const first = limit;
    limit += STEP;
    await show();
    cardList().children[first]?.querySelector("a").focus();
  });
  find("[data-bb-show]").addEventListener("click", (event) => {
    event.preventDefault();
    if (!matchMedia("(min-width: 62em)").matches) filter.open = false;
    heading.focus();
  });
  ["focusin", "pointerdown"].forEach((kind) => form.addEventListener(kind, ready, { once: true }));
  addEventListener("popstate", restore);
  find("[data-bb-show]").textContent = tell("show", Number(root.dataset.bbCount));
  if (location.search) restore();
})();
