// The rules of the hours sheet, held to `tests/cases/urenbriefje.yml`. They know calendar days and minutes of a day, no
// moments: a day on which the clock changes is a day like any other.
// A row is { id, dag: "2026-11-03", bij: "Buurthuis", van: "09:00", tot: "12:30", pauze: minutes }.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const DAY = 24 * 60;
  const LONG = 12 * 60;
  const MOST = 1000;

  const two = (number) => String(number).padStart(2, "0");
  const clock = (minutes) => `${two(Math.floor((minutes % DAY) / 60))}:${two(minutes % 60)}`;
  const decimal = (minutes) => String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");

  const isTime = (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  const minutesAt = (time) => time.slice(0, 2) * 60 + Number(time.slice(3));

  function daysOf(month) {
    const [year, number] = month.split("-").map(Number);
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    return Array.from({ length: last }, (_, place) => `${month}-${two(place + 1)}`);
  }

  const monthOf = (day) => day.slice(0, 7);
  const isMonth = (text) => /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(text);
  const isDay = (text) => isMonth(monthOf(text)) && daysOf(monthOf(text)).includes(text);
  const weekday = (day) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7; // 0 is Monday

  // The first and last day of the week of a day, as far as they lie in its month.
  function weekOf(day) {
    const days = daysOf(monthOf(day));
    const monday = days.indexOf(day) - weekday(day);
    return [days[Math.max(monday, 0)], days[Math.min(monday + 6, days.length - 1)]];
  }

  // ---- what is kept, whatever stands there

  const line = (text) => (typeof text === "string" ? text.replace(/\s+/g, " ").trim().slice(0, 80) : "");

  // A row as it may be used; null when nobody can tell of which day it is.
  function cleanRow(row, number) {
    const { id, dag, bij, van, tot, pauze } = Object(row);
    if (!isDay(String(dag))) return null;
    const pause = Math.min(Math.max(Math.round(Number(pauze)) || 0, 0), DAY);
    const time = (text) => (isTime(text) ? text : "");
    return { id: String(id || number), dag, bij: line(bij), van: time(van), tot: time(tot), pauze: pause };
  }

  // { month: { naam, rijen } } of what a device kept.
  function readable(kept) {
    const found = Object.entries(Object(Object(kept).maanden)).filter(([month]) => isMonth(month));
    return Object.fromEntries(
      found.map(([month, value]) => {
        const { naam, rijen } = Object(value);
        const rows = Array.isArray(rijen) ? rijen.slice(0, MOST) : [];
        return [month, { naam: line(naam), rijen: rows.map(cleanRow).filter(Boolean) }];
      }),
    );
  }

  // Early in a month people still write down the one before.
  function firstMonth(months, today) {
    const now = monthOf(today);
    const before = shifted(now, -1);
    const has = (month) => Boolean(months[month] && months[month].rijen.length);
    return !has(now) && has(before) && today.slice(8) <= "14" ? before : now;
  }

  function shifted(month, by) {
    const [year, number] = month.split("-").map(Number);
    const all = year * 12 + number - 1 + by;
    return `${Math.floor(all / 12)}-${two((all % 12) + 1)}`;
  }

  // ---- counting

  // Until 00:00 is until the end of that day.
  function spanOf(row) {
    const [start, end] = [minutesAt(row.van), minutesAt(row.tot)];
    return { start, end: end === 0 && start > 0 ? DAY : end };
  }

  function inOrder(rows) {
    const key = (row) => `${row.dag} ${row.van} ${row.tot}`;
    return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
  }

  function mistakeIn(row) {
    if (!row.van || !row.tot) return "time";
    const { start, end } = spanOf(row);
    if (start === end) return "same";
    if (end < start) return "reversed";
    return row.pauze >= end - start ? "pause" : "";
  }

  const minutesOf = (row) => (mistakeIn(row) ? 0 : spanOf(row).end - spanOf(row).start - row.pauze);

  function overlaps(one, other) {
    const [first, second] = [spanOf(one), spanOf(other)];
    return one.dag === other.dag && first.start < second.end && second.start < first.end;
  }

  // For each row its minutes and what to look at again.
  function check(rows, month, today) {
    return rows.map((row, place) => {
      const mistake = mistakeIn(row);
      const ofDay = rows.filter((other) => other.dag === row.dag);
      const sum = ofDay.reduce((all, other) => all + minutesOf(other), 0);
      const isLast = rows.slice(place + 1).every((other) => other.dag !== row.dag);
      const notes = {
        [mistake]: Boolean(mistake),
        overlap: !mistake && ofDay.some((other) => other !== row && !mistakeIn(other) && overlaps(row, other)),
        day: isLast && sum > DAY,
        long: isLast && sum > LONG && sum <= DAY,
        outside: monthOf(row.dag) !== month,
        future: row.dag > today,
      };
      return { minutes: minutesOf(row), notes: Object.keys(notes).filter((note) => notes[note]) };
    });
  }

  // Minutes by organisation, each under the name as it was written first; capitals make no difference.
  function sums(rows) {
    const names = new Map();
    const found = new Map();
    rows.forEach((row) => {
      const key = row.bij.toLowerCase();
      if (!names.has(key)) names.set(key, row.bij);
      const name = names.get(key);
      found.set(name, (found.get(name) || 0) + minutesOf(row));
    });
    return found;
  }

  const total = (rows) => rows.reduce((sum, row) => sum + minutesOf(row), 0);

  // "7 uur 30 (7,5)": people read the first, who pays counts with the second.
  function hoursText(minutes, texts) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const words = !rest ? texts.hours : hours ? texts.hours_minutes : texts.minutes;
    const said = words.replace("{hours}", hours).replace("{minutes}", rest);
    return rest ? `${said} (${decimal(minutes)})` : said;
  }

  // What a week plan adds to the rows of a month. `shifts` are { bij, day, start, end }; day 0 is Monday.
  function planned(month, shifts, rows) {
    const taken = new Set(rows.map((row) => `${row.dag} ${row.van} ${row.bij.toLowerCase()}`));
    const all = daysOf(month).flatMap((dag) =>
      shifts
        .filter((shift) => shift.day === weekday(dag))
        .map(({ bij, start, end }) => ({ dag, bij: line(bij), van: clock(start), tot: clock(end), pauze: 0 })),
    );
    return inOrder(all.filter((row) => !taken.has(`${row.dag} ${row.van} ${row.bij.toLowerCase()}`)));
  }

  // A table for a spreadsheet, which must not take a name for a formula.
  function csv(lines) {
    const cell = (value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
    return `\ufeff${lines.map((cells) => cells.map(cell).join(";")).join("\r\n")}\r\n`;
  }

  bb.hours = {
    check, cleanRow, csv, daysOf, decimal, firstMonth, hoursText, inOrder, planned, readable, shifted, sums, total, weekOf,
  };
})();
