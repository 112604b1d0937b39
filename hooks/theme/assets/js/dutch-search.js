// Search that knows Dutch, over the index that the build made (`search/index.py`). No page, no clock: only words in,
// numbers of texts out.
//
// How a text gets its place: each word of the question counts once, by its best match: how near the match is
// (`dutch-reader.js`) times where it stands (WEIGHTS). The sum decides; of equals the newest comes first.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { NEAR } = bb;
  const WEIGHTS = [1, 1, 3, 6, 14, 16]; // a name, the rest, what you do, what the card shows, the title, all of it
  const LEVELS = WEIGHTS.length;
  const NAME = 0; // found by itself only, not by its parts and not by what means the same
  const MOST_POINTS = 2 ** 20; // more than any text can gain

  function textsOf(terms) {
    return [...new Set(terms.map((term) => term.text))];
  }

  // Whether an answer is only like what was asked.
  bb.isNear = function ({ isWhole, unknown, guessed }) {
    return guessed.length > 0 || (!isWhole && !unknown.length);
  };

  class Searcher {
    // `loadShard(number)` promises the places of the words from `starts[number]` on.
    constructor(vocabulary, loadShard) {
      this.index = new bb.WordIndex(vocabulary);
      this.reader = new bb.Reader(this.index);
      this.texts = vocabulary.texts;
      this.starts = vocabulary.starts;
      this.loadShard = loadShard;
      this.shards = new Map();
    }

    shardOf(number) {
      let shard = this.starts.length - 1;
      while (this.starts[shard] > number) shard--;
      return shard;
    }

    async loadFor(terms) {
      const needed = new Set();
      terms.forEach((term) => term.matches.forEach((_, number) => needed.add(this.shardOf(number))));
      const missing = [...needed].filter((shard) => !this.shards.has(shard));
      const values = await Promise.all(missing.map((shard) => this.loadShard(shard)));
      missing.forEach((shard, at) => this.shards.set(shard, values[at]));
    }

    // Texts that answer a question, best first. `isWhole`: they hold every word. `unknown`: words that stand nowhere;
    // `guessed`: words that only look like words that do.
    // `why(text)`: the words of the text that were found. null when the question asks for nothing.
    async find(question) {
      const terms = this.reader.terms(question);
      if (!terms.length) return null;
      await this.loadFor(terms);
      const boards = terms.filter((term) => term.matches.size).map((term) => this.score(term.matches));
      const unknown = textsOf(terms.filter((term) => !term.matches.size));
      const { order, isWhole } = this.rank(boards);
      return {
        question,
        order,
        isWhole: isWhole && !unknown.length,
        unknown,
        guessed: textsOf(terms.filter((term) => term.isGuess)),
        why: (text) => [...new Set(boards.filter((board) => board.points[text]).map((board) => this.index.spelled(board.word[text])))],
      };
    }

    rank(boards) {
      const totals = new Float32Array(this.texts);
      const counts = new Uint16Array(this.texts);
      boards.forEach(({ points }) => {
        for (let text = 0; text < this.texts; text++) {
          if (!points[text]) continue;
          totals[text] += points[text];
          counts[text]++;
        }
      });
      const isWhole = boards.length > 0 && counts.includes(boards.length);
      // Few sums differ: texts of one sum are put together, and only the sums are sorted.
      const groups = new Map();
      for (let text = 0; text < this.texts; text++) {
        const count = counts[text];
        if (!count || (isWhole && count < boards.length)) continue;
        const sum = count * MOST_POINTS + totals[text];
        if (groups.has(sum)) groups.get(sum).push(text);
        else groups.set(sum, [text]);
      }
      const sums = [...groups.keys()].sort((a, b) => b - a);
      return { order: [].concat(...sums.map((sum) => groups.get(sum))), isWhole };
    }

    score(matches) {
      const points = new Float32Array(this.texts);
      const word = new Int32Array(this.texts);
      matches.forEach((near, number) => {
        const isOwn = (near > NEAR.exact ? near / NEAR.joined : near) > NEAR.part;
        const shard = this.shardOf(number);
        const steps = this.shards.get(shard)[number - this.starts[shard]];
        let place = 0;
        for (let at = 0; at < steps.length; at++) {
          place += steps[at];
          const level = place % LEVELS;
          if (level === NAME && !isOwn) continue;
          const text = Math.floor(place / LEVELS);
          const gained = near * WEIGHTS[level];
          if (gained > points[text]) {
            points[text] = gained;
            word[text] = number;
          }
        }
      });
      return { points, word };
    }
  }

  bb.Searcher = Searcher;
})();
