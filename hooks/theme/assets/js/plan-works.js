// The vacancies of a plan, each with the shifts or hours that can be chosen of it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Works {
    // `choose(slug, choice)` and `drop(slug)`: what somebody does with a vacancy.
    constructor(list, kept, settings, choose, drop) {
      this.list = list;
      this.kept = kept;
      this.settings = settings;
      this.say = bb.sayer(settings.words);
      this.choose = choose;
      this.drop = drop;
      this.made = new Map(); // by slug: what is shown of it, of which facts
    }

    paint() {
      bb.arrange(this.list, this.kept.entries.map((entry) => this.partOf(entry)));
    }

    partOf(entry) {
      const before = this.made.get(entry.slug);
      const shown = before && isSame(before, entry) ? before : { ...entry, ...this.makeWork(entry) };
      this.made.set(entry.slug, shown);
      shown.update(entry);
      return shown.part;
    }

    makeWork(entry) {
      const { slug, facts } = entry;
      const remove = this.removeButton(entry);
      const address = `${this.settings.base}vacatures/${slug}/`;
      if (!facts) {
        const { isMissing } = entry; // its page may be on this device
        const name = make(isMissing ? "a" : "strong", { href: isMissing && address }, bb.nameOf(entry));
        const told = make("p", {}, name, ` ${this.say(isMissing ? "missing" : "gone")}`);
        return { part: make("div", { class: "bb-plan__work" }, told, remove), update() {} };
      }
      const title = make("h3", {}, make("a", { href: address }, facts.title));
      const where = make("p", { class: "bb-caption" }, `${facts.host}, ${facts.district}. ${facts.hours}.`);
      const work = bb.workOf(entry);
      const choice = work.shifts.length ? this.shiftChoice(work, facts) : this.hourChoice(work, facts);
      const notes = make("div", { id: `noot-${slug}` });
      const isShut = bb.isShut(entry);
      const state = isShut ? bb.shutPart(entry, this.settings, (says) => this.choose(slug, says)) : this.talk(address, facts);
      const inside = isShut ? [state.part, choice.part, notes] : [choice.part, notes, state.part];
      const part = make("div", { class: "bb-plan__work", id: `bij-${slug}` }, title, where, ...inside, remove);
      choice.field.addEventListener("blur", () => describe(choice.field, notes));
      const update = (now) => {
        const chosen = this.kept.chosenOf(now);
        choice.part.hidden = !chosen.isDoable;
        state.update(chosen);
        choice.update(chosen);
        this.showNotes(notes, choice.field, chosen);
      };
      return { part, update };
    }

    talk(address, facts) {
      const link = make("a", { href: `${address}gesprek/` }, ...titled(this.say("talk"), facts));
      return { part: make("p", { class: "bb-screen" }, link), update() {} };
    }

    removeButton(entry) {
      const words = this.say("remove");
      const remove = make("button", { type: "button", class: "bb-save", "aria-label": `${words}: ${bb.nameOf(entry)}` }, words);
      remove.addEventListener("click", (event) => {
        if (!bb.isSlip(event, entry.slug)) this.drop(entry.slug);
      });
      return remove;
    }

    notesOn(chosen) {
      if (!chosen.isDoable) return [];
      const gone = chosen.gone ? [this.say("shift_gone")] : [];
      if (!bb.plan.minutesOf(chosen)) return gone.length ? gone : [this.say("not_chosen")];
      const { fit, minutes } = bb.plan.offered(chosen);
      return fit === "fits" ? gone : [...gone, this.say(`offer_${fit}`, { hours: bb.inHours(minutes) })];
    }

    // Of all of which something was chosen, by what makes each another one: the same words may be about two.
    warnings(plan) {
      const chosenOnes = plan.filter((chosen) => bb.plan.minutesOf(chosen));
      return chosenOnes.flatMap((chosen) => this.notesOn(chosen).map((words) => [`${chosen.work.slug} ${words}`, words]));
    }

    // Beside the field they are about, and with it for who goes there with Tab; but not while somebody types in it, who
    // would hear each note twice. More than is offered is no good answer; less may be, if the host agrees.
    showNotes(place, field, chosen) {
      const notes = this.notesOn(chosen);
      if (place.textContent === notes.join("")) return;
      field.removeAttribute("aria-describedby");
      const look = bb.plan.minutesOf(chosen) || chosen.gone ? "bb-plan__note" : "bb-caption"; // what is still open is no mistake
      place.replaceChildren(...notes.map((words) => make("p", { class: look }, words)));
      if (field !== document.activeElement) describe(field, place);
      if (field.matches("input")) field.setAttribute("aria-invalid", bb.plan.offered(chosen).fit === "many");
    }

    shiftChoice({ slug, shifts: offered }, facts) {
      const boxes = offered.map((_, number) => make("input", { type: "checkbox", id: `plan-${slug}-${number}` }));
      const labels = offered.map(([day, start, end], number) =>
        make("label", { class: "bb-option" }, boxes[number], ` ${this.settings.days[day]} ${bb.fromTo(this.say, start, end)}`),
      );
      const legend = make("legend", {}, ...titled(this.say("choose_shifts"), facts));
      const part = make("fieldset", { class: "bb-plan__shifts" }, legend, ...labels);
      part.addEventListener("change", () => this.choose(slug, { tijden: offered.filter((_, number) => boxes[number].checked) }));
      return { part, field: part, update: ({ shifts }) => boxes.forEach((box, number) => (box.checked = shifts.includes(number))) };
    }

    // Counted while somebody types: a line that comes or goes when the field is left would push away what is pressed then.
    hourChoice({ slug, least, most }, facts) {
      const id = `plan-${slug}-uren`;
      const field = make("input", { type: "number", inputmode: "numeric", id, min: 0, max: bb.MOST_HOURS, step: 1 });
      let isTyping = false;
      const typed = (event) => {
        isTyping = event.type === "input";
        this.choose(slug, { uren: Number(field.value) || 0 });
      };
      field.addEventListener("input", typed);
      field.addEventListener("change", typed);
      field.addEventListener("blur", () => (isTyping = false));
      const label = make("label", { for: id }, ...titled(this.say("choose_hours", { low: least, high: most }), facts));
      const part = make("p", {}, label, " ", field);
      const update = ({ hours }) => {
        const shown = hours ? String(hours) : ""; // an empty field asks, a zero seems an answer
        if (!isTyping && field.value !== shown) field.value = shown;
      };
      return { part, field, update };
    }
  }

  function describe(field, place) {
    if (place.hasChildNodes()) field.setAttribute("aria-describedby", place.id);
  }

  // What stands at every vacancy, with its title for who hears only this.
  function titled(words, { title }) {
    return [words, " ", make("span", { class: "bb-hidden" }, title)];
  }

  function isSame(one, other) {
    return ["facts", "isOver", "isMissing"].every((key) => one[key] === other[key]);
  }

  bb.Works = Works;
})();
