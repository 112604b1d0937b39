// Words that somebody can paste elsewhere.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // Whether they were copied: not when that is refused, or by a browser that cannot. Some browsers copy only at the very
  // press, so nothing is to be waited for before this.
  bb.copy = async function (text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      return false;
    }
  };
})();
