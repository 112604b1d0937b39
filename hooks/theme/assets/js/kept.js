// What a visitor keeps: on this device and nowhere else. Every change is told to the page as `bb-kept`.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const KEY = "bb-plan";
  const MOST = 200; // vacancies

  // In the storage stands {"versie": 1, "vacatures": ["koken-voor-buren"]}, and what a plan holds beside that list.

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
    document.dispatchEvent(new CustomEvent("bb-kept"));
  }

  bb.kept = read;

  // What the device remembers, and not only this page.
  bb.storedVacancies = function () {
    return listOf(stored().vacatures);
  };

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

  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY && key !== null) return; // without a key: all was wiped
    if (newValue === null) parts = {}; // what another tab wiped is not remembered here
    tellKept();
  });
  // A page that a browser kept as it was did not hear what another page wrote meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && tellKept());
})();
