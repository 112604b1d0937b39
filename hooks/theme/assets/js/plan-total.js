// What the chosen hours of a plan come to: what is asked, what may be paid, and what is left without one of the hosts.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Total {
    // `isOwn`: somebody can choose here.
    constructor(place, settings, isOwn) {
      this.place = place;
      this.settings = settings;
      this.isOwn = isOwn;
      this.say = bb.sayer(settings.words);
    }

    // `missing`: how many vacancies are not in it, for their facts do not come.
    paint(plan, missing) {
      const minutes = bb.plan.total(plan);
      const hours = make("strong", {}, bb.weekOf(this.say, minutes));
      const name = this.say("hours");
      const left = [...(missing ? [this.say("missing_sum")] : []), ...this.notChosen(plan)];
      if (!minutes) return this.place.replaceChildren(...fact(name, hours, ...left));
      const isTwice = bb.plan.clashes(plan, this.settings.steps).some(({ short }) => !short);
      const sum = [this.say("hours_sum"), ...(isTwice ? [this.say("hours_once")] : [])];
      this.place.replaceChildren(
        ...fact(name, hours, ...sum, ...left),
        ...fact(this.say("rule"), this.verdict(minutes)),
        ...this.ceiling(minutes),
        ...this.withoutEachHost(plan),
      );
    }

    // What was kept and does not count yet, and where to choose.
    notChosen(plan) {
      const left = plan.filter((chosen) => chosen.isDoable && !bb.plan.minutesOf(chosen));
      if (!left.length) return [];
      const words = this.say(left.length === 1 ? "left_one" : "left_many", { number: left.length });
      if (!this.isOwn) return [words];
      const go = make("a", { class: "bb-screen", href: `#bij-${left[0].work.slug}` }, this.say("choose_now"));
      return [make("span", {}, words, " ", go)];
    }

    verdict(sum) {
      const [least, most] = this.settings.rule;
      const { fit, minutes } = bb.plan.asked(sum, this.settings.rule);
      return this.say(`rule_${fit}`, { hours: bb.inHours(minutes), least, most });
    }

    ceiling(minutes) {
      const { amounts } = this.settings;
      if (!amounts) return [];
      const { euros, limit } = bb.plan.ceiling(minutes, amounts);
      const name = this.say("ceiling", { year: amounts.of });
      return fact(name, this.say("ceiling_text", { euros }), this.say(`limit_${limit}`), this.say("ceiling_sum"));
    }

    withoutEachHost(plan) {
      const left = [...bb.plan.withoutEachHost(plan.filter((chosen) => bb.plan.minutesOf(chosen)))];
      if (left.length < 2) return [];
      const nameOf = (host) => plan.find((chosen) => chosen.work.host === host).facts.host;
      const lines = left.map(([host, rest]) => this.say("switch_text", { host: nameOf(host), hours: bb.inHours(rest) }));
      return fact(this.say("switch"), ...lines, this.say("switch_sum"));
    }
  }

  function fact(name, ...lines) {
    return [make("dt", {}, name), make("dd", {}, ...lines.flatMap((line, place) => (place ? [make("br"), line] : [line])))];
  }

  bb.Total = Total;
})();
