// The sheet for paper: an empty one to fill in with a pen, and the same with what was written.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class HoursPaper {
    constructor(root, words) {
      this.root = root;
      this.words = words;
      this.blank = root.querySelector(".bb-sheet");
      this.filled = this.blank.cloneNode(true);
      this.sign = this.blank.querySelector("[data-bb-host]").cloneNode(true); // now, before a browser translates it
      this.blank.classList.add("bb-sheet--blank");
      this.filled.classList.add("bb-sheet--filled");
      this.blank.after(this.filled);
      this.look = root.querySelector("#uren-toon");
      this.look.addEventListener("click", (event) => bb.isDouble(event, "look") || this.toggle());
      root.querySelector("#uren-pen").addEventListener("click", () => this.printBlank());
      this.isBlank = false; // only that button prints an empty sheet; the browser's own command the hours
      addEventListener("beforeprint", () => this.choose());
      addEventListener("afterprint", () => (this.isBlank = false)); // on some phones before the paper is drawn
    }

    toggle() {
      const isShown = this.root.classList.toggle("bb-hours--shown");
      this.look.setAttribute("aria-expanded", isShown);
    }

    printBlank() {
      this.isBlank = true;
      this.choose();
      print();
    }

    choose() {
      this.root.classList.toggle("bb-hours--blank", this.isBlank);
    }

    part(key) {
      return this.filled.querySelector(`[data-bb-sheet="${key}"]`);
    }

    writeName(name) {
      this.part("name").textContent = name;
    }

    // `found`: each row with its minutes.
    paint(month, name, found) {
      const rows = found.map((item) => item.row);
      const sums = [...bb.hours.sums(rows)];
      this.writeName(name);
      this.part("month").textContent = this.words.month(month);
      this.part("rows").replaceChildren(...found.map((item) => this.line(item)));
      this.part("sums").replaceChildren(...sums.map(([host, minutes]) => cells(bb.asWritten(host), this.words.hours(minutes))));
      this.part("total").textContent = this.words.hours(bb.hours.total(rows));
      this.paintSigns(sums.map(([host]) => host));
    }

    line({ row, minutes }) {
      const { words } = this;
      const hours = minutes ? words.hours(minutes) : "?";
      return cells(words.shortDay(row.dag), bb.asWritten(row.bij), row.van, row.tot, row.pauze || "", hours, "");
    }

    // Each host signs for its own.
    paintSigns(hosts) {
      this.filled.querySelectorAll("[data-bb-host]").forEach((sign) => sign.remove());
      const own = hosts.map((host) => {
        const sign = this.sign.cloneNode(true);
        sign.querySelector("b").replaceChildren(bb.asWritten(host));
        return sign;
      });
      this.filled.querySelector(".bb-sheet__sign").after(...own);
    }
  }

  function cells(head, ...others) {
    return make("tr", {}, make("th", { scope: "row" }, head), ...others.map((cell) => make("td", {}, cell)));
  }

  bb.HoursPaper = HoursPaper;
})();
