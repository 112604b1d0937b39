// The cards of vacancies, each made once, of blocks of text that the build wrote.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class Cards {
    // `size`: vacancies in a block; `load(block)` promises its texts.
    constructor(size, load) {
      this.size = size;
      this.load = load;
      this.made = new Map();
    }

    // The cards in the page, from number 0 on.
    keepAll(cards) {
      [...cards].forEach((card, number) => this.made.set(number, card));
    }

    blockOf(number) {
      return Math.floor(number / this.size);
    }

    // In how many blocks these stand.
    spread(numbers) {
      return new Set(numbers.map((number) => this.blockOf(number))).size;
    }

    // Only cards that are asked for are made: those of one answer stand in many blocks. None when the question `isOver`.
    async of(numbers, isOver) {
      const missing = numbers.filter((number) => !this.made.has(number));
      const texts = await Promise.all(missing.map((number) => this.textOf(number)));
      if (isOver()) return [];
      const holder = document.createElement("template");
      holder.innerHTML = texts.join("");
      [...holder.content.children].forEach((card, place) => {
        if (!this.made.has(missing[place])) this.made.set(missing[place], card);
      });
      return numbers.map((number) => this.made.get(number));
    }

    async textOf(number) {
      return (await this.load(this.blockOf(number)))[number % this.size];
    }
  }

  bb.Cards = Cards;
})();
