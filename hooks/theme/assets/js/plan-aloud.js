// What changes in a plan, for who does not see it: the new total, and each warning that was not there before.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const SPEAKING = 700; // milliseconds without a change before it is read aloud, so that not every key talks

  class Aloud {
    constructor(place) {
      this.place = place;
      this.speaking = 0;
      this.before = null; // what was there when something was read aloud; null as long as nothing was shown
      this.now = null;
    }

    // `total`: in words, '' for an empty plan. `warnings`: words by what makes each another one.
    follow(total, warnings) {
      this.now = { total, warnings };
      this.before = this.before || this.now; // what the page opens with is read with the page
      clearTimeout(this.speaking);
      this.speaking = setTimeout(() => this.tell(), SPEAKING);
    }

    tell() {
      const { before, now } = this;
      const added = [...now.warnings.keys()].filter((key) => !before.warnings.has(key));
      const isSame = now.total === before.total && !added.length && now.warnings.size === before.warnings.size;
      this.before = now;
      if (isSame) return;
      const words = new Set(added.map((key) => now.warnings.get(key)));
      bb.write(this.place, now.total && [`${now.total}.`, ...words].join(" "));
    }
  }

  bb.Aloud = Aloud;
})();
