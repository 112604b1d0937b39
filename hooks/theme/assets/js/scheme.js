// Runs before the first paint, so that nothing jumps: what needs a script shows at once, a chosen scheme does not flash.
(function () {
  "use strict";
  // The youngest thing that our scripts lean on: an older browser gets the pages that need no script.
  if (Element.prototype.replaceChildren) document.documentElement.classList.add("bb-js");
  try {
    var scheme = localStorage.getItem("bb-scheme");
    if (scheme === "light" || scheme === "dark") document.documentElement.dataset.bbScheme = scheme;
  } catch (error) {
    // Storage refused (private window): the system's choice holds.
  }
})();
