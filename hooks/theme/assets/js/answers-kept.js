// What somebody wrote on the sheet of this page: a part of what this device keeps, so that it goes when all of that goes.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const PART = "bladen";
  const MOST = 100; // answers of one sheet

  // In the storage stands {"bladen": {"/leren/coach/": {"woorden": {"Wat wil ik leren?": "Koken"}, "vinkjes": ["Ja"]}}}.
  // An answer stands by its question as it reads in the page, so that one whose question changed can still be told.
  const page = location.pathname.replace(/index\.html$/, "");

  class KeptSheet {
    words() {
      const kept = Object.entries(Object(this.own().woorden));
      return Object.fromEntries(kept.filter(([, text]) => typeof text === "string" && text).slice(0, MOST));
    }

    ticks() {
      const { vinkjes } = this.own();
      return new Set(Array.isArray(vinkjes) ? vinkjes.filter((tick) => typeof tick === "string").slice(0, MOST) : []);
    }

    // For `OwnWords`; an answer to a question that is not asked any more stays.
    read() {
      return this.words();
    }

    write(words) {
      const whole = { ...this.words(), ...words };
      this.keep({ woorden: Object.fromEntries(Object.entries(whole).filter(([, text]) => text)) });
    }

    tick(name, isTicked) {
      const ticks = this.ticks();
      ticks[isTicked ? "add" : "delete"](name);
      this.keep({ vinkjes: [...ticks] });
    }

    forget() {
      const { [page]: mine, ...others } = this.all();
      bb.setPlanPart(PART, Object.keys(others).length ? others : undefined);
    }

    // ---- read anew for every change: another tab may have written in between

    all() {
      return { ...Object(bb.planPart(PART)) };
    }

    own() {
      return Object(this.all()[page]);
    }

    keep(change) {
      bb.setPlanPart(PART, { ...this.all(), [page]: { ...this.own(), ...change } });
    }
  }

  bb.KeptSheet = KeptSheet;
})();
