// Without a plan first comes how it works: own words and what can be done with a plan stand below that.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class WhileEmpty {
    constructor(root) {
      this.part = root.querySelector("#plan-zelf");
      this.after = this.part.nextElementSibling;
      this.below = document.getElementById("plan-straks"); // null on a page that explains nothing
    }

    follow(isEmpty) {
      if (!this.below || this.below.contains(this.part) === isEmpty) return;
      if (this.part.contains(document.activeElement)) return; // where somebody writes, nothing moves
      if (isEmpty) this.below.append(this.part);
      else this.after.before(this.part);
    }
  }

  bb.WhileEmpty = WhileEmpty;
})();
