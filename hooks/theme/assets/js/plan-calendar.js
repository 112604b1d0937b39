// The fixed times of a plan as a calendar file (RFC 5545) that repeats every week, made on this device.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const ZONE = "Europe/Amsterdam";
  const MINUTE = 6e4; // milliseconds
  const DAY = 24 * 60; // minutes
  const LONGEST = 74; // bytes of a line, which a break may not exceed with its space

  // For a calendar that does not know the zone by its name.
  const RULES = [
    "BEGIN:VTIMEZONE", `TZID:${ZONE}`,
    "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
    "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
  ];

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const stamp = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");

  // `today` as JJJJ-MM-DD: each time begins on the first such day after it. `now` in milliseconds.
  // `note`: what is told of each, above whom to call.
  bb.weekAsCalendar = function (plan, base, today, now, note) {
    const site = location.hostname || "plan";
    const midnight = Date.parse(`${today}T00:00:00Z`);
    const weekday = (new Date(midnight).getUTCDay() + 6) % 7; // 0 is Monday
    const events = bb.plan.placed(plan).flatMap(([day, start, end, number]) => {
      const ahead = ((day - weekday + 7) % 7 || 7) * DAY;
      const at = (minutes) => stamp(midnight + (ahead + minutes) * MINUTE).slice(0, -1);
      const { work, facts, isShut } = plan[number];
      const { role, ways } = bb.reachOf(plan[number]);
      return [
        "BEGIN:VEVENT",
        `UID:plan-${work.slug}-${day}-${start}@${site}`,
        `DTSTAMP:${stamp(now)}`,
        `DTSTART;TZID=${ZONE}:${at(start)}`,
        `DTEND;TZID=${ZONE}:${at(end)}`,
        "RRULE:FREQ=WEEKLY",
        `SUMMARY:${escaped([facts.title, facts.host].join(", "))}`,
        `STATUS:${isShut ? "CONFIRMED" : "TENTATIVE"}`, // where nobody else can begin, somebody works who says so
        `DESCRIPTION:${escaped([note, role, ...ways.map((way) => way.slice(0, 2).join(" "))].join("\n"))}`,
        `LOCATION:${escaped(facts.address.join(", "))}`,
        `URL:${new URL(base, location.href).href}vacatures/${work.slug}/`,
        "END:VEVENT",
      ];
    });
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${site}//Mijn plan//NL`, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
    return [...head, ...RULES, ...events, "END:VCALENDAR"].map(folded).join("");
  };

  // Never cut inside a letter.
  function folded(line) {
    const encoder = new TextEncoder();
    let [all, length] = ["", 0];
    for (const letter of line) {
      const bytes = encoder.encode(letter).length;
      if (length + bytes > LONGEST) [all, length] = [`${all}\r\n `, 1];
      all += letter;
      length += bytes;
    }
    return `${all}\r\n`;
  }
})();
