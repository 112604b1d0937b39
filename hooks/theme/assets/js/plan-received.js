// A plan of somebody else, to read and to print; in its place the own plan is out of sight, and nothing of it changes.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Received {
    constructor(root, folds, settings) {
      this.root = root;
      this.folds = folds;
      this.find = (name) => root.querySelector(`#kreeg-${name}`);
      this.place = root.querySelector("#plan-gekregen");
      this.own = root.querySelector("#plan-eigen");
      this.settings = settings;
      this.say = bb.sayer(settings.words);
      this.week = new bb.Week(this.find("deel-week"), settings);
      this.total = new bb.Total(this.find("uitkomst"), settings, false);
    }

    // `asked`: choices by slug; `answers`: [question, words]. The choices by the slugs of now; an error when the facts of the
    // work do not come.
    async show(asked, answers) {
      const { folder, version } = this.settings;
      const rows = bb.renamed(asked, await bb.formerSlugs(folder, version));
      const choices = Object.fromEntries(rows);
      const read = new bb.KeptPlan(() => choices);
      read.entries = await bb.factsOfAll(folder, version, rows.map(([slug]) => slug));
      this.paint(read, answers);
      this.swap(true);
      return rows;
    }

    paint(read, answers) {
      const plan = read.plan();
      this.find("lijst").replaceChildren(...read.entries.map((entry) => this.line(entry, read)));
      this.week.paint(plan);
      this.total.paint(plan, read.missing().length);
      this.find("deel-week").hidden = !bb.plan.total(plan);
      this.find("deel-samen").hidden = !plan.length;
      this.find("contacten").hidden = !plan.length;
      this.find("contacten").querySelector("ul").replaceChildren(...plan.map((chosen) => bb.contactOf(chosen, this.settings)));
      this.find("deel-woorden").hidden = !answers.length;
      const said = answers.flatMap(([question, words]) => [make("dt", {}, question), make("dd", { translate: "no" }, words)]);
      this.find("antwoorden").replaceChildren(...said);
    }

    line(entry, read) {
      const { slug, facts } = entry;
      if (!facts) return make("li", {}, make("strong", {}, bb.nameOf(entry)), ` ${this.say(entry.isMissing ? "missing" : "received_gone")}`);
      const link = make("a", { href: `${this.settings.base}vacatures/${slug}/` }, facts.title);
      return make("li", {}, link, `, ${facts.host}. ${this.noteOn(read.chosenOf(entry))}`);
    }

    noteOn(chosen) {
      if (!chosen.isDoable) return bb.shutNote(chosen, this.settings);
      return bb.plan.minutesOf(chosen) ? "" : this.say("received_open");
    }

    // Whether this is what is seen.
    swap(isShown) {
      this.place.hidden = !isShown;
      this.own.hidden = isShown;
      this.root.classList.toggle("bb-plan--received", isShown);
      this.folds.follow("received", isShown);
    }
  }

  bb.Received = Received;
})();
