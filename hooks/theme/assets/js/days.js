// What day it is now, which a built page cannot know.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const EPOCH = Date.UTC(2020, 0, 1);
  const DAY = 864e5;

  // Made once: that costs a phone several milliseconds.
  const calendar = new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Amsterdam",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });

  // Today, as JJJJ-MM-DD: days of the site are days in Europe/Amsterdam. Put together here: browsers differ in the order
  // that they give to the parts of a day, whatever language is asked for.
  bb.today = function () {
    const parts = calendar.formatToParts(new Date()).map(({ type, value }) => [type, value]);
    const { year, month, day } = Object.fromEntries(parts);
    return `${year}-${month}-${day}`;
  };

  // Days since the epoch of `pages/bank_data.py`.
  bb.dayNumber = function (day) {
    const [year, month, date] = day.split("-").map(Number);
    return (Date.UTC(year, month - 1, date) - EPOCH) / DAY;
  };
})();
