// What cannot be undone asks first: the same button, pressed again, is the yes.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const DOUBLE = 600; // milliseconds in which a second press belongs to the first: nobody has read the question yet
  const PATIENCE = 10000; // milliseconds that a question stands

  // `act` happens after a yes. The question goes when focus does, and by itself: who comes back later is asked again.
  bb.askFirst = function (button, question, act) {
    const words = button.querySelector("span") || button;
    const usual = words.textContent;
    let asked = null; // when; null while nothing is asked
    let standing = 0;
    let isPressed = false; // a press takes focus from a button in some browsers, and that is no going away

    // The question is read aloud; that it is gone is no news.
    function write(text, live) {
      words.setAttribute("aria-live", live);
      words.textContent = text;
    }

    function rest() {
      clearTimeout(standing);
      asked = null;
      write(usual, "off");
    }

    function ask() {
      write(question, "polite");
      standing = setTimeout(rest, PATIENCE);
    }

    words.setAttribute("aria-live", "polite");
    button.addEventListener("click", (event) => {
      const isSoon = event.detail > 1 || (asked !== null && event.timeStamp - asked < DOUBLE);
      const isYes = asked !== null && !isSoon;
      if (asked === null) ask();
      asked = event.timeStamp; // who goes on tapping is not answering
      isPressed = false;
      if (!isYes) {
        button.focus(); // not every browser does so by itself, and without it focus cannot leave
        return;
      }
      rest();
      act();
    });
    document.addEventListener("pointerdown", ({ target }) => (isPressed = button.contains(target)));
    button.addEventListener("blur", () => isPressed || rest());
  };
})();
