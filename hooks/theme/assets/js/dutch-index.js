// The words that the build found in texts (`search/index.py`), and what each of them has in common with others.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const LINKS = ["", "s", "en", "n", "e"];
  const LONG = 8; // a typing error in a shorter word may make another word

  function has(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  }

  function pushTo(map, key, value) {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  }

  class WordIndex {
    constructor(vocabulary) {
      this.words = vocabulary.words ? vocabulary.words.split(" ") : [];
      this.joined = ` ${vocabulary.words} `;
      this.written = vocabulary.written;
      this.irregular = vocabulary.irregular;
      this.rules = vocabulary.rules.map(([pattern, replacement]) => [new RegExp(pattern), replacement]);
      this.stopwords = new Set(vocabulary.stopwords.split(" "));
      this.phrases = vocabulary.phrases;
      this.names = this.readNames();
      const phrases = [...Object.keys(this.phrases), ...this.names.keys()];
      this.longestPhrase = Math.max(0, ...phrases.map((phrase) => phrase.split(" ").length));
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

    // Names of more words stand in the list as one: "oudehaven", written "Oude Haven".
    readNames() {
      const written = Object.entries(this.written).map(([number, text]) => [bb.wordsIn(text).join(" "), Number(number)]);
      return new Map(written.filter(([name]) => name.includes(" ")));
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

    // The place of a word in a sorted list, or where it would stand.
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

    holds(word) {
      return this.words[this.firstFrom(word)] === word;
    }

    spelled(number) {
      return has(this.written, number) ? this.written[number] : this.words[number];
    }

    soundAt(number) {
      if (!this.sounds[number]) this.sounds[number] = bb.soundOf(this.words[number]);
      return this.sounds[number];
    }

    // How many words from here on are a phrase or a name; 0 when they are none.
    phraseAt(words, at) {
      for (let length = Math.min(this.longestPhrase, words.length - at); length > 1; length--) {
        const text = words.slice(at, at + length).join(" ");
        if (this.names.has(text) || has(this.phrases, text)) return length;
      }
      return 0;
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
      if (word.length < 4) return this.holds(word);
      const stem = this.stem(word);
      const isWord = this.byStem.has(stem) || this.byPart.has(stem) || this.byGroup.has(stem);
      return isWord || this.stopwords.has(word);
    }

    // Half a word that says nothing, or one with a typing error: "vrijwil", "graach", "vrijwillgers".
    saysNothing(word) {
      if (word.length < 4) return false;
      const sound = bb.soundOf(word);
      const most = word.length < LONG ? 0 : 1;
      return this.stopSounds.some((known) => known.startsWith(sound) || bb.distance(sound, known, most) <= most);
    }
  }

  bb.WordIndex = WordIndex;
})();
