// What the vacancy list loads: which vacancies there are, the words that find them, and their cards in blocks.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const AHEAD = 3; // blocks in which most single choices find their first screen
  const FEW_SHARDS = 4; // of the words: fetched before somebody types, when there are no more

  class BankData {
    // `version`: of the data that the page was built with; `size`: cards in a block.
    constructor(folder, version, size) {
      this.folder = folder;
      this.version = version;
      this.size = size;
      this.vacancies = null; // facets, and a few numbers of each vacancy
      this.answers = null;
    }

    load(name) {
      return bb.loadBlock(this.folder, name, this.vacancies.blocks[name]);
    }

    loadCards(block) {
      return this.load(`kaarten-${block}`);
    }

    loadPlaces(shard) {
      return this.load(`treffers-${shard}`);
    }

    async arrive() {
      this.vacancies = await bb.load(this.folder, "lijst", this.version);
      const words = await this.load("woorden");
      this.answers = new bb.Answers(this.vacancies, new bb.Searcher(words, (shard) => this.loadPlaces(shard)));
    }

    // Only a page that was built with these data knows which card is which.
    get isOfPage() {
      return this.vacancies.version === this.version;
    }

    // What does not come ahead is asked for again by who needs it.
    async fetchCards() {
      for (let block = 1; block < AHEAD && block * this.size < this.vacancies.count; block++) {
        await this.loadCards(block).catch(() => {});
      }
    }

    async fetchPlaces() {
      const shards = this.answers ? this.answers.searcher.starts.length : 0;
      for (let shard = 0; shard < shards && shards <= FEW_SHARDS; shard++) {
        await this.loadPlaces(shard).catch(() => {});
      }
    }
  }

  bb.BankData = BankData;
})();
