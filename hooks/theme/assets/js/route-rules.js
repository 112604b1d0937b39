// The routekaart's rules: what was kept, what comes next, which day it is some months on, and a file for an agenda.
// Nothing here knows the page or the clock; tests/cases/route.yml says what must come out.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const FIRST = 2000;
  const LAST = 2099;
  const two = (number) => String(number).padStart(2, "0");
  const moment = ([year, month, date]) => new Date(Date.UTC(year, month - 1, date));
  const parts = (day) => [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];

  // Progress as it was kept: rubbish is nothing, and a stop that is gone was never there.
  function read(text, order) {
    let kept = null;
    try {
      kept = JSON.parse(text);
    } catch (error) {
      // Not ours.
    }
    const { klaar, hier, start } = Object(kept);
    const done = Array.isArray(klaar) ? order.filter((stop) => klaar.includes(stop)) : [];
    const day = typeof start === "string" && Array.isArray(dayOf(start)) ? start : "";
    return { klaar: done, hier: order.includes(hier) ? hier : "", start: day };
  }

  // The first stop after this one that is not done; is there none, then the first that was skipped.
  function next(order, { klaar, hier }) {
    const place = order.indexOf(hier);
    const ahead = [...order.slice(place + 1), ...order.slice(0, Math.max(place, 0))];
    return ahead.find((stop) => !klaar.includes(stop)) || "";
  }

  // "2027-03-01" becomes [2027, 3, 1]; "" for what is no day, "far" for a slip of the keyboard.
  function dayOf(text) {
    const found = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
    if (!found) return "";
    const day = found.slice(1).map(Number);
    if (day[0] < FIRST || day[0] > LAST) return "far";
    return parts(moment(day)).every((value, place) => value === day[place]) ? day : "";
  }

  // As far into the month as the month is long: 31 January and a month is the last day of February.
  function addMonths([year, month, date], months) {
    const there = new Date(Date.UTC(year, month - 1 + months, 1));
    const [inYear, inMonth] = parts(there);
    const length = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate();
    return [inYear, inMonth, Math.min(date, length)];
  }

  const inWords = (day) =>
    moment(day).toLocaleDateString("nl-NL", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const isWeekend = (day) => moment(day).getUTCDay() % 6 === 0;

  // RFC 5545: https://www.rfc-editor.org/rfc/rfc5545
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const digits = ([year, month, date]) => `${year}${two(month)}${two(date)}`;

  // Lines of at most 75 bytes, never cut inside a character.
  function folded(line) {
    const encoder = new TextEncoder();
    let lines = "";
    let length = 0;
    for (const char of line) {
      const size = encoder.encode(char).length;
      if (length + size > 75) {
        lines += "\r\n ";
        length = 1;
      }
      lines += char;
      length += size;
    }
    return `${lines}\r\n`;
  }

  // One event for each talk, the whole day; `now` is when the file is made. The same start gives the same names (UID),
  // so that an agenda that reads the file again finds what it has.
  function calendar(start, talks, { programme, host, now }) {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const events = talks.flatMap(({ months, summary, description }) => {
      const day = addMonths(start, months);
      const [year, month, date] = day;
      return [
        "BEGIN:VEVENT",
        `UID:gesprek-${months}-${digits(start)}@${host}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${digits(day)}`,
        `DTEND;VALUE=DATE:${digits(parts(moment([year, month, date + 1])))}`,
        `SUMMARY:${escaped(summary)}`,
        `DESCRIPTION:${escaped(description)}`,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ];
    });
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(programme)}//Routekaart//NL`];
    return [...head, ...events, "END:VCALENDAR"].map(folded).join("");
  }

  bb.route = { read, next, dayOf, addMonths, inWords, isWeekend, calendar };
})();
