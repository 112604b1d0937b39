// The hosts and fixed times of Mijn plan.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class PlanShifts {
    constructor({ folder, version }) {
      this.folder = folder;
      this.version = version;
      this.hosts = []; // once they were loaded
    }

    // `shifts` as the rules want them; `untold`: how many vacancies have no fixed times, or none that was chosen; `missing`:
    // what those are called of which the facts do not come. An error when none come.
    async load() {
      const found = await bb.factsOfKept(this.folder, this.version);
      const known = found.filter(({ facts }) => facts);
      this.hosts = known.map(({ facts }) => facts.host);
      const chosen = known.map(chosenOf);
      const missing = found.filter(({ isMissing }) => isMissing).map(bb.nameOf);
      const told = chosen.filter((shifts) => shifts.length).length + missing.length;
      return { shifts: chosen.flat(), untold: found.length - told, missing };
    }
  }

  function chosenOf(entry) {
    const { facts } = entry;
    const times = facts.plan.tijden;
    const choice = Object(bb.planPart("plan"))[entry.slug];
    const chosen = bb.isDoable(entry, choice) ? bb.chosenShifts(times, choice) : [];
    return chosen.map((number) => times[number]).map(([day, start, end]) => ({ bij: facts.host, day, start, end }));
  }

  bb.PlanShifts = PlanShifts;
})();
