// What a plan holds: of each vacancy that was kept on this device its facts, and what somebody chose of it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  bb.MOST_HOURS = 60; // in a week, of one vacancy

  // As `plan-rules.js` wants it.
  bb.workOf = function ({ slug, facts }) {
    const { organisatie, wijk, soort, uren, tijden } = facts.plan;
    return { slug, host: organisatie, district: wijk, sectors: soort, least: uren[0], most: uren[1], shifts: tijden };
  };

  class KeptPlan {
    // `choices()`: by slug what was chosen, whatever stands in a storage or an address.
    constructor(choices = () => bb.planPart("plan")) {
      this.choices = choices;
      this.entries = []; // { slug, facts } in the order of keeping; facts are null when the vacancy is gone
    }

    // As `plan-rules.js` wants them, with their facts; `gone`: how many chosen shifts the host no longer has.
    plan() {
      return this.entries.filter((entry) => entry.facts).map((entry) => this.chosenOf(entry));
    }

    chosenOf(entry) {
      const work = bb.workOf(entry);
      const { facts } = entry;
      const choice = this.choiceOf(entry.slug);
      const shifts = bb.chosenShifts(work.shifts, choice);
      if (!choice) return { work, facts, shifts, hours: 0, gone: 0 };
      const times = Array.isArray(choice.tijden) ? choice.tijden : [];
      const hours = Number.isFinite(choice.uren) ? Math.min(Math.max(Math.round(choice.uren), 0), bb.MOST_HOURS) : 0;
      return { work, facts, shifts, hours, gone: work.shifts.length ? times.length - shifts.length : 0 };
    }

    choiceOf(slug) {
      const found = Object(this.choices())[slug];
      return found && typeof found === "object" ? found : null;
    }

    choose(slug, choice) {
      bb.setPlanPart("plan", { ...Object(bb.planPart("plan")), [slug]: choice });
    }
  }

  bb.KeptPlan = KeptPlan;
})();
