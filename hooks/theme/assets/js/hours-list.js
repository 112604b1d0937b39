// The rows of a month on the screen, by week, and what they come to.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class HoursList {
    // `edit(row)` and `remove(row)`: what somebody does with a row.
    constructor(root, words, edit, remove) {
      this.list = root.querySelector("#uren-lijst");
      this.empty = root.querySelector("#uren-leeg");
      this.sums = root.querySelector("#uren-som");
      this.doubt = root.querySelector("#uren-twijfel");
      this.words = words;
      this.edit = edit;
      this.remove = remove;
    }

    // `found`: each row with its minutes and what to say of it.
    paint(found) {
      const weeks = new Map();
      found.forEach((item) => {
        const week = bb.hours.weekOf(item.row.dag).join();
        weeks.set(week, [...(weeks.get(week) || []), item]);
      });
      this.list.replaceChildren(...[...weeks].flatMap(([week, items]) => this.weekPart(week, items)));
      this.empty.hidden = found.length > 0;
      this.paintSums(found);
    }

    weekPart(week, items) {
      const days = [...new Set(week.split(",").map(this.words.date))].join(this.words.say("until"));
      const head = `${days}: ${this.words.hours(bb.hours.total(items.map((item) => item.row)))}`;
      return [make("h3", {}, head), make("ul", { class: "bb-hours__list" }, ...items.map((item) => this.line(item)))];
    }

    line({ row, minutes, notes }) {
      const { words } = this;
      const times = make("span", { class: "bb-nowrap" }, words.times(row));
      const edit = this.button(row, "edit", "wijzig", () => this.edit(row));
      const remove = this.button(row, "remove", "weg", (event) => {
        if (!bb.isSlip(event, row.id)) this.remove(row);
      });
      return make(
        "li",
        {},
        make("p", {}, make("strong", {}, words.fullDay(row.dag)), " ", times, words.pause(row)),
        make("p", {}, bb.asWritten(row.bij), `: ${minutes ? words.hours(minutes) : words.say("uncounted")}`),
        ...notes.map((note) => make("p", { class: "bb-hours__note" }, words.say(`note_${note}`))),
        make("p", { class: "bb-hours__buttons" }, edit, remove),
      );
    }

    button(row, key, name, act) {
      const text = this.words.say(key);
      const label = `${text}: ${this.words.about(row)}`;
      const made = make("button", { type: "button", class: "bb-save", id: `uren-${name}-${row.id}`, "aria-label": label }, text);
      made.addEventListener("click", act);
      return made;
    }

    // null when the row is not there.
    editButton(id) {
      return document.getElementById(`uren-wijzig-${id}`);
    }

    paintSums(found) {
      const { words } = this;
      const rows = found.map((item) => item.row);
      const hosts = [...bb.hours.sums(rows)].map(([host, minutes]) => [bb.asWritten(host), minutes]);
      const lines = [...hosts, [words.say("total"), bb.hours.total(rows)]];
      const number = found.filter((item) => !item.minutes).length;
      this.sums.replaceChildren(...lines.flatMap(([name, minutes]) => [make("dt", {}, name), make("dd", {}, words.hours(minutes))]));
      this.doubt.textContent = number ? words.say(number === 1 ? "uncounted_one" : "uncounted_many", { number }) : "";
    }
  }

  bb.HoursList = HoursList;
})();
