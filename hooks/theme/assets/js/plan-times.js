// Times of day, days and numbers of hours as a plan shows them.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  const two = (number) => String(number).padStart(2, "0");
  const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

  // With a word between the times: nobody hears a dash.
  bb.fromTo = (say, start, end) => say("times", { start: clock(start), end: clock(end) });
  bb.inHours = (minutes) => String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");
  bb.weekOf = (say, minutes) => (minutes ? say("hours_week", { hours: bb.inHours(minutes) }) : say("hours_none"));

  // In the text itself: what only css turns into a capital is read aloud apart from the rest of its word.
  bb.upperFirst = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
})();
