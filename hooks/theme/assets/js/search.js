// Search in all pages, by the same rules as the search for vacancies.
(function () {
  "use strict";

  const bb = window.bb;
  const input = document.getElementById("zoekvraag");
  const status = document.getElementById("zoekmelding");
  const aloud = document.getElementById("zoekspraak");
  const list = document.getElementById("zoekresultaten");
  const more = document.getElementById("zoekmeer");
  const { bbBase: base, bbIndex: folder, bbVersion: version } = list.dataset;
  const texts = status.dataset;
  const BLOCK = Number(list.dataset.bbBlock);
  const STEP = 30;
  const SPEAKING = 700; // milliseconds without a key before the number is read aloud
  const SLOW = 500; // milliseconds after which an answer is late

  let searcher = null; // a promise, asked for once and again after it failed
  let blocks = null; // the digests of those that belong to the words
  let limit = STEP;
  let turn = 0;
  let waiting = 0;
  let speaking = 0;

  function load(name) {
    return bb.loadBlock(folder, name, blocks[name]);
  }

  async function arrive() {
    const words = await bb.load(folder, "woorden", version);
    blocks = words.blocks;
    return new bb.Searcher(words, (number) => load(`treffers-${number}`));
  }

  async function pageOf(number) {
    const rows = await load(`paginas-${Math.floor(number / BLOCK)}`);
    return rows[number % BLOCK];
  }

  function row([url, title, description, lang]) {
    const spoken = lang ? { lang, dir: "auto" } : {};
    return bb.make("li", spoken, bb.make("a", { href: base + url }, title), bb.make("p", {}, description));
  }

  function countOf(found) {
    const number = found.order.length;
    const isNear = found.guessed.length > 0 || !found.isWhole;
    if (!number) return texts.bbNone;
    if (number === 1) return isNear ? texts.bbNearOne : texts.bbOne;
    return (isNear ? texts.bbNearMany : texts.bbMany).replace("{number}", number);
  }

  function tell(words) {
    clearTimeout(waiting);
    status.textContent = words;
    clearTimeout(speaking);
    speaking = setTimeout(() => bb.write(aloud, words), SPEAKING);
  }

  // Whether this was still the last thing asked for when its answer came.
  async function show() {
    const mine = ++turn;
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(texts.bbWaiting), SLOW);
    try {
      searcher = searcher || arrive();
      const found = await (await searcher).find(input.value);
      const numbers = found ? found.order : [];
      const pages = await Promise.all(numbers.slice(0, limit).map(pageOf));
      if (mine !== turn) return false;
      tell(found ? countOf(found) : texts.bbHint);
      list.replaceChildren(...pages.map(row));
      more.hidden = numbers.length <= limit;
      more.textContent = more.dataset.bbMore.replace("{number}", Math.min(STEP, numbers.length - limit));
      return true;
    } catch (error) {
      if (mine !== turn) return false;
      searcher = null;
      tell(texts.bbBroken);
      return false;
    }
  }

  function ask() {
    limit = STEP;
    show();
  }

  function remember() {
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  // Who comes back finds the results as they were left, also when the browser did not keep the page.
  async function begin() {
    const { limit: shown, top } = history.state || {};
    limit = Math.max(STEP, shown || 0);
    if (!(await show()) || !top) return;
    history.replaceState({ limit }, ""); // once: who loads the page again was somewhere else
    bb.scrollBack(top);
  }

  const asked = new URLSearchParams(location.search).get("q") || "";
  if (input.value) remember(); // somebody typed before this script was there
  else input.value = asked;
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    bb.write(aloud, ""); // who presses Enter is told again
    ask();
  });
  input.addEventListener("input", () => {
    ask();
    remember();
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    limit = first + STEP;
    if (await show()) list.children[first]?.querySelector("a").focus();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) history.replaceState({ limit, top: scrollY }, "");
  });
  begin();
  if (!asked) input.focus(); // who has results reads those
})();
