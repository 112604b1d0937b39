// The life of a vacancy and of a meeting goes on when nobody builds: by the visitor's clock it closes, or is over.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const closingWords = JSON.parse(document.body.dataset.bbClosingWords || "{}");

  function refreshCard(card, today) {
    card.hidden = card.dataset.bbUntil < today;
  }

  // Where all cards of a kind in a list are over, words say so.
  function refreshOver(words) {
    const cards = [...words.parentElement.querySelectorAll(`.${words.dataset.bbOver}`)];
    words.hidden = cards.some((card) => !card.hidden);
  }

  function refreshNew(label, today) {
    if (label.dataset.bbNew < today) label.remove();
  }

  function refreshClosing(label, today) {
    const left = bb.dayNumber(label.dataset.bbCloses) - bb.dayNumber(today);
    label.hidden = left < 0 || left > closingWords.days;
    bb.write(label, label.hidden ? "" : (closingWords[left] || closingWords.many).replace("{number}", left));
  }

  // The page of a vacancy whose last day has passed: says so, offers others, and nothing to react with.
  function refreshPage(page, today) {
    if (page.dataset.bbVacancy >= today) return;
    const banner = page.querySelector("[data-bb-closed]");
    const others = page.querySelector("[data-bb-others]");
    banner.hidden = false;
    page.querySelectorAll("[data-bb-react]").forEach((part) => part.remove());
    if (others) {
      banner.after(others);
      page.querySelector("[data-bb-was]").hidden = false;
      others.querySelector("h2").textContent = others.dataset.bbOthers;
    }
    delete page.dataset.bbVacancy;
    page.querySelector("[data-bb-places]").textContent = banner.dataset.bbClosed;
    document.querySelector("meta[name=robots]").content = "noindex, noarchive";
    document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => {
      if (script.textContent.includes('"JobPosting"')) script.remove();
    });
  }

  const counts = new Map(); // by heading: what was built, and how many of it are gone

  // A list that was built on another day counts again what is left of it; not after the search told something else. What
  // stands there is not compared: a browser may have translated it.
  function recount(list) {
    const bank = list.closest(".bb-bank");
    const heading = bank?.querySelector(".bb-count");
    if (!heading || heading.hasAttribute("data-bb-answer")) return;
    const { built, before } = counts.get(heading) || { built: heading.textContent, before: 0 };
    const gone = list.querySelectorAll(":scope > [hidden]").length;
    counts.set(heading, { built, before: gone });
    if (gone === before) return;
    const left = parseInt(built, 10) - gone;
    const { bbOne: one, bbMany: many, bbSome: some } = heading.dataset;
    const isPart = bank.querySelector(".bb-pages"); // nobody knows what closed on the other pages
    const words = isPart ? some : (left === 1 ? one : many).replace("{number}", left);
    bb.write(heading, gone ? words : built);
  }

  function recountAll() {
    document.querySelectorAll(".bb-cards").forEach(recount);
  }

  bb.refreshVacancies = function (part) {
    const today = bb.today();
    part.querySelectorAll("[data-bb-vacancy]").forEach((page) => refreshPage(page, today));
    part.querySelectorAll("[data-bb-until]").forEach((card) => refreshCard(card, today));
    part.querySelectorAll("[data-bb-over]").forEach(refreshOver);
    part.querySelectorAll("[data-bb-new]").forEach((label) => refreshNew(label, today));
    part.querySelectorAll("[data-bb-closes]").forEach((label) => refreshClosing(label, today));
    bb.showKept(part);
  };

  // A tab that stays open overnight wakes up on another day.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    bb.refreshVacancies(document);
    recountAll();
  });
  bb.refreshVacancies(document);
  recountAll();
})();
