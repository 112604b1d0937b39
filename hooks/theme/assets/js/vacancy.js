// What a built page cannot know: what day it is now, and what this visitor has kept on this device.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const KEY = "bb-plan";
  const MOST = 200;
  const EPOCH = Date.UTC(2020, 0, 1);
  const DAY = 864e5;

  // Today, as JJJJ-MM-DD: days of the site are days in Europe/Amsterdam.
  bb.today = function () {
    return new Intl.DateTimeFormat("en-CA", {
      timeZone: "Europe/Amsterdam",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).format(new Date());
  };

  // Days since the epoch of `pages/bank_data.py`.
  bb.dayNumber = function (day) {
    const [year, month, date] = day.split("-").map(Number);
    return (Date.UTC(year, month - 1, date) - EPOCH) / DAY;
  };

  // The life of a vacancy goes on when nobody builds

  function refreshCard(card, today) {
    card.hidden = card.dataset.bbUntil < today;
  }

  function refreshNew(label, today) {
    if (label.dataset.bbNew < today) label.remove();
  }

  function refreshClosing(label, today) {
    const left = bb.dayNumber(label.dataset.bbCloses) - bb.dayNumber(today);
    const words = JSON.parse(document.body.dataset.bbClosingWords);
    if (left < 0) label.remove();
    else label.textContent = (words[left] || words.many).replace("{number}", left);
  }

  // The page of a vacancy whose last day has passed: says so, offers others, and nothing to react with.
  function refreshPage(page, today) {
    if (page.dataset.bbVacancy >= today) return;
    const banner = page.querySelector("[data-bb-closed]");
    const others = page.querySelector("[data-bb-others]");
    banner.hidden = false;
    page.querySelectorAll("[data-bb-react]").forEach((part) => part.remove());
    if (others) banner.after(others);
    page.querySelector("[data-bb-places]").textContent = banner.dataset.bbClosed;
    document.querySelector("meta[name=robots]").content = "noindex, noarchive";
    document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => {
      if (script.textContent.includes('"JobPosting"')) script.remove();
    });
  }

  // A list that was built on another day counts again what is left of it.
  function recount(list) {
    const heading = list.closest(".bb-bank")?.querySelector(".bb-count");
    const gone = list.querySelectorAll(":scope > [hidden]").length;
    if (heading && gone) heading.textContent = heading.textContent.replace(/^\d+/, (number) => number - gone);
  }

  bb.refreshVacancies = function (part) {
    const today = bb.today();
    part.querySelectorAll("[data-bb-vacancy]").forEach((page) => refreshPage(page, today));
    part.querySelectorAll("[data-bb-until]").forEach((card) => refreshCard(card, today));
    part.querySelectorAll("[data-bb-new]").forEach((label) => refreshNew(label, today));
    part.querySelectorAll("[data-bb-closes]").forEach((label) => refreshClosing(label, today));
    part.querySelectorAll("[data-bb-save]").forEach(showKept);
  };

  // Kept on this device and nowhere else: {"versie": 1, "vacatures": ["koken-voor-buren"]}

  let memory = [];

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "null");
      const slugs = kept && kept.versie === 1 && Array.isArray(kept.vacatures) ? kept.vacatures : memory;
      return [...new Set(slugs)].filter((slug) => typeof slug === "string" && /^[a-z0-9-]{1,60}$/.test(slug)).slice(0, MOST);
    } catch (error) {
      return memory; // storage refused, or somebody else's text in it
    }
  }

  function write(slugs) {
    memory = slugs.slice(0, MOST);
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
      localStorage.setItem(KEY, JSON.stringify({ ...kept, versie: 1, vacatures: memory }));
    } catch (error) {
      // Storage refused: it holds as long as this page.
    }
    showAllKept();
    document.dispatchEvent(new CustomEvent("bb-kept"));
  }

  bb.kept = read;

  bb.toggleKept = function (slug) {
    const slugs = read();
    write(slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug]);
  };

  bb.forgetKept = function () {
    write([]);
  };

  function showKept(button) {
    const words = JSON.parse(document.body.dataset.bbKeptWords);
    const isKept = read().includes(button.dataset.bbSave);
    button.setAttribute("aria-pressed", String(isKept));
    button.querySelector("span").textContent = isKept ? words.saved : words.save;
  }

  function showAllKept() {
    document.querySelectorAll("[data-bb-save]").forEach(showKept);
    document.querySelectorAll("[data-bb-saved-count]").forEach((place) => {
      const number = read().length;
      place.textContent = JSON.parse(document.body.dataset.bbKeptWords).link + (number ? ` (${number})` : "");
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bb-save]");
    if (button) bb.toggleKept(button.dataset.bbSave);
  });
  addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    showAllKept();
    document.dispatchEvent(new CustomEvent("bb-kept"));
  });

  // Share with what the phone offers, else copy the address

  document.querySelectorAll("[data-bb-share]").forEach((button) => {
    button.addEventListener("click", async () => {
      const url = button.dataset.bbShare;
      try {
        if (navigator.share) await navigator.share({ title: button.dataset.bbTitle, url });
        else {
          await navigator.clipboard.writeText(url);
          button.querySelector("span").textContent = button.dataset.bbDone;
        }
      } catch (error) {
        // Shared with nobody, on second thoughts: no news.
      }
    });
  });

  // A tab that stays open overnight wakes up on another day.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) bb.refreshVacancies(document);
  });
  bb.refreshVacancies(document);
  document.querySelectorAll(".bb-cards").forEach(recount);
  showAllKept();
})();
