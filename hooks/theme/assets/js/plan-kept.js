// What a plan holds: of each vacancy that was kept on this device its facts, and what somebody chose of it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  bb.MOST_HOURS = 60; // in a week, of one vacancy
  const NOTHING = { shifts: [], hours: 0, gone: 0 };

  // As `plan-rules.js` wants it.
  bb.workOf = function ({ slug, facts }) {
    const { organisatie, wijk, soort, uren, tijden } = facts.plan;
    return { slug, host: organisatie, district: wijk, sectors: soort, least: uren[0], most: uren[1], shifts: tijden };
  };

  class KeptPlan {
    // `choices()`: by slug what was chosen, whatever stands in a storage or an address.
    constructor(choices = () => bb.planPart("plan")) {
      this.choices = choices;
      this.entries = []; // as `facts.js` gives them, in the order of keeping
    }

    // As `plan-rules.js` wants them, with their facts.
    plan() {
      return this.entries.filter((entry) => entry.facts).map((entry) => this.chosenOf(entry));
    }

    // Of which the facts do not come.
    missing() {
      return this.entries.filter(({ isMissing }) => isMissing).map(({ slug }) => slug);
    }

    // `chose`: what somebody chose of it; where work cannot be done any more, nothing of that counts.
    chosenOf(entry) {
      const { facts, isOver } = entry;
      const work = bb.workOf(entry);
      const choice = this.choiceOf(entry.slug);
      const chose = choice ? choiceIn(work, choice) : NOTHING;
      const isDoable = bb.isDoable(entry, choice);
      return { work, facts, isOver, isShut: bb.isShut(entry), isDoable, chose, ...(isDoable ? chose : NOTHING) };
    }

    choiceOf(slug) {
      const found = Object(this.choices())[slug];
      return found && typeof found === "object" ? found : null;
    }

    choose(slug, choice) {
      bb.setPlanPart("plan", { ...Object(bb.planPart("plan")), [slug]: { ...this.choiceOf(slug), ...choice } });
    }
  }

  // `gone`: how many chosen shifts the host no longer has.
  function choiceIn(work, choice) {
    const shifts = bb.chosenShifts(work.shifts, choice);
    const times = Array.isArray(choice.tijden) ? choice.tijden : [];
    const hours = Number.isFinite(choice.uren) ? Math.min(Math.max(Math.round(choice.uren), 0), bb.MOST_HOURS) : 0;
    return { shifts, hours, gone: work.shifts.length ? times.length - shifts.length : 0 };
  }

  bb.KeptPlan = KeptPlan;
})();
