// When things are done: what is asked for first; what nobody sees when nobody chooses any more.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const RESTING = 400; // milliseconds without a key or a finger
  const FRAME = 16; // milliseconds that a browser has for the paint itself

  bb.afterPaint = function (act) {
    requestAnimationFrame(() => setTimeout(act, FRAME));
  };

  // Whether somebody chooses at this moment: a key or a finger came a moment ago.
  class Pace {
    // `onRest`: what is to be done when somebody stops.
    constructor(onRest) {
      this.isChoosing = false;
      this.onRest = onRest;
      this.timer = 0;
      this.waiting = [];
    }

    // A finger that comes down is a choice in a moment, which must not wait for cards of the one before.
    hold() {
      this.isChoosing = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.release(), RESTING);
    }

    release() {
      this.isChoosing = false;
      clearTimeout(this.timer);
      this.onRest();
      this.goOn();
    }

    // Who waits looks again.
    goOn() {
      this.waiting.splice(0).forEach((act) => act());
    }

    // Until nobody chooses, or until it `isNeeded`.
    async quiet(isNeeded) {
      while (this.isChoosing && !isNeeded()) await new Promise((resolve) => this.waiting.push(resolve));
    }
  }

  bb.Pace = Pace;
})();
