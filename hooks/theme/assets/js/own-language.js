// A vacancy in the language that somebody chose, below the row of languages; the choice stays on this device.
(function () {
  "use strict";

  const bb = window.bb;
  const KEY = "bb-taal";
  const WAYS = { call: "tel:", whatsapp: "https://wa.me/", mail: "mailto:" };
  const row = document.querySelector("[data-bb-told]");
  const facts = JSON.parse(row.dataset.bbTold);
  const make = bb.make;
  let shown = null; // { link, words, block, isOver }
  let wanted = null;

  function keep(tag) {
    try {
      localStorage.setItem(KEY, tag);
      return true;
    } catch (error) {
      return false;
    }
  }

  // `vacancy.js` takes this away when the last day has passed by the clock of the visitor.
  function isOver() {
    return !row.closest("[data-bb-vacancy]");
  }

  function head({ texts }) {
    const sign = make("span", { "aria-hidden": "true" }, "✕\u00a0");
    const close = make("button", { type: "button", class: "bb-button bb-button--quiet bb-screen" }, sign, texts.close);
    close.addEventListener("click", () => {
      const { link } = shown;
      bb.tellNone();
      link.focus();
      try {
        localStorage.removeItem(KEY);
      } catch (error) {
        // Refused: there is nothing to remove.
      }
    });
    return make("div", { class: "bb-own__head" }, make("h2", { class: "bb-short__title", id: "eigen-taal" }, texts.short), close);
  }

  // The same as the button of the page, with words of this language beside its number.
  function way(link, words) {
    const [sign, number] = [link.querySelector("svg"), link.querySelector("[translate=no]")].map((part) => part?.cloneNode(true) || "");
    const made = link.cloneNode(false);
    made.append(sign, make("span", {}, `${words} `, number));
    return make("li", {}, made);
  }

  // In the language of the site where an editor wrote them in a way of his own.
  function calls(tag, words) {
    const [line] = Array.isArray(facts.calls) ? bb.timesIn(tag, words, facts.calls) : [[make("bdi", { lang: words.own }, facts.calls)]];
    return make("span", { class: "bb-way__note" }, `${words.texts.calls} `, ...line);
  }

  function react(tag, words) {
    const { own, texts } = words;
    const section = document.getElementById("reageren")?.closest("section");
    if (!section) return "";
    const found = Object.entries(WAYS).flatMap(([name, start]) => {
      const link = section.querySelector(`a[href^="${start}"]`);
      return link ? [[name, link]] : [];
    });
    const isReady = found.some(([name]) => name !== "call");
    const ways = make("ul", { class: "bb-ways" }, ...found.map(([name, link]) => way(link, texts[name])));
    if (facts.calls) ways.querySelector('[href^="tel:"]')?.after(calls(tag, words));
    if (facts.visit) ways.append(make("li", {}, make("span", {}, `${texts.visit} `, make("bdi", { lang: own }, facts.visit))));
    const title = make("h3", { class: "bb-contact__title" }, facts.full ? texts.react_full : texts.react);
    const about = make("p", {}, isReady ? `${texts.react_text} ${texts.ready}` : texts.react_text);
    return make("div", { class: "bb-contact" }, title, about, ways);
  }

  // Full or closed: first of all, where else to look.
  function refusal(words, { texts }) {
    const link = make("a", { href: `${row.dataset.bbBase}vacatures/` }, texts.others);
    return make("div", { class: "bb-closed" }, make("p", {}, make("strong", {}, words), " ", link));
  }

  function list(tag, words) {
    const rows = bb.toldIn(tag, words, facts).map(([label, ...lines]) => {
      const parts = lines.flatMap((line, number) => (number ? [make("br"), ...line] : line));
      return make("div", {}, make("dt", {}, label), make("dd", {}, ...parts));
    });
    return make("dl", { class: "bb-facts" }, ...rows);
  }

  function body(tag, words) {
    const { texts } = words;
    if (isOver()) return [refusal(texts.closed, words)];
    const about = [make("p", {}, texts.text), facts.full ? refusal(texts.full, words) : "", list(tag, words)];
    if (facts.full) return [...about, react(tag, words)];
    const before = facts.few ? [texts.few, make("br"), texts.benefit] : [texts.benefit];
    return [...about, make("p", { class: "bb-short__note" }, ...before), react(tag, words)];
  }

  function show(link, words, isKept) {
    const { lang, dir, href } = link;
    const { own, page, texts } = words;
    const title = make("p", {}, make("strong", {}, make("bdi", { lang: own }, facts.title)));
    const foot = [make("p", {}, make("a", { href }, page)), make("p", { class: "bb-caption" }, texts.checked)];
    if (!isKept) foot.unshift(make("p", { class: "bb-caption" }, texts.refused));
    const about = { class: "bb-short bb-own", lang, dir, translate: "no", tabindex: "-1", "aria-labelledby": "eigen-taal" };
    const block = make("section", about, head(words), title, ...body(lang, words), ...foot);
    bb.tellNone();
    row.after(block);
    link.setAttribute("aria-current", "true");
    shown = { link, words, block, isKept, isOver: isOver() };
  }

  bb.tellNone = function () {
    if (!shown) return;
    shown.block.remove();
    shown.link.removeAttribute("aria-current");
    shown = null;
  };

  bb.tellIn = async function (link, isAsked) {
    wanted = link;
    const { bbBase: base, bbVersion: version } = row.dataset;
    const words = await bb.load(`${base}assets/talen/`, link.lang, version);
    if (wanted !== link) return; // somebody chose another one meanwhile
    show(link, words, !isAsked || keep(link.lang));
    if (!isAsked) return;
    shown.block.focus({ preventScroll: true });
    shown.block.firstElementChild.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("visibilitychange", () => {
    if (shown && shown.isOver !== isOver()) show(shown.link, shown.words, shown.isKept);
  });
})();
