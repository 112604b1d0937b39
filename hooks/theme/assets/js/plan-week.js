// The week of a plan: what is done on which day, and what cannot be done both.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Week {
    constructor(section, settings) {
      this.warnings = section.querySelector(".bb-plan__clashes");
      this.days = section.querySelector(".bb-plan__days");
      this.settings = settings;
      this.warned = []; // what it warns of now, in words
      this.say = bb.sayer(settings.words);
    }

    paint(plan) {
      const clashes = bb.plan.clashes(plan, this.settings.steps);
      this.warned = clashes.map((clash) => this.warning(plan, clash));
      this.warnings.replaceChildren(...this.warned.map((words) => make("li", {}, words)));
      const wrong = new Set(clashes.flatMap(({ day, first, second }) => [`${day} ${first}`, `${day} ${second}`]));
      const placed = bb.plan.placed(plan);
      const days = this.settings.days.map((name, day) => {
        const today = placed.filter((shift) => shift[0] === day);
        return this.dayPart(name, today.map((shift) => this.line(plan, shift, wrong)));
      });
      const loose = plan.filter((chosen) => !chosen.work.shifts.length && chosen.hours);
      this.days.replaceChildren(...days, ...loose.map((chosen) => this.loosePart(chosen)));
    }

    warning(plan, { day, first, second, short }) {
      const titleOf = (slug) => plan.find((chosen) => chosen.work.slug === slug).facts.title;
      const name = bb.upperFirst(this.settings.days[day]);
      return this.say(short ? "travel" : "overlap", { day: name, first: titleOf(first), second: titleOf(second), minutes: short });
    }

    line(plan, [day, start, end, number], wrong) {
      const { work, facts } = plan[number];
      const isWrong = wrong.has(`${day} ${work.slug}`);
      const time = make("strong", {}, bb.fromTo(this.say, start, end));
      const mark = isWrong ? [make("em", {}, ` ${this.say("clash")}`)] : [];
      return make("li", { class: isWrong ? "bb-plan__clash" : null }, time, ` ${facts.title}, ${facts.host}`, ...mark);
    }

    dayPart(name, lines) {
      const inside = lines.length ? make("ul", {}, ...lines) : make("p", { class: "bb-plan__free" }, this.say("free"));
      return make("li", { class: lines.length ? null : "bb-plan__empty" }, make("h3", {}, bb.upperFirst(name)), inside);
    }

    // Hours without a day.
    loosePart({ facts, hours }) {
      const words = this.say("loose_text", { title: facts.title, hours });
      return make("li", {}, make("h3", {}, this.say("loose")), make("p", {}, words));
    }
  }

  bb.Week = Week;
})();
