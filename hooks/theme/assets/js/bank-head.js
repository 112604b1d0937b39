// What stands above the list: how many there are, what is chosen, what a visitor should know or could do.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const SPEAKING = 700; // milliseconds without a key before the number is read aloud
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
      this.help = root.querySelector(".bb-bank__help");
      this.clear = root.querySelector("[data-bb-clear]");
      this.button = root.querySelector("[data-bb-show]");
      this.chosen = root.querySelector("[data-bb-chosen-number]");
      this.speaking = 0;
    }

    // "95 vacatures gevonden", as `key` names it.
    tell(key, number) {
      return this.text(`${key}_${number === 1 ? "one" : "many"}`, { number });
    }

    showNumber(number) {
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

    showFailure(again) {
      this.say(this.text("broken"));
      this.advise([line("p", this.text("broken")), button(QUIET, this.text("again"), this.text("again"), again)]);
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
        button(CHIP, choice.name, this.text("remove", choice), () => drop(choice.without, place)),
      );
      if (number > 1) buttons.push(button(CHIP, this.text("clear"), this.text("clear"), wipe));
      this.chips.replaceChildren(...buttons.map((made) => line("li", made)));
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
