// The hours that this device keeps, by month: read anew for every change, because another tab may have written in between.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const KEY = "bb-uren";

  class HoursStore {
    // `onRefused`: the device does not keep it.
    constructor(onRefused) {
      this.onRefused = onRefused;
      this.memory = null; // holds as long as this page, on a device that refuses to keep it
    }

    // { month: { naam, rijen } }
    months() {
      if (this.memory) return this.memory;
      try {
        return bb.hours.readable(JSON.parse(localStorage.getItem(KEY)));
      } catch (error) {
        if (!(error instanceof SyntaxError)) this.refuse({});
        return {};
      }
    }

    rowsOf(month) {
      const found = this.months()[month];
      return bb.hours.inOrder(found ? found.rijen : []);
    }

    nameOf(month) {
      const found = this.months()[month];
      return found ? found.naam : "";
    }

    // `edit(mine)` changes what is kept of a month, which starts with this name.
    change(month, name, edit) {
      const months = this.months();
      const mine = months[month] || { naam: name, rijen: [] };
      months[month] = mine;
      edit(mine);
      this.write(months);
    }

    forget(month) {
      const months = this.months();
      delete months[month];
      this.write(months);
    }

    write(months) {
      try {
        if (Object.keys(months).length) localStorage.setItem(KEY, JSON.stringify({ versie: 1, maanden: months }));
        else localStorage.removeItem(KEY);
      } catch (error) {
        this.refuse(months);
      }
    }

    refuse(months) {
      this.memory = months;
      this.onRefused();
    }

    // Whether another tab changed something here; without a key all was wiped.
    isChangedBy(event) {
      return event.key === KEY || event.key === null;
    }
  }

  bb.newRowId = () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");
  bb.HoursStore = HoursStore;
})();
