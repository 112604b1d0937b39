// A plan of somebody else that came along in the address: it is shown, and nothing is kept before a visitor says so.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;
  const SLUG = /^[a-z0-9-]{1,60}$/;
  const MOST = 50; // vacancies, and shifts of one
  const LONGEST = 600; // letters of an answer

  class Taking {
    // `words`: the own words of this device; `onDone(isTaken)`: the other plan is out of sight again.
    constructor(place, received, words, say, onDone) {
      this.place = place;
      this.received = received;
      this.words = words;
      this.say = say;
      this.onDone = onDone;
    }

    async offer() {
      const { hash } = location;
      if (!hash.startsWith("#plan=")) return this.leave();
      const found = await bb.readPlanLink(hash);
      const rows = (found && readable(found)) || [];
      const told = rows.length ? await this.tryShow(rows, found.w) : this.refuse(bb.isOldForPlanLinks ? "shared_old" : "shared_broken");
      if (hash !== location.hash) return;
      this.place.replaceChildren(...told);
      this.place.hidden = false;
      this.place.scrollIntoView(); // it stands above what was pressed
      this.place.querySelector("p").focus({ preventScroll: true });
    }

    // The own plan is what is seen beside a link that is no good.
    refuse(key) {
      this.received.swap(false);
      return [this.line(key)];
    }

    async tryShow(asked, words) {
      let rows;
      try {
        rows = await this.received.show(asked, answersTo(this.words.fields, words));
      } catch (error) {
        return this.refuse("broken");
      }
      const print = this.button("bb-button--primary", "shared_print");
      const take = this.button("bb-button--quiet", "shared_take");
      const back = this.button("bb-button--quiet", "shared_leave");
      const act = () => this.take(rows, words);
      print.addEventListener("click", () => window.print());
      if (this.isFull()) bb.askFirst(take, this.say("shared_sure"), act);
      else take.addEventListener("click", act);
      back.addEventListener("click", () => this.done());
      const intro = this.line(rows.length === 1 ? "shared_one" : "shared_many", { number: rows.length });
      return [intro, make("p", {}, print, " ", take, " ", back)];
    }

    // Whether there is an own plan to lose.
    isFull() {
      return bb.kept().length > 0 || this.words.isWritten();
    }

    line(key, values) {
      return make("p", { tabindex: "-1" }, this.say(key, values));
    }

    button(look, key) {
      return make("button", { type: "button", class: `bb-button ${look}` }, make("span", {}, this.say(key)));
    }

    take(rows, words) {
      bb.setPlanPart("plan", Object.fromEntries(rows));
      if (words) bb.setPlanPart("woorden", Object(words));
      bb.keepOnly(rows.map(([slug]) => slug));
      this.words.fill();
      this.done(true);
    }

    done(isTaken = false) {
      history.replaceState(null, "", location.pathname + location.search);
      this.leave();
      this.onDone(isTaken);
    }

    leave() {
      this.place.hidden = true;
      this.received.swap(false);
    }
  }

  // Choices by slug, whatever somebody put in an address.
  function readable(found) {
    const { v, h } = Object(found);
    const rows = Object.entries(Object(v)).filter(([slug]) => SLUG.test(slug)).slice(0, MOST);
    const here = new Set(Array.isArray(h) ? h : []);
    return rows.map(([slug, choice]) => [
      slug,
      {
        ...(Array.isArray(choice) ? { tijden: choice.filter(isShift).slice(0, MOST) } : { uren: Number(choice) || 0 }),
        ...(here.has(slug) && { werkt: true }),
      },
    ]);
  }

  // The same: [question, words] of each that was answered.
  function answersTo(fields, words) {
    const told = fields.map(({ labels, dataset }) => [labels[0].textContent, Object(words)[dataset.bbWords]]);
    return told.filter(([, text]) => typeof text === "string" && text.trim()).map(([question, text]) => [question, text.slice(0, LONGEST)]);
  }

  function isShift(shift) {
    const isMinute = (value) => Number.isInteger(value) && value >= 0 && value <= 1440;
    return Array.isArray(shift) && shift.length === 3 && shift.every(isMinute);
  }

  bb.Taking = Taking;
})();
