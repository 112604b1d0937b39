// Writing a row, or changing one.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class RowForm {
    // `sheet()` gives the month and its rows; what comes of it goes to `on`: `save(row, isChanged)`, `leave(id)` for the
    // row that was not changed after all, and `mistake()`.
    constructor(root, words, sheet, on) {
      const find = (name) => root.querySelector(`#uren-${name}`);
      this.fields = Object.fromEntries(["dag", "bij", "van", "tot", "pauze"].map((key) => [key, find(key)]));
      this.fields.van.type = this.fields.tot.type = "time";
      this.result = find("uitkomst");
      this.save = find("zet");
      this.cancel = find("laat");
      this.hosts = find("organisaties");
      this.words = words;
      this.sheet = sheet;
      this.on = on;
      this.editing = null; // the row that is changed, by its id
      find("regel").addEventListener("input", () => this.preview());
      find("regel").addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit();
      });
      this.cancel.addEventListener("click", () => on.leave(this.editing));
    }

    written() {
      return bb.hours.cleanRow(Object.fromEntries(Object.entries(this.fields).map(([key, field]) => [key, field.value])));
    }

    dayOption(day) {
      return make("option", { value: day }, this.words.fullDay(day));
    }

    paintDays() {
      const today = bb.today();
      const days = bb.hours.daysOf(this.sheet().month);
      this.fields.dag.replaceChildren(...days.map((day) => this.dayOption(day)));
      this.fields.dag.value = days.includes(today) ? today : days[0];
    }

    offerHosts(hosts) {
      this.hosts.replaceChildren(...[...new Set(hosts)].sort().map((host) => make("option", { value: host })));
    }

    // While somebody types: what it comes to, with the rows that are there.
    preview() {
      const { words } = this;
      const { month, rows } = this.sheet();
      const row = this.written();
      const isWhole = row && row.van && row.tot;
      const others = rows.filter((other) => other.id !== this.editing);
      const [{ minutes, notes }] = isWhole ? bb.hours.check([row, ...others], month, bb.today()) : [{ notes: [] }];
      const comesTo = minutes && words.say("comes_to", { hours: words.hours(minutes) });
      this.result.textContent = [comesTo, ...notes.map((note) => words.say(`note_${note}`))].filter(Boolean).join(" ");
    }

    startEditing(row) {
      const { dag } = this.fields;
      this.editing = row.id;
      if (![...dag.options].some((option) => option.value === row.dag)) dag.append(this.dayOption(row.dag));
      Object.entries(this.fields).forEach(([key, field]) => (field.value = row[key]));
      this.save.textContent = this.words.say("save");
      this.cancel.hidden = false;
      this.preview();
      this.focus();
    }

    stopEditing() {
      this.editing = null;
      this.save.textContent = this.words.say("add");
      this.cancel.hidden = true;
      this.result.textContent = "";
    }

    focus() {
      this.fields.dag.focus();
    }

    submit() {
      const row = this.written();
      const missing = this.fields.pauze.validity.valid ? ["bij", "van", "tot"].find((key) => !row[key]) : "pauze";
      Object.entries(this.fields).forEach(([key, field]) => field.setAttribute("aria-invalid", key === missing));
      if (missing) {
        this.on.mistake();
        this.result.textContent = this.words.say(`missing_${missing}`);
        this.fields[missing].focus();
        return;
      }
      this.on.save({ ...row, id: this.editing || bb.newRowId() }, this.editing !== null);
    }
  }

  bb.RowForm = RowForm;
})();
