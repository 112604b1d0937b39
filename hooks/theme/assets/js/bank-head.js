// What stands above the list: how many there are, what is chosen, what a visitor should know or could do.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const SPEAKING = 700; // milliseconds without a key before the number is read aloud
  const SLOW = 500; // milliseconds after which an answer is late
  const CHIP = "bb-chip";
  const QUIET = "bb-button bb-button--quiet";

  class Head {
    // `say` gives the words of the page.
    constructor(root, say) {
      this.root = root;
      this.say = say;
      this.heading = root.querySelector("#lijst");
      this.status = root.querySelector("#melding");
      this.chips = root.querySelector(".bb-chosen");
      this.row = this.chips.parentElement;
      this.help = root.querySelector(".bb-bank__results > .bb-bank__help");
      this.clear = root.querySelector("[data-bb-clear]");
      this.button = root.querySelector("[data-bb-show]");
      this.chosen = root.querySelector("[data-bb-chosen-number]");
      this.broken = root.querySelector("[data-bb-broken]");
      this.speaking = 0;
      this.waiting = 0;
      this.before = null; // what title and button said before they asked to wait
      this.state = null; // of which the choices stand here
    }

    // "95 vacatures gevonden", as `key` names it.
    tell(key, number) {
      return this.say(`${key}_${number === 1 ? "one" : "many"}`, { number });
    }

    // Something is asked for; who still has no answer after a moment is told that it comes. `isChosen`: it stands here in
    // a moment, and room that is made for it now moves nothing then.
    expect(isChosen) {
      if (isChosen && !this.state) document.documentElement.classList.add("bb-asked");
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        clearTimeout(this.speaking);
        const places = [this.heading, this.button];
        this.before = this.before || places.map((place) => place.textContent);
        [...places, this.status].forEach((place) => bb.write(place, this.say("waiting")));
      }, SLOW);
    }

    // What an address asks for stands where room was kept for it, or does not come.
    giveRoomBack(...looks) {
      document.documentElement.classList.remove(...looks);
    }

    arrived() {
      clearTimeout(this.waiting);
      this.broken.hidden = true;
      this.root.classList.remove("bb-bank--broken");
    }

    showNumber(number) {
      this.arrived();
      bb.write(this.button, this.tell("show", number));
    }

    // `found`: what the words gave, null without words; `way`: name and act of what else may be meant, or null.
    showAnswer(number, isAll, found, way) {
      const note = number && found ? this.noteOn(found) : "";
      const key = isAll ? "all" : found && bb.isNear(found) ? "near" : "found";
      const words = number || isAll ? this.tell(key, number) : this.say("found_none");
      this.before = null;
      this.giveRoomBack("bb-near");
      bb.write(this.heading, words);
      this.heading.dataset.bbAnswer = ""; // it no longer tells what was built
      if (number) this.announce([`${words}.`, note, way ? way.name : ""].join(" ")); // else with the ways out
      const ways = way ? [way] : [];
      this.advise(note, found && found.unknown.length ? [...ways, this.elsewhere(found)] : ways);
    }

    // What to know of this answer; '' when there is nothing.
    noteOn({ isWhole, unknown, guessed }) {
      const notes = [];
      if (guessed.length) notes.push(this.say("guessed", { words: guessed.join(", ") }));
      if (unknown.length) notes.push(this.say("unknown", { words: unknown.join(", ") }));
      return notes.length || isWhole ? notes.join(" ") : this.say("partly");
    }

    // Read aloud after a pause, so that not every key talks.
    announce(words) {
      clearTimeout(this.speaking);
      this.speaking = setTimeout(() => bb.write(this.status, words), SPEAKING);
    }

    // `ways`: what a visitor could do, by name: an act, or another page.
    advise(words, ways) {
      const lines = ways.map(({ name, act, href }) =>
        bb.make("li", {}, href ? bb.make("a", { class: QUIET, href }, name) : button(QUIET, name, name, act)),
      );
      const parts = [words && bb.make("p", {}, words), lines.length && bb.make("ul", { class: "bb-ways-out" }, ...lines)];
      this.help.hidden = !words && !lines.length;
      this.help.replaceChildren(...parts.filter(Boolean));
    }

    // Beside the search, where somebody is looking; the title says again what the list holds.
    showFailure(again) {
      if (this.before) [this.heading.textContent, this.button.textContent] = this.before;
      this.before = null;
      this.giveRoomBack("bb-asked", "bb-near");
      const hasFocus = this.broken.contains(document.activeElement);
      this.arrived();
      this.announce(this.say("broken"));
      this.root.classList.add("bb-bank--broken");
      this.broken.hidden = false;
      this.broken.replaceChildren(bb.make("p", {}, this.say("broken")), button(QUIET, this.say("again"), this.say("again"), again));
      if (hasFocus) this.broken.querySelector("button").focus();
    }

    // Nothing fits: the nearest choices that do, with how many, and the same words asked of the whole site. `found` as
    // above: a word may be of another language.
    showWaysOut(ways, go, found) {
      const isUnknown = found && !found.order.length && found.unknown.length > 0;
      const words = this.say(!ways.length ? "none_at_all" : isUnknown ? "none_word" : "none");
      this.announce(`${this.heading.textContent}. ${words}`);
      const choices = ways.map((way) => ({ name: `${way.name} (${way.count})`, act: () => go(way.state) }));
      this.advise(words, found ? [...choices, this.elsewhere(found)] : choices);
    }

    elsewhere({ question }) {
      return { name: this.say("whole_site"), href: `${this.root.dataset.bbSite}?${new URLSearchParams({ q: question })}` };
    }

    // What is chosen, which waits for no answer. `list`: what can be chosen; `drop(without, place)` lets one go, `wipe`
    // all.
    showChosen(state, list, drop, wipe) {
      if (this.state === state) return;
      this.state = state;
      const choices = bb.choicesOf(state, list, this.say);
      const number = choices.length;
      this.row.hidden = this.clear.hidden = !number;
      this.giveRoomBack("bb-asked");
      this.chosen.textContent = number ? `(${number})` : "";
      const buttons = choices.map((choice, place) =>
        button(CHIP, choice.name, this.say("remove", choice), (event) => {
          if (!bb.isSlip(event, choice.name)) drop(choice.without, place);
        }),
      );
      if (number > 1) buttons.push(button(CHIP, this.say("clear"), this.say("clear"), wipe));
      this.chips.replaceChildren(...buttons.map((made) => bb.make("li", {}, made)));
    }

    // Where focus goes when the chip in this place is gone.
    focusChip(place) {
      const left = this.chips.querySelectorAll("button");
      (left[Math.min(place, left.length - 1)] || this.heading).focus();
    }
  }

  function button(look, name, label, act) {
    const made = bb.make("button", { type: "button", class: look, "aria-label": label }, name);
    made.addEventListener("click", act);
    return made;
  }

  bb.Head = Head;
})();
