// Whether a press is one that somebody meant: who clicks twice out of habit means it once.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const DOUBLE = 600; // milliseconds in which a second press belongs to the first
  const NEAR = 20; // pixels within which a finger taps the same place
  let pressed = { what: null, at: 0, x: 0, y: 0 };

  // Whether this is the second press of a double click on `what`: that is no second thought. A phone counts no clicks.
  bb.isDouble = function ({ detail, timeStamp, clientX, clientY }, what) {
    const isSoon = what === pressed.what && timeStamp - pressed.at < DOUBLE;
    if (!isSoon) pressed = { what, at: timeStamp, x: clientX, y: clientY };
    return isSoon || detail > 1;
  };

  // The same where a press takes away what was pressed, and the next one comes under the finger. A key has no place.
  bb.isSlip = function (event, what) {
    const isNear = event.detail > 0 && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < NEAR;
    return bb.isDouble(event, isNear && event.timeStamp - pressed.at < DOUBLE ? pressed.what : what);
  };
})();
