// Search that knows Dutch, over the index that the build made (`search/index.py`). No page, no clock: only words in,
// numbers of texts out.
//
// How a text gets its place: each word of the question counts once, by its best match: how near the match is
// (NEAR) times where it stands (WEIGHTS). The sum decides; of equals the newest comes first.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const NEAR = {
    exact: 1,
    stem: 0.9,
    start: 0.75, // the beginning of a word that somebody may be typing
    typo: 0.65,
    part: 0.6, // of a compound
    inside: 0.35,
    synonym: 0.2,
    also: 0.08, // what a group of synonyms finds as well
    longer: 0.05, // a word that goes on where a whole word was typed
  };
  const WEIGHTS = [1, 1, 3, 6, 14]; // a name, the rest, what you do, what the card shows, the title
  const LEVELS = WEIGHTS.length;
  const NAME = 0; // found by itself only, not by its parts and not by what means the same
  const MOST_WORDS = 30;
  const MOST_POINTS = 65536; // more than any text can gain
  const LONGEST_WORD = 40; // longer is no word, and costs time
  const LONG = 8; // a typing error in a shorter word may make another word
  const LENGTHS = 4; // words that differ more in letters do not sound alike
  const LINKS = ["", "s", "en", "n", "e"];

  function tolerance(sound) {
    return sound.length < 5 ? 0 : sound.length < 10 ? 1 : 2;
  }

  function has(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  }

  function pushTo(map, key, value) {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  }

  function add(matches, number, near) {
    if (!(matches.get(number) >= near)) matches.set(number, near);
  }

  function addAll(matches, numbers, near) {
    (numbers || []).forEach((number) => add(matches, number, near));
  }

  class Searcher {
    // `loadShard(number)` promises the places of the words from `starts[number]` on.
    constructor(vocabulary, loadShard) {
      this.texts = vocabulary.texts;
      this.words = vocabulary.words ? vocabulary.words.split(" ") : [];
      this.joined = ` ${vocabulary.words} `;
      this.written = vocabulary.written;
      this.starts = vocabulary.starts;
      this.loadShard = loadShard;
      this.shards = new Map();
      this.irregular = vocabulary.irregular;
      this.rules = vocabulary.rules.map(([pattern, replacement]) => [new RegExp(pattern), replacement]);
      this.stopwords = new Set(vocabulary.stopwords.split(" "));
      this.phrases = vocabulary.phrases;
      this.longestPhrase = Math.max(0, ...Object.keys(this.phrases).map((phrase) => phrase.split(" ").length));
      this.groups = vocabulary.groups;
      this.also = vocabulary.also;
      this.stems = this.readStems(vocabulary.stems);
      this.byStem = new Map();
      this.byPart = new Map();
      this.byGroup = new Map();
      this.sounds = []; // of words, once somebody asked
      this.stems.forEach((stem, number) => pushTo(this.byStem, stem, number));
      this.readParts(vocabulary.parts);
      this.groups.forEach((group, number) => group.forEach((stem) => pushTo(this.byGroup, stem, number)));
      this.partList = [...this.byPart.keys()].sort();
      this.groupSounds = [...this.byGroup.keys()].map((stem) => [bb.soundOf(stem), stem]);
      this.stopSounds = [...this.stopwords].map(bb.soundOf);
    }

    // A stem came as what it shares with its word: "=" all, "4" the first four letters, "2ok" two letters and "ok".
    readStems(text) {
      const shortened = text.split(" ");
      return this.words.map((word, number) => {
        const short = shortened[number];
        if (short === "=") return word;
        const shared = parseInt(short, 10);
        return word.slice(0, shared) + short.slice(String(shared).length);
      });
    }

    // Parts of a compound came as digits up to 35: where each begins and ends. Most are words of the list by themselves.
    readParts(text) {
      const known = new Map(this.words.map((word, number) => [word, this.stems[number]]));
      text.split(" ").forEach((places, number) => {
        for (let at = 0; at < places.length; at += 2) {
          const part = this.words[number].slice(parseInt(places[at], 36), parseInt(places[at + 1], 36));
          if (!known.has(part)) known.set(part, this.stem(part));
          pushTo(this.byPart, known.get(part), number);
        }
      });
    }

    stem(word) {
      if (has(this.irregular, word)) return this.irregular[word];
      if (word.length < 4) return word;
      return this.rules.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), word);
    }

    // What is asked for: per word or phrase the words of the index that answer it, with how near they are.
    terms(question) {
      const words = bb.wordsIn(question).slice(0, MOST_WORDS);
      const found = [];
      for (let at = 0; at < words.length; ) {
        const length = this.phraseAt(words, at);
        const text = words.slice(at, at + Math.max(length, 1)).join(" ");
        if (length) found.push({ text, matches: this.phrase(text) });
        else if (!this.stopwords.has(text)) found.push(...this.word(text));
        at += Math.max(length, 1);
      }
      return found.length ? found : this.titles(words);
    }

    // A question of words that say nothing: only titles can hold them, if the index has them at all.
    titles(words) {
      const known = words.filter((word) => this.words[this.firstFrom(word)] === word);
      return known.map((word) => ({ text: word, matches: new Map([[this.firstFrom(word), NEAR.exact]]) }));
    }

    phraseAt(words, at) {
      for (let length = Math.min(this.longestPhrase, words.length - at); length > 1; length--) {
        if (has(this.phrases, words.slice(at, at + length).join(" "))) return length;
      }
      return 0;
    }

    phrase(text) {
      const matches = new Map();
      this.phrases[text].forEach((number) => this.addGroup(matches, number, ""));
      return matches;
    }

    // The surest reading that gives something: the word, its parts, a word that says nothing, a piece of a word, a
    // typing error.
    word(word) {
      if (word.length > LONGEST_WORD) return [{ text: word, matches: new Map() }];
      const matches = this.whole(word);
      this.addStarts(matches, word);
      if (matches.size) return [{ text: word, matches }];
      const parts = this.split(word, new Map());
      if (parts) {
        const telling = parts.filter((part) => !this.stopwords.has(part));
        return telling.map((part) => ({ text: word, matches: this.whole(part) }));
      }
      if (this.saysNothing(word)) return [];
      if (word.length > 4) this.addInside(matches, word);
      if (!matches.size) this.addTypos(matches, word);
      return [{ text: word, matches }];
    }

    // Half a word that says nothing, or one with a typing error: "vrijwil", "graach", "vrijwillgers".
    saysNothing(word) {
      if (word.length < 4) return false;
      const sound = bb.soundOf(word);
      const most = word.length < LONG ? 0 : 1;
      return this.stopSounds.some((known) => known.startsWith(sound) || bb.distance(sound, known, most) <= most);
    }

    // Forms of the word, compounds that hold it, and what means the same.
    whole(word) {
      const matches = new Map();
      const stem = this.stem(word);
      addAll(matches, this.byStem.get(stem), NEAR.stem);
      addAll(matches, this.byPart.get(stem), NEAR.part);
      (this.byGroup.get(stem) || []).forEach((number) => this.addGroup(matches, number, stem));
      const at = this.firstFrom(word);
      if (this.words[at] === word) add(matches, at, NEAR.exact);
      return matches;
    }

    addGroup(matches, number, own) {
      const addStem = (stem, near) => {
        if (stem === own) return;
        addAll(matches, this.byStem.get(stem), near);
        addAll(matches, this.byPart.get(stem), near * NEAR.part);
      };
      this.groups[number].forEach((stem) => addStem(stem, NEAR.synonym));
      (this.also[number] || []).forEach((stem) => addStem(stem, NEAR.also));
    }

    // What somebody may be typing; after a whole word that hardly counts: "groen" is not meant as half of "groente".
    addStarts(matches, word) {
      const near = this.byStem.has(this.stem(word)) ? NEAR.longer : NEAR.start;
      for (let at = this.firstFrom(word); at < this.words.length && this.words[at].startsWith(word); at++) {
        add(matches, at, near);
      }
      if (word.length < 4) return;
      for (let at = this.firstFrom(word, this.partList); at < this.partList.length; at++) {
        if (!this.partList[at].startsWith(word)) break;
        addAll(matches, this.byPart.get(this.partList[at]), NEAR.part);
      }
      if (matches.size) return;
      this.byGroup.forEach((numbers, stem) => {
        if (stem.startsWith(word)) numbers.forEach((number) => this.addGroup(matches, number, ""));
      });
    }

    firstFrom(word, list = this.words) {
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (list[middle] < word) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    addInside(matches, word) {
      for (let at = this.joined.indexOf(word); at >= 0; at = this.joined.indexOf(word, at + 1)) {
        const start = this.joined.lastIndexOf(" ", at) + 1;
        add(matches, this.firstFrom(this.joined.slice(start, this.joined.indexOf(" ", at))), NEAR.inside);
      }
    }

    // Only what comes nearest: who types "kocken" means "koken", not "koekjes".
    addTypos(matches, word) {
      const sound = bb.soundOf(word);
      const root = bb.soundOf(this.stem(word));
      let most = tolerance(sound);
      let found = [];
      const weigh = (known, asked, limit, stem) => {
        const distance = bb.distance(asked, known, limit);
        if (distance > limit) return;
        if (distance < most) found = [];
        most = Math.min(most, distance);
        found.push(stem);
      };
      bb.firstLettersOf(sound).forEach((letter) => {
        for (let at = this.firstFrom(letter); at < this.words.length && this.words[at][0] === letter; at++) {
          if (Math.abs(this.words[at].length - word.length) > LENGTHS) continue;
          weigh(this.soundAt(at), sound, most, this.stems[at]);
        }
      });
      this.groupSounds.forEach(([known, stem]) => {
        if (known[0] === root[0]) weigh(known, root, Math.min(most, tolerance(root)), stem);
      });
      new Set(found).forEach((stem) => {
        addAll(matches, this.byStem.get(stem), NEAR.typo);
        (this.byGroup.get(stem) || []).forEach((number) => this.addGroup(matches, number, ""));
      });
    }

    soundAt(number) {
      if (!this.sounds[number]) this.sounds[number] = bb.soundOf(this.words[number]);
      return this.sounds[number];
    }

    // A compound that nobody wrote yet: its parts when all are known, the longest first part first.
    split(word, tried) {
      if (tried.has(word)) return tried.get(word);
      let found = null;
      for (let cut = word.length - 3; cut >= 3 && !found; cut--) {
        const head = word.slice(0, cut);
        if (this.isKnown(head)) found = this.splitAfter(head, word, tried);
      }
      tried.set(word, found);
      return found;
    }

    splitAfter(head, word, tried) {
      for (const link of LINKS) {
        const tail = word.slice(head.length + link.length);
        if (tail.length < 3 || !word.startsWith(link, head.length)) continue;
        const rest = this.isKnown(tail) ? [tail] : this.split(tail, tried);
        if (rest) return [head, ...rest];
      }
      return null;
    }

    // Three letters are only a part when somebody wrote them: no "zie" and "ken" in "ziekenhuis".
    isKnown(word) {
      if (word.length < 4) return this.words[this.firstFrom(word)] === word;
      const stem = this.stem(word);
      const isWord = this.byStem.has(stem) || this.byPart.has(stem) || this.byGroup.has(stem);
      return isWord || this.stopwords.has(word);
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

    // Texts that answer a question, best first. `isWhole`: they hold every word. `unknown`: words that stand nowhere.
    // `why(text)`: the words of the text that were found. null when the question asks for nothing.
    async find(question) {
      const terms = this.terms(question);
      if (!terms.length) return null;
      await this.loadFor(terms);
      const boards = terms.filter((term) => term.matches.size).map((term) => this.score(term.matches));
      const unknown = [...new Set(terms.filter((term) => !term.matches.size).map((term) => term.text))];
      const { order, isWhole } = this.rank(boards);
      return {
        order,
        isWhole: isWhole && !unknown.length,
        unknown,
        why: (text) => [...new Set(boards.filter((board) => board.points[text]).map((board) => this.spelled(board.word[text])))],
      };
    }

    spelled(number) {
      return has(this.written, number) ? this.written[number] : this.words[number];
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
        if (count && (!isWhole || count === boards.length)) pushTo(groups, count * MOST_POINTS + totals[text], text);
      }
      const sums = [...groups.keys()].sort((a, b) => b - a);
      return { order: [].concat(...sums.map((sum) => groups.get(sum))), isWhole };
    }

    score(matches) {
      const points = new Float32Array(this.texts);
      const word = new Int32Array(this.texts);
      matches.forEach((near, number) => {
        const shard = this.shardOf(number);
        const steps = this.shards.get(shard)[number - this.starts[shard]];
        let place = 0;
        for (let at = 0; at < steps.length; at++) {
          place += steps[at];
          const level = place % LEVELS;
          if (level === NAME && near <= NEAR.part) continue;
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
