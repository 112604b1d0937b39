// The cards of an answer, in parts: those that somebody sees at once, the others when nobody chooses any more.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const IS_PHONE = !matchMedia("(min-width: 40em)").matches;
  const PART = IS_PHONE ? 2 : 8; // cards that are added at a time
  const BELOW = IS_PHONE ? 0 : 1; // screens below this one that are filled at once: a wide one is soon scrolled
  const FEW = 2; // blocks of cards that may be waited for

  class CardParts {
    // `made`: each card once; `shown`: those on the page.
    constructor(made, shown, pace) {
      this.made = made;
      this.shown = shown;
      this.pace = pace;
    }

    // Cards that do not wait for the others, when those stand in many blocks or somebody chooses: a screenful, or what
    // stood there `before` more was asked for. All when they stand in few.
    firstOf(numbers, before) {
      const isSoon = !this.pace.isChoosing && this.made.spread(numbers) <= FEW;
      return isSoon ? numbers : numbers.slice(0, before || this.shown.screenful(BELOW));
    }

    // In place of those of the answer before.
    paint(cards, numbers, found) {
      this.shown.paint(cards, wordsOf(numbers, found));
    }

    // From number `done` on. Who goes on choosing is not held up: cards that nobody sees come later, a few at a time, and
    // not when all changes.
    async paintRest(isOver, asked, found, done) {
      for (let at = done; at < asked.length || !at; at += PART) {
        const isNeeded = () => !at && this.shown.isSeen; // a list that is still empty does not wait once it is seen
        await this.pace.quiet(isNeeded);
        if (isOver()) return;
        const numbers = asked.slice(at, at + PART);
        const cards = await this.made.of(numbers, isOver);
        await this.pace.quiet(isNeeded);
        if (isOver()) return;
        if (at) this.shown.add(cards, wordsOf(numbers, found));
        else this.paint(cards, numbers, found);
        await new Promise(bb.afterPaint);
      }
    }
  }

  // By which words each was found.
  function wordsOf(numbers, found) {
    return numbers.map((number) => (found ? found.why(number) : []));
  }

  bb.CardParts = CardParts;
})();
