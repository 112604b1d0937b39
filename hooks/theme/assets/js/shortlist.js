// What was kept on this device, side by side: at most four at once, so that a phone can show them.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.getElementById("bewaard");
  const texts = JSON.parse(root.dataset.bbTexts);
  const rows = JSON.parse(root.dataset.bbRows);
  const status = document.getElementById("bewaard-melding");
  const list = root.querySelector(".bb-kept");
  const compare = root.querySelector(".bb-compare");
  const wipe = document.getElementById("bewaard-wis");
  const tip = document.getElementById("bewaard-tip");
  const MOST = 4;

  let left = new Set(); // kept, but not in the comparison
  let turn = 0;
  let isMine = false; // the next change comes from a button here, which then is gone

  function say(key, values) {
    return texts[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  async function show() {
    const mine = ++turn;
    try {
      const kept = await bb.keptFacts(root.dataset.bbShortlist, root.dataset.bbVersion, status);
      if (mine === turn) paint(kept);
    } catch (error) {
      if (mine === turn) status.textContent = texts.broken;
    }
  }

  function paint(kept) {
    const open = kept.filter((one) => one.facts);
    left = new Set([...left].filter((slug) => open.some((one) => one.slug === slug)));
    const shown = open.filter((one) => !left.has(one.slug));
    shown.slice(MOST).forEach((one) => left.add(one.slug));
    status.textContent = kept.length ? say(kept.length === 1 ? "one" : "many", { number: kept.length }) : texts.none;
    list.replaceChildren(...kept.map((one) => line(one, open.length > MOST, open.length - left.size >= MOST)));
    wipe.hidden = !kept.length;
    tip.textContent = open.length > MOST ? texts.most : open.length === 1 ? texts.alone : "";
    tip.hidden = !tip.textContent;
    compare.hidden = !open.length;
    table(shown.slice(0, MOST));
  }

  function line(one, mayChoose, isFull) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.className = "bb-kept__name";
    name.append(link(one.slug, one.facts ? one.facts.title : one.slug.replace(/-/g, " ")));
    if (!one.facts) name.append(` ${texts.closed}`);
    item.append(name);
    if (mayChoose && one.facts) item.append(choice(one, isFull));
    item.append(
      button(texts.remove, one, (event) => {
        if (bb.isDouble(event, "remove")) return; // the next one came under the finger
        isMine = true;
        bb.toggleKept(one.slug);
      }),
    );
    return item;
  }

  function link(slug, text) {
    const anchor = document.createElement("a");
    anchor.href = `${root.dataset.bbBase}vacatures/${slug}/`;
    anchor.textContent = text;
    return anchor;
  }

  function button(text, one, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "bb-save";
    made.textContent = text;
    made.setAttribute("aria-label", `${text}: ${one.facts ? one.facts.title : one.slug}`);
    made.addEventListener("click", act);
    return made;
  }

  function choice(one, isFull) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    label.className = "bb-option";
    box.type = "checkbox";
    box.checked = !left.has(one.slug);
    box.disabled = !box.checked && isFull;
    box.addEventListener("change", async () => {
      if (box.checked) left.delete(one.slug);
      else left.add(one.slug);
      await show();
      document.getElementById(`kies-${one.slug}`)?.focus();
    });
    box.id = `kies-${one.slug}`;
    label.append(box, texts.choose);
    return label;
  }

  function table(shown) {
    const head = document.createElement("td");
    compare.dataset.bbColumns = shown.length;
    compare.querySelector("thead tr").replaceChildren(head, ...shown.map(column));
    compare.querySelector("tbody").replaceChildren(...rows.map(([key, title]) => row(key, title, shown)));
  }

  function column(one) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.append(link(one.slug, one.facts.title));
    return cell;
  }

  function row(key, title, shown) {
    const made = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = title;
    made.append(head, ...shown.map((one) => cell(one.facts[key])));
    return made;
  }

  function cell(value) {
    const made = document.createElement("td");
    [].concat(value).forEach((text, place) => {
      if (place) made.append(document.createElement("br"));
      made.append(text);
    });
    return made;
  }

  bb.askFirst(wipe, texts.wipe_sure, () => {
    isMine = true;
    bb.forgetKept();
  });
  document.addEventListener("bb-kept", async () => {
    const wasMine = isMine;
    isMine = false;
    await show();
    if (wasMine) status.focus();
  });
  show();
})();
