// A sheet for who decides about somebody's benefit: the hours of a plan, and room for the answer. Only on paper.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Question {
    // Where a programme pays a wage, there is none.
    constructor(root, settings) {
      this.sheet = root.querySelector("#plan-vraag");
      this.say = bb.sayer(settings.words);
      const box = root.querySelector("#plan-vraag-erbij");
      const show = () => (this.sheet.hidden = !box.checked);
      box?.addEventListener("change", show);
      if (box) addEventListener("pageshow", show); // a browser may tick it again by itself
    }

    paint(plan) {
      if (!this.sheet) return;
      const hosts = [...new Set(plan.filter(bb.plan.minutesOf).map(({ facts }) => facts.host))];
      const lines = hosts.map((host) => this.line(host, plan.filter(({ facts }) => facts.host === host)));
      if (hosts.length > 1) lines.push(this.line(this.say("together"), plan));
      this.sheet.querySelector("ul").replaceChildren(...lines);
    }

    line(name, plan) {
      return make("li", {}, make("strong", {}, name), `: ${bb.weekOf(this.say, bb.plan.total(plan))}`);
    }
  }

  bb.Question = Question;
})();
