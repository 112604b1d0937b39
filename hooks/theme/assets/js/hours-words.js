// How a row, its day and its hours are said, in the language of the page.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class HoursWords {
    constructor(texts) {
      this.texts = texts;
      this.say = bb.sayer(texts);
      this.fullDay = dayFormat({ weekday: "long", day: "numeric", month: "long" });
      this.shortDay = dayFormat({ weekday: "short", day: "numeric", month: "short" });
      this.date = dayFormat({ day: "numeric", month: "long" });
      this.fullMonth = dayFormat({ month: "long", year: "numeric" });
    }

    month(value) {
      return this.fullMonth(`${value}-01`);
    }

    hours(minutes) {
      return bb.hours.hoursText(minutes, this.texts);
    }

    times({ van, tot }) {
      return this.say("times", { from: van || "?", to: tot || "?" });
    }

    pause({ pauze }) {
      return pauze ? `, ${this.say("pause", { minutes: pauze })}` : "";
    }

    // Which row it is, where it cannot be seen.
    about(row) {
      return `${this.fullDay(row.dag)}, ${this.times(row)}, ${row.bij}`;
    }
  }

  function dayFormat(options) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", ...options });
    return (day) => format.format(new Date(`${day}T00:00Z`));
  }

  bb.HoursWords = HoursWords;
})();
