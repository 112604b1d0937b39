// What a built page cannot know: what day it is now, and what this visitor has kept on this device.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const KEY = "bb-plan";
  const MOST = 200;
  const EPOCH = Date.UTC(2020, 0, 1);
  const DAY = 864e5;
  const closingWords = JSON.parse(document.body.dataset.bbClosingWords || "{}");
  const keptWords = JSON.parse(document.body.dataset.bbKeptWords || "{}");

  // Made once: that costs a phone several milliseconds.
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Amsterdam",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });

  // Today, as JJJJ-MM-DD: days of the site are days in Europe/Amsterdam.
  bb.today = function () {
    return calendar.format(new Date());
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
      others.querySelector("h2").textContent = others.dataset.bbOthers;
    }
    delete page.dataset.bbVacancy;
    page.querySelector("[data-bb-places]").textContent = banner.dataset.bbClosed;
    document.querySelector("meta[name=robots]").content = "noindex, noarchive";
    document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => {
      if (script.textContent.includes('"JobPosting"')) script.remove();
    });
  }

  const counts = new Map(); // by heading: what was built, and what was told last

  // A list that was built on another day counts again what is left of it; not after the search told something else.
  function recount(list) {
    const bank = list.closest(".bb-bank");
    const heading = bank?.querySelector(".bb-count");
    if (!heading) return;
    const { built, told } = counts.get(heading) || { built: heading.textContent, told: heading.textContent };
    if (heading.textContent !== told) return;
    const gone = list.querySelectorAll(":scope > [hidden]").length;
    const left = parseInt(built, 10) - gone;
    const { bbOne: one, bbMany: many, bbSome: some } = heading.dataset;
    const isPart = bank.querySelector(".bb-pages"); // nobody knows what closed on the other pages
    const words = isPart ? some : (left === 1 ? one : many).replace("{number}", left);
    bb.write(heading, gone ? words : built);
    counts.set(heading, { built, told: heading.textContent });
  }

  function recountAll() {
    document.querySelectorAll(".bb-cards").forEach(recount);
  }

  bb.refreshVacancies = function (part) {
    const today = bb.today();
    part.querySelectorAll("[data-bb-vacancy]").forEach((page) => refreshPage(page, today));
    part.querySelectorAll("[data-bb-until]").forEach((card) => refreshCard(card, today));
    part.querySelectorAll("[data-bb-new]").forEach((label) => refreshNew(label, today));
    part.querySelectorAll("[data-bb-closes]").forEach((label) => refreshClosing(label, today));
    showKept(part);
  };

  // What stands there already is not written again: the browser would lay it out anew.
  bb.write = function (place, words) {
    if (place.textContent !== words) place.textContent = words;
  };

  // Kept on this device and nowhere else: {"versie": 1, "vacatures": ["koken-voor-buren"]}

  let parts = {}; // what storage refused to write: it holds as long as this page, whatever stands there

  function read() {
    return listOf(bb.planPart("vacatures"));
  }

  function listOf(slugs) {
    const known = new Set(Array.isArray(slugs) ? slugs : []);
    return [...known].filter((slug) => typeof slug === "string" && /^[a-z0-9-]{1,60}$/.test(slug)).slice(-MOST);
  }

  // What stands in the storage; {} when that is refused, or holds somebody else's text.
  function stored() {
    try {
      return Object(JSON.parse(localStorage.getItem(KEY)));
    } catch (error) {
      return {};
    }
  }

  function keep(slugs) {
    bb.setPlanPart("vacatures", slugs.slice(-MOST));
    tellKept();
  }

  function tellKept() {
    showAllKept();
    document.dispatchEvent(new CustomEvent("bb-kept"));
  }

  bb.kept = read;

  bb.toggleKept = function (slug) {
    const slugs = read();
    keep(slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug]);
  };

  bb.keepOnly = keep;

  bb.forgetKept = function () {
    keep([]);
  };

  // What a plan holds beside the list: choices of times and hours, and own words.

  bb.planPart = function (name) {
    return name in parts ? parts[name] : stored()[name];
  };

  bb.setPlanPart = function (name, value) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ versie: 1, ...stored(), [name]: value }));
      delete parts[name];
    } catch (error) {
      parts[name] = value;
    }
  };

  // Whether something of this page will be gone with it.
  bb.isForgetful = function () {
    try {
      return Object.keys(parts).length > 0 || !localStorage;
    } catch (error) {
      return true;
    }
  };

  bb.forgetPlan = function () {
    parts = {};
    try {
      localStorage.removeItem(KEY);
    } catch (error) {
      // Refused: there is nothing to remove.
    }
    tellKept();
  };

  // At the button that was pressed, as long as the device remembers something else than what it shows.
  function tellRefused(pressed) {
    const slug = pressed.dataset.bbSave;
    const isLost = read().includes(slug) !== listOf(stored().vacatures).includes(slug);
    document.querySelectorAll(`[data-bb-save="${slug}"]`).forEach((button) => {
      const before = button.parentElement.querySelector(".bb-save__note");
      if (!isLost) before?.remove();
      if (!isLost || before || button !== pressed) return;
      const note = document.createElement("span");
      note.className = "bb-save__note";
      note.setAttribute("role", "status");
      button.after(note);
      note.textContent = keptWords.refused;
    });
  }

  function showKept(part) {
    const slugs = new Set(read());
    part.querySelectorAll("[data-bb-save]").forEach((button) => {
      const isKept = slugs.has(button.dataset.bbSave);
      if (button.getAttribute("aria-pressed") !== String(isKept)) button.setAttribute("aria-pressed", String(isKept));
      bb.write(button.querySelector("span"), isKept ? keptWords.saved : keptWords.save);
    });
  }

  function showAllKept() {
    showKept(document);
    const number = read().length;
    document.querySelectorAll("[data-bb-saved-count]").forEach((place) => {
      bb.write(place, keptWords.link + (number ? ` (${number})` : ""));
    });
  }

  const DOUBLE = 600; // milliseconds in which a second press belongs to the first
  const NEAR = 20; // pixels within which a finger taps the same place
  let pressed = { what: null, at: 0, x: 0, y: 0 };

  // Whether this is the second press of a double click on `what`: that is no second thought. A phone counts no clicks.
  bb.isDouble = function ({ detail, timeStamp, clientX, clientY }, what) {
    const isSoon = what === pressed.what && timeStamp - pressed.at < DOUBLE;
    if (!isSoon) pressed = { what, at: timeStamp, x: clientX, y: clientY };
    return isSoon || detail > 1;
  };

  // The same where a press takes away what was pressed, and the next one comes under the finger. A key has no place.
  bb.isSlip = function (event, what) {
    const isNear = event.detail > 0 && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < NEAR;
    return bb.isDouble(event, isNear && event.timeStamp - pressed.at < DOUBLE ? pressed.what : what);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bb-save]");
    if (!button || bb.isDouble(event, button.dataset.bbSave)) return;
    bb.toggleKept(button.dataset.bbSave);
    tellRefused(button);
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY && key !== null) return; // without a key: all was wiped
    if (newValue === null) parts = {}; // what another tab wiped is not remembered here
    tellKept();
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
    if (document.hidden) return;
    bb.refreshVacancies(document);
    recountAll();
  });
  bb.refreshVacancies(document);
  recountAll();
  showAllKept();
})();
