// Runs before the first paint, so that nothing jumps: what needs a script shows at once, a chosen scheme does not flash.
(function () {
  "use strict";
  // The youngest thing that our scripts lean on: an older browser gets the pages that need no script.
  var root = document.documentElement;
  if (Element.prototype.replaceChildren) root.classList.add("bb-js", "bb-waits"); // the last until `facts.js` told
  // A script of ours that does not come leaves no buttons behind that do nothing. Without `site.js` its buttons stay
  // hidden, without `decision.js` and `language-row.js` a choice goes on by its links, and who asks for `read-aloud.js`,
  // `plan-later.js`, or data, which lie elsewhere, tells it. What a browser, or who translates, puts into the page is
  // not ours.
  var NEEDED = /\/assets\/js\/(?!(site|decision|read-aloud|language-row|own-language|plan-later)\.js)/;
  function lose(event) {
    root.classList.remove("bb-own-comes");
    if (!NEEDED.test(event.target.src)) return;
    root.classList.remove("bb-js");
    root.classList.add("bb-lost");
  }
  document.addEventListener("error", lose, true);
  // What an address chooses stands above the list of vacancies in a moment; what others add to it looks otherwise.
  if (/[?&](q=.|uren=[\d-]|(?!sorteer=|bij=)[a-z]+=[a-z-]+(&|$))/.test(location.search)) root.classList.add("bb-asked");
  if (/[?&]sorteer=dichtbij/.test(location.search)) root.classList.add("bb-near");
  try {
    var scheme = localStorage.getItem("bb-scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.bbScheme = scheme;
    if (localStorage.getItem("bb-taal")) root.classList.add("bb-own-comes"); // until `language-row.js` knows better
  } catch (error) {
    // Storage refused (private window): the system's choice holds.
  }
})();
