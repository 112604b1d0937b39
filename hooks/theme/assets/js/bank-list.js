// The list of cards on the page: what stands in it, whether it is seen, and how many cards a screen holds.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class CardList {
    // `explain(words)`: the line that tells by which words a card was found; `onSeen`: the list comes into sight.
    constructor(root, explain, onSeen) {
      this.root = root;
      this.explain = explain;
      this.columns = 1; // of cards, beside each other
      this.height = 400; // of a card, in pixels
      this.isSeen = true; // or who knows
      this.sight = new IntersectionObserver((entries) => {
        this.isSeen = entries[entries.length - 1].isIntersecting;
        if (this.isSeen) onSeen();
      });
      root.querySelectorAll(".bb-cards").forEach((list) => this.sight.observe(list));
    }

    // In a page without vacancies there is none yet.
    get element() {
      let list = this.root.querySelector(".bb-cards");
      if (!list) {
        list = document.createElement("ul");
        list.className = "bb-cards";
        this.root.querySelector(".bb-empty").replaceWith(list);
        this.sight.observe(list);
      }
      return list;
    }

    // These cards and no others; `words[place]`: by which words each was found.
    paint(cards, words) {
      const list = this.element;
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

    // Cards out of sight are not laid out again while somebody chooses; each keeps the height that it had.
    layOut(isAway) {
      this.root.querySelector(".bb-cards")?.classList.toggle("bb-cards--choosing", isAway);
    }

    // Cards from the top of the list to the end of the screen; the next ones may be lower than the one that stands there.
    screenful() {
      const list = this.element;
      const card = list.firstElementChild;
      if (card && card.offsetHeight) {
        this.columns = Math.round(list.offsetWidth / card.offsetWidth);
        this.height = 0.75 * card.offsetHeight;
      }
      const room = innerHeight - list.getBoundingClientRect().top;
      return this.columns * Math.max(1, Math.ceil(room / this.height));
    }
  }

  bb.CardList = CardList;
})();
