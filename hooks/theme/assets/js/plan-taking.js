// A plan of somebody else that came along in the address; nothing changes before a visitor says so.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;
  const SLUG = /^[a-z0-9-]{1,60}$/;
  const MOST = 50; // vacancies, and shifts of one

  class Taking {
    // `words`: the own words of this device; `onDone(isTaken)`: the question is answered.
    constructor(place, words, say, onDone) {
      this.place = place;
      this.words = words;
      this.say = say;
      this.onDone = onDone;
    }

    async offer() {
      if (!location.hash.startsWith("#plan=")) return;
      const found = await bb.readPlanLink(location.hash);
      const rows = found && readable(found);
      this.place.hidden = false;
      if (rows && rows.length) this.ask(rows, found.w);
      else this.place.replaceChildren(this.line(bb.isOldForPlanLinks ? "shared_old" : "shared_broken"));
      this.place.scrollIntoView(); // it stands above what was pressed
      this.place.querySelector("p").focus({ preventScroll: true });
    }

    line(key, values) {
      return make("p", { tabindex: "-1" }, this.say(key, values));
    }

    ask(rows, words) {
      const take = this.button("bb-button--primary", "shared_take", () => this.take(rows, words));
      const leave = this.button("bb-button--quiet", "shared_leave", () => this.done());
      const question = this.line(rows.length === 1 ? "shared_one" : "shared_many", { number: rows.length });
      this.place.replaceChildren(question, make("p", {}, take, " ", leave));
    }

    button(look, key, act) {
      const made = make("button", { type: "button", class: `bb-button ${look}` }, this.say(key));
      made.addEventListener("click", act);
      return made;
    }

    take(rows, words) {
      bb.setPlanPart("plan", Object.fromEntries(rows));
      if (words) bb.setPlanPart("woorden", Object(words));
      bb.keepOnly(rows.map(([slug]) => slug));
      this.words.fill();
      this.done(true);
    }

    done(isTaken = false) {
      this.place.hidden = true;
      history.replaceState(null, "", location.pathname + location.search);
      this.onDone(isTaken);
    }
  }

  // Choices by slug, whatever somebody put in an address.
  function readable(found) {
    const rows = Object.entries(Object(Object(found).v)).filter(([slug]) => SLUG.test(slug)).slice(0, MOST);
    return rows.map(([slug, choice]) => [
      slug,
      Array.isArray(choice) ? { tijden: choice.filter(isShift).slice(0, MOST) } : { uren: Number(choice) || 0 },
    ]);
  }

  function isShift(shift) {
    const isMinute = (value) => Number.isInteger(value) && value >= 0 && value <= 1440;
    return Array.isArray(shift) && shift.length === 3 && shift.every(isMinute);
  }

  bb.Taking = Taking;
})();
