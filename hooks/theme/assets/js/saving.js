// The buttons that keep a vacancy, and the links that say how many are kept.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const keptWords = JSON.parse(document.body.dataset.bbKeptWords || "{}");

  // Whether the device remembers something else than the page shows.
  function isLost(slug) {
    return bb.kept().includes(slug) !== bb.storedVacancies().includes(slug);
  }

  // At the button that was pressed: that the device does not remember it, as long as that is so, or where its card went.
  function tell(pressed) {
    const slug = pressed.dataset.bbSave;
    const title = pressed.closest(".bb-card")?.querySelector(".bb-card__title a");
    const words = isLost(slug) ? [keptWords.refused] : title && bb.kept().includes(slug) ? whereFrom(title) : [];
    if (!words.length || pressed.nextElementSibling) return;
    const note = bb.make("span", { class: "bb-save__note", role: "status" });
    pressed.after(note); // first: only what changes after that is read aloud
    note.append(...words);
  }

  function dropNotes() {
    document.querySelectorAll("[data-bb-save] + .bb-save__note").forEach((note) => {
      if (!isLost(note.previousElementSibling.dataset.bbSave)) note.remove();
    });
  }

  function whereFrom(title) {
    return [`${keptWords.where} `, bb.make("a", { href: new URL("../bewaard/", title.href) }, keptWords.link)];
  }

  // By the slugs that the files of these buttons had before: those of now.
  function formerIn(part) {
    const pairs = (button) => button.dataset.bbFormer.split(" ").map((slug) => [slug, button.dataset.bbSave]);
    return new Map([...part.querySelectorAll("[data-bb-former]")].flatMap(pairs));
  }

  bb.showKept = function (part) {
    bb.followKept(formerIn(part));
    const slugs = new Set(bb.kept());
    part.querySelectorAll("[data-bb-save]").forEach((button) => {
      const isKept = slugs.has(button.dataset.bbSave);
      if (button.getAttribute("aria-pressed") === String(isKept)) return; // its words may have been translated
      button.setAttribute("aria-pressed", String(isKept));
      bb.write(button.querySelector("span"), isKept ? keptWords.saved : keptWords.save);
    });
    const stored = bb.storedVacancies();
    part.querySelectorAll("[data-bb-when-kept]").forEach((place) => {
      place.hidden = !stored.includes(place.dataset.bbWhenKept);
    });
  };

  function showAllKept() {
    dropNotes();
    bb.showKept(document);
    const number = bb.storedVacancies().length;
    document.querySelectorAll("[data-bb-saved-count]").forEach((place) => {
      bb.write(place, keptWords.link + (number ? ` (${number})` : ""));
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bb-save]");
    if (!button || bb.isDouble(event, button.dataset.bbSave)) return;
    bb.toggleKept(button.dataset.bbSave);
    tell(button);
  });
  document.addEventListener("bb-kept", showAllKept);
  showAllKept();
})();
