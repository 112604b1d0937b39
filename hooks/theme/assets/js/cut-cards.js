// Only the cards of a page on paper, as many times as a sheet holds, to cut out and hand round.
(function () {
  "use strict";

  const SHEET = 6;
  const root = document.documentElement;

  function sheetOf(cards) {
    const sheet = document.createElement("div");
    sheet.className = "bb-cut";
    for (let times = Math.max(1, Math.floor(SHEET / cards.length)); times > 0; times -= 1) {
      sheet.append(...cards.map((card) => card.cloneNode(true)));
    }
    return sheet;
  }

  function takeAway() {
    root.classList.remove("bb-only-cards");
    document.querySelectorAll(".bb-cut").forEach((sheet) => sheet.remove());
  }

  document.querySelectorAll("[data-bb-print-cards]").forEach((button) => {
    const body = button.closest(".bb-body");
    const cards = [...body.querySelectorAll(".admonition.kaartje")];
    button.hidden = cards.length === 0;
    button.addEventListener("click", () => {
      takeAway();
      body.append(sheetOf(cards));
      root.classList.add("bb-only-cards");
      print();
    });
  });
  addEventListener("afterprint", takeAway);
})();
