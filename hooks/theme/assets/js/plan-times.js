// Times of day and numbers of hours as a plan shows them.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  const two = (number) => String(number).padStart(2, "0");

  bb.clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  bb.inHours = (minutes) => String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");
})();
