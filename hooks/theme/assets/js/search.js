// Search in all pages, by the same rules as the search for vacancies.
(function () {
  "use strict";

  const bb = window.bb;
  const input = document.getElementById("zoekvraag");
  const status = document.getElementById("zoekmelding");
  const list = document.getElementById("zoekresultaten");
  const { bbBase: base, bbIndex: folder, bbVersion: version } = list.dataset;
  const texts = status.dataset;
  const BLOCK = Number(list.dataset.bbBlock);
  const MOST = 30;

  let searcher = null; // a promise, asked for once and again after it failed
  let turn = 0;

  function load(name) {
    return bb.load(folder, name, version);
  }

  function ready() {
    searcher = searcher || load("woorden").then((words) => new bb.Searcher(words, (number) => load(`treffers-${number}`)));
    return searcher;
  }

  async function pageOf(number) {
    const rows = await load(`paginas-${Math.floor(number / BLOCK)}`);
    return rows[number % BLOCK];
  }

  function row([url, title, description]) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const text = document.createElement("p");
    link.href = base + url;
    link.textContent = title;
    text.textContent = description;
    item.append(link, text);
    return item;
  }

  function countOf(number) {
    return number === 0 ? texts.bbNone : number === 1 ? texts.bbOne : texts.bbMany.replace("{number}", number);
  }

  async function show() {
    const mine = ++turn;
    try {
      const found = await (await ready()).find(input.value);
      const pages = await Promise.all(found ? found.order.slice(0, MOST).map(pageOf) : []);
      if (mine !== turn) return;
      status.textContent = found ? countOf(found.order.length) : texts.bbHint;
      list.replaceChildren(...pages.map(row));
    } catch (error) {
      searcher = null;
      status.textContent = texts.bbBroken;
    }
  }

  function remember() {
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  input.value = new URLSearchParams(location.search).get("q") || "";
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  input.addEventListener("input", () => {
    show();
    remember();
  });
  show();
  input.focus();
})();
