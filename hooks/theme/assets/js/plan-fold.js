// Below a plan: what helps who has none yet is folded away for who sees one, and open again without a plan.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Folds {
    // Marks stand beside `root`: a part with a heading, or an empty one before a heading and all that follows.
    constructor(root) {
      this.marks = [...root.parentElement.querySelectorAll("[data-bb-fold]")];
      this.made = [];
      this.plans = new Set();
      this.isFolded = false;
    }

    // `whose`: the plan of this device, or one that came along. Once for each change: a visitor may have opened one again.
    follow(whose, isSeen) {
      this.plans[isSeen ? "add" : "delete"](whose);
      const isFolded = this.plans.size > 0;
      if (isFolded === this.isFolded) return;
      this.isFolded = isFolded;
      if (!this.made.length) this.made = this.marks.map(foldOf);
      this.made.forEach((fold) => (fold.open = !isFolded));
    }
  }

  function foldOf(mark) {
    const [heading, ...rest] = mark.children.length ? mark.children : following(mark);
    const looks = mark.className ? ` ${mark.className}` : "";
    const inside = make("div", { class: "bb-question__answer" });
    const made = make("details", { class: `bb-fold${looks}` }, make("summary", {}), inside);
    mark.replaceWith(made);
    made.firstChild.append(heading);
    inside.append(...rest);
    return made;
  }

  // Up to how to reach somebody, with which a page ends.
  function following(mark) {
    const found = [];
    for (let next = mark.nextElementSibling; next && !next.matches(".bb-contact"); next = next.nextElementSibling) found.push(next);
    return found;
  }

  bb.Folds = Folds;
})();
