// Runs before the first paint, so that nothing jumps: what needs a script shows at once, a chosen scheme does not flash.
(function () {
  "use strict";
  // The youngest thing that our scripts lean on: an older browser gets the pages that need no script.
  var root = document.documentElement;
  if (Element.prototype.replaceChildren) root.classList.add("bb-js");
  // A script that does not come leaves no buttons behind that do nothing. Data have an entry, and who asked for them
  // tells it; without `site.js` its buttons stay hidden, and without `decision.js` a choice goes on by its links.
  function lose(event) {
    var lost = event.target;
    if (lost.localName !== "script" || lost.entry || /\/(site|decision)\.js$/.test(lost.src)) return;
    root.classList.remove("bb-js");
    root.classList.add("bb-lost");
  }
  document.addEventListener("error", lose, true);
  try {
    var scheme = localStorage.getItem("bb-scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.bbScheme = scheme;
  } catch (error) {
    // Storage refused (private window): the system's choice holds.
  }
})();
