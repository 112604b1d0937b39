// Taking a sheet along: as text for a message, as a table for a spreadsheet.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const ASKING = 60000; // milliseconds in which somebody says yes to a phone that asks whether to save the file

  class HoursExport {
    // `sheet()` gives the month, the name and the rows.
    constructor(root, words, sheet) {
      this.done = root.querySelector("#uren-gedaan");
      this.words = words;
      this.sheet = sheet;
      root.querySelector("#uren-kopieer").addEventListener("click", () => this.copy());
      root.querySelector("#uren-tabel").addEventListener("click", () => this.download());
    }

    text() {
      const { words } = this;
      const { month, name, rows } = this.sheet();
      const lines = rows.map((row) => `${words.shortDay(row.dag)}, ${words.times(row)}${words.pause(row)}: ${row.bij}`);
      const sums = [...bb.hours.sums(rows), [words.say("total"), bb.hours.total(rows)]];
      const ends = sums.map(([host, minutes]) => `${host}: ${words.hours(minutes)}`);
      return [`${words.say("title")} ${words.month(month)}`, name, "", ...lines, "", ...ends].join("\n");
    }

    async copy() {
      this.done.textContent = this.words.say((await bb.copy(this.text())) ? "copied" : "copy_refused");
    }

    table() {
      const { month, name, rows } = this.sheet();
      const checks = bb.hours.check(rows, month, bb.today());
      const hours = checks.map(({ minutes }) => bb.hours.decimal(minutes));
      const lines = rows.map((row, place) => [row.dag, name, row.bij, row.van, row.tot, row.pauze, hours[place]]);
      return bb.hours.csv([this.words.say("columns").split(";"), ...lines]);
    }

    download() {
      const address = URL.createObjectURL(new Blob([this.table()], { type: "text/csv" }));
      bb.make("a", { href: address, download: `${this.words.say("file")}-${this.sheet().month}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(address), ASKING);
    }
  }

  bb.HoursExport = HoursExport;
})();
