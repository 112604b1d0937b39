// What stands above the list: how many there are, what is chosen, what a visitor should know or could do.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const SPEAKING = 700; // milliseconds without a key before the number is read aloud
  const SLOW = 500; // milliseconds after which an answer is late
  const TWICE = 400; // milliseconds in which a second tap belongs to the first
  const CHIP = "bb-chip";
  const QUIET = "bb-button bb-button--quiet";

  class Head {
    // `text` fills in the words of the page.
    constructor(root, text) {
      this.root = root;
      this.text = text;
      this.heading = root.querySelector("#lijst");
      this.status = root.querySelector("#melding");
      this.chips = root.querySelector(".bb-chosen");
      this.help = root.querySelector(".bb-bank__results > .bb-bank__help");
      this.clear = root.querySelector("[data-bb-clear]");
      this.button = root.querySelector("[data-bb-show]");
      this.chosen = root.querySelector("[data-bb-chosen-number]");
      this.broken = root.querySelector("[data-bb-broken]");
      this.speaking = 0;
      this.tapped = -Infinity;
      this.waiting = 0;
      this.before = null; // what title and button said before they asked to wait
    }

    // "95 vacatures gevonden", as `key` names it.
    tell(key, number) {
      return this.text(`${key}_${number === 1 ? "one" : "many"}`, { number });
    }

    // Something is asked for; who still has no answer after a moment is told that it comes.
    expect() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        const places = [this.heading, this.button];
        this.before = this.before || places.map((place) => place.textContent);
        [...places, this.status].forEach((place) => bb.write(place, this.text("waiting")));
      }, SLOW);
    }

    arrived() {
      clearTimeout(this.waiting);
      this.before = null;
      this.broken.hidden = true;
      this.root.classList.remove("bb-bank--broken");
    }

    showNumber(number) {
      this.arrived();
      bb.write(this.button, this.tell("show", number));
    }

    // `note`: what to know of this answer, '' when there is nothing.
    showAnswer(number, isAll, note) {
      const words = number || isAll ? this.tell(isAll ? "all" : "found", number) : this.text("found_none");
      bb.write(this.heading, words);
      this.say(`${words}. ${number ? note : this.text("none")}`);
      this.advise(note ? [line("p", note)] : []);
    }

    // Read aloud after a pause, so that not every key talks.
    say(words) {
      clearTimeout(this.speaking);
      this.speaking = setTimeout(() => bb.write(this.status, words), SPEAKING);
    }

    advise(parts) {
      this.help.hidden = !parts.length;
      this.help.replaceChildren(...parts);
    }

    // Beside the search, where somebody is looking; the title says again what the list holds.
    showFailure(again) {
      if (this.before) [this.heading.textContent, this.button.textContent] = this.before;
      this.arrived();
      this.say(this.text("broken"));
      this.root.classList.add("bb-bank--broken");
      this.broken.hidden = false;
      this.broken.replaceChildren(line("p", this.text("broken")), button(QUIET, this.text("again"), this.text("again"), again));
    }

    // Nothing fits: the nearest choices that do, with how many.
    showWaysOut(ways, go) {
      const lines = document.createElement("ul");
      lines.className = "bb-ways-out";
      ways.forEach((way) => {
        const name = `${way.name} (${way.count})`;
        lines.append(line("li", button(QUIET, name, name, () => go(way.state))));
      });
      this.advise([line("p", this.text(ways.length ? "none" : "none_at_all")), lines]);
    }

    // `choices` as `bb.choicesOf` gives them; `drop(without, place)` lets one go, `wipe` all.
    showChosen(choices, drop, wipe) {
      const number = choices.length;
      this.chips.parentElement.hidden = this.clear.hidden = !number;
      this.chosen.textContent = number ? `(${number})` : "";
      const buttons = choices.map((choice, place) =>
        button(CHIP, choice.name, this.text("remove", choice), (event) => this.isMeant(event) && drop(choice.without, place)),
      );
      if (number > 1) buttons.push(button(CHIP, this.text("clear"), this.text("clear"), wipe));
      this.chips.replaceChildren(...buttons.map((made) => line("li", made)));
    }

    // The next chip slides under a finger that taps twice; a key (detail 0) is not pressed twice by mistake.
    isMeant(event) {
      const before = this.tapped;
      this.tapped = event.timeStamp;
      return !event.detail || event.timeStamp - before > TWICE;
    }

    // Where focus goes when the chip in this place is gone.
    focusChip(place) {
      const left = this.chips.querySelectorAll("button");
      (left[Math.min(place, left.length - 1)] || this.heading).focus();
    }
  }

  function line(kind, content) {
    const made = document.createElement(kind);
    made.append(content);
    return made;
  }

  function button(look, name, label, act) {
    const made = line("button", name);
    made.type = "button";
    made.className = look;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  bb.Head = Head;
})();
