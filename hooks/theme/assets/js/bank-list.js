// The list of cards on the page: what stands in it, whether it is seen, and how many cards a screen holds.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  const HEIGHT = 400; // of a card, in pixels, when there is none to measure

  class CardList {
    // `explain(words)`: the line that tells by which words a card was found; `onSight`: it comes into sight, or goes.
    constructor(root, explain, onSight) {
      this.root = root;
      this.explain = explain;
      this.height = HEIGHT;
      this.isSeen = true; // or who knows
      this.sight = new IntersectionObserver((entries) => {
        this.isSeen = entries[entries.length - 1].isIntersecting;
        onSight();
      });
      if (this.element) this.sight.observe(this.element);
    }

    // In a page without vacancies there is none yet.
    get element() {
      return this.root.querySelector(".bb-cards");
    }

    make() {
      const list = document.createElement("ul");
      list.className = "bb-cards";
      this.root.querySelector(".bb-empty").replaceWith(list);
      this.sight.observe(list);
      return list;
    }

    // These cards and no others; `words[place]`: by which words each was found.
    paint(cards, words) {
      const list = this.element || this.make();
      this.tellWords(cards, words);
      const isSame = cards.length === list.children.length && cards.every((card, place) => card === list.children[place]);
      if (!isSame) list.replaceChildren(...cards);
      bb.refreshVacancies(list);
    }

    add(cards, words) {
      const part = document.createDocumentFragment();
      this.tellWords(cards, words);
      part.append(...cards);
      bb.refreshVacancies(part);
      this.element.append(part);
    }

    tellWords(cards, words) {
      cards.forEach((card, place) => {
        let line = card.querySelector(".bb-card__why");
        if (!words[place].length) {
          if (line) line.remove();
          return;
        }
        if (!line) {
          line = document.createElement("p");
          line.className = "bb-card__why";
          card.querySelector(".bb-card__labels").before(line);
        }
        bb.write(line, this.explain(words[place]));
      });
    }

    // Cards out of sight are not laid out again, and keep the height that they had. Only for as long as somebody chooses:
    // those that were never laid out have none, and Firefox keeps their words from who listens.
    skip(isSkipped) {
      this.element?.classList.toggle("bb-cards--skipped", isSkipped);
    }

    // Cards from the top of the list to the end of the screen and so many `screens` more.
    screenful(screens) {
      const list = this.element;
      if (!list) return 1;
      const card = list.firstElementChild;
      if (card && card.offsetHeight) this.height = 0.75 * card.offsetHeight; // the next ones may be lower
      const columns = getComputedStyle(list).gridTemplateColumns.split(" ").length;
      const room = (1 + screens) * innerHeight - list.getBoundingClientRect().top;
      return columns * Math.max(1, Math.ceil(room / this.height));
    }
  }

  bb.CardList = CardList;
})();
