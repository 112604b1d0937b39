// What day it is now, which a built page cannot know.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const EPOCH = Date.UTC(2020, 0, 1);
  const DAY = 864e5;

  // Made once: that costs a phone several milliseconds.
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Amsterdam",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });

  // Today, as JJJJ-MM-DD: days of the site are days in Europe/Amsterdam.
  bb.today = function () {
    return calendar.format(new Date());
  };

  // Days since the epoch of `pages/bank_data.py`.
  bb.dayNumber = function (day) {
    const [year, month, date] = day.split("-").map(Number);
    return (Date.UTC(year, month - 1, date) - EPOCH) / DAY;
  };
})();
