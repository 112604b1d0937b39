// Runs before the first paint, so that a chosen scheme does not flash; without it the system's choice holds.
(function () {
  "use strict";
  try {
    var scheme = localStorage.getItem("bb-scheme");
    if (scheme === "light" || scheme === "dark") document.documentElement.dataset.bbScheme = scheme;
  } catch (error) {
    // Storage refused (private window): the system's choice holds.
  }
})();
