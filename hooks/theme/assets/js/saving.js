// The buttons that keep a vacancy, and the links that say how many are kept.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const keptWords = JSON.parse(document.body.dataset.bbKeptWords || "{}");

  // At the button that was pressed, as long as the device remembers something else than what it shows.
  function tellRefused(pressed) {
    const slug = pressed.dataset.bbSave;
    const isLost = bb.kept().includes(slug) !== bb.isStored(slug);
    document.querySelectorAll(`[data-bb-save="${slug}"]`).forEach((button) => {
      const before = button.parentElement.querySelector(".bb-save__note");
      if (!isLost) before?.remove();
      if (!isLost || before || button !== pressed) return;
      const note = bb.make("span", { class: "bb-save__note", role: "status" });
      button.after(note); // first: only what changes after that is read aloud
      note.textContent = keptWords.refused;
    });
  }

  bb.showKept = function (part) {
    const slugs = new Set(bb.kept());
    part.querySelectorAll("[data-bb-save]").forEach((button) => {
      const isKept = slugs.has(button.dataset.bbSave);
      if (button.getAttribute("aria-pressed") === String(isKept)) return; // its words may have been translated
      button.setAttribute("aria-pressed", String(isKept));
      bb.write(button.querySelector("span"), isKept ? keptWords.saved : keptWords.save);
    });
    part.querySelectorAll("[data-bb-when-kept]").forEach((place) => {
      place.hidden = !slugs.has(place.dataset.bbWhenKept);
    });
  };

  function showAllKept() {
    bb.showKept(document);
    const number = bb.kept().length;
    document.querySelectorAll("[data-bb-saved-count]").forEach((place) => {
      bb.write(place, keptWords.link + (number ? ` (${number})` : ""));
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bb-save]");
    if (!button || bb.isDouble(event, button.dataset.bbSave)) return;
    bb.toggleKept(button.dataset.bbSave);
    tellRefused(button);
  });
  document.addEventListener("bb-kept", showAllKept);
  showAllKept();
})();
