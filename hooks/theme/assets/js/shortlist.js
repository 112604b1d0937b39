// What was kept on this device, side by side: at most four at once, so that a phone can show them.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.getElementById("bewaard");
  const texts = JSON.parse(root.dataset.bbTexts);
  const rows = JSON.parse(root.dataset.bbRows);
  const say = bb.sayer(texts);
  const { make } = bb;
  const status = document.getElementById("bewaard-melding");
  const list = root.querySelector(".bb-kept");
  const compare = root.querySelector(".bb-compare");
  const wipe = document.getElementById("bewaard-wis");
  const tip = document.getElementById("bewaard-tip");
  const MOST = 4;

  let left = new Set(); // kept, but not in the comparison
  let turn = 0;
  let isMine = false; // the next change comes from a button here, which then is gone

  // Whether this was still the last thing asked for when its answer came.
  async function show() {
    const mine = ++turn;
    try {
      const kept = await bb.keptFacts(root.dataset.bbShortlist, root.dataset.bbVersion, status);
      if (mine === turn) paint(kept);
    } catch (error) {
      if (mine === turn) status.textContent = texts.broken;
    }
    return mine === turn;
  }

  function paint(kept) {
    const open = kept.filter((one) => one.facts && !one.isOver);
    left = new Set([...left].filter((slug) => open.some((one) => one.slug === slug)));
    const shown = open.filter((one) => !left.has(one.slug));
    shown.slice(MOST).forEach((one) => left.add(one.slug));
    status.textContent = kept.length ? say(kept.length === 1 ? "one" : "many", { number: kept.length }) : texts.none;
    list.replaceChildren(...kept.map((one) => line(one, open.length > MOST, open.length - left.size >= MOST)));
    wipe.hidden = !kept.length;
    tip.textContent = open.length > MOST ? texts.most : open.length === 1 ? texts.alone : "";
    tip.hidden = !tip.textContent;
    compare.hidden = !open.length;
    tell("bewaard-plan", "plan", open);
    tell("vergelijk", "compare", shown);
    table(shown.slice(0, MOST));
  }

  function tell(id, key, told) {
    const place = document.getElementById(id); // a site without a plan has no link to it
    if (place) place.textContent = texts[`${key}_${told.length === 1 ? "one" : "many"}`];
  }

  function line(one, mayChoose, isFull) {
    const name = make("span", { class: "bb-kept__name" }, link(one, bb.nameOf(one)));
    if (one.isMissing || one.isOver) name.append(` ${one.isMissing ? texts.missing : texts.closed}`);
    const about = `${texts.remove}: ${bb.nameOf(one)}`;
    const remove = make("button", { type: "button", class: "bb-save", "aria-label": about }, texts.remove);
    remove.addEventListener("click", (event) => {
      if (bb.isSlip(event, one.slug)) return;
      isMine = true;
      bb.toggleKept(one.slug);
    });
    return make("li", {}, name, ...(mayChoose && one.facts && !one.isOver ? [choice(one, isFull)] : []), remove);
  }

  function link({ slug }, text) {
    return make("a", { href: `${root.dataset.bbBase}vacatures/${slug}/` }, text);
  }

  function choice({ slug }, isFull) {
    const isShown = !left.has(slug);
    const box = make("input", { type: "checkbox", id: `kies-${slug}`, checked: isShown, disabled: !isShown && isFull });
    box.addEventListener("change", async () => {
      if (box.checked) left.delete(slug);
      else left.add(slug);
      if (await show()) document.getElementById(`kies-${slug}`)?.focus();
    });
    return make("label", { class: "bb-option" }, box, texts.choose);
  }

  function table(shown) {
    compare.dataset.bbColumns = shown.length;
    const columns = shown.map((one) => make("th", { scope: "col", role: "columnheader" }, link(one, soft(one.facts, one.facts.title))));
    compare.querySelector("thead tr").replaceChildren(make("td", { role: "cell" }), ...columns);
    compare.querySelector("tbody").replaceChildren(
      ...rows.map(([key, title]) => {
        const cells = shown.map(({ facts }) => cell(told(facts, key)));
        return make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, title), ...cells);
      }),
    );
  }

  // One number to call and to text stands there once.
  function told(facts, key) {
    if (key !== "contact") return [].concat(facts[key]).map((text) => soft(facts, text));
    const ways = new Map(facts.reach.ways.map(([, text, href]) => [text, href]).reverse());
    return [...ways].reverse().map(([text, href]) => (href ? make("a", { href, translate: "no" }, ...breakable(text)) : text));
  }

  // Many phones do not know where a Dutch word may break; the build does.
  function soft({ breaks }, text) {
    if (!bb.readsPage) return text;
    return breaks.reduce((whole, word) => whole.split(word.replace(/\u00ad/g, "")).join(word), text);
  }

  // An address of mail may break where its second half begins.
  function breakable(text) {
    const [name, ...host] = text.split("@");
    return host.length ? [`${name}@`, make("wbr"), ...host] : [text];
  }

  function cell(lines) {
    return make("td", { role: "cell" }, ...lines.flatMap((line, place) => (place ? [make("br"), line] : [line])));
  }

  // On a phone rows are laid out as blocks; what each part is, is said here, for a browser would forget.
  compare.querySelector("table").setAttribute("role", "table");
  compare.querySelectorAll("thead, tbody").forEach((part) => part.setAttribute("role", "rowgroup"));
  compare.querySelector("thead tr").setAttribute("role", "row");

  bb.askFirst(wipe, texts.wipe_sure, () => {
    isMine = true;
    bb.forgetKept();
  });
  document.addEventListener("bb-kept", async () => {
    const wasMine = isMine;
    isMine = false;
    if ((await show()) && wasMine) status.focus();
  });
  show();
})();
