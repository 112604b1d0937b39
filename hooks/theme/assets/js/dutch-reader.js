// How a question is read: which words of the index answer each of its words, and how near they are.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const NEAR = {
    joined: 1000, // times as near: a word that was written as two
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
  const MOST_WORDS = 30;
  const LONGEST_WORD = 40; // longer is no word, and costs time
  const LENGTHS = 4; // words that differ more in letters do not sound alike
  const SHORTEST = 4; // of so few letters only a vowel may be wrong: "kokn" means "koken", but "hart" no "harkt"

  function tolerance(sound) {
    return sound.length < SHORTEST ? 0 : sound.length < 10 ? 1 : 2;
  }

  function withoutVowels(word) {
    return word.replace(/[aeiouy]/g, "");
  }

  function add(matches, number, near) {
    if (!(matches.get(number) >= near)) matches.set(number, near);
  }

  function addAll(matches, numbers, near) {
    (numbers || []).forEach((number) => add(matches, number, near));
  }

  class Reader {
    constructor(index) {
      this.index = index;
    }

    // What is asked for: per word or phrase the words of the index that answer it, with how near they are. `isGuess`:
    // they only look like it.
    terms(question) {
      const words = bb.wordsIn(question).slice(0, MOST_WORDS);
      const found = [];
      let before = null; // the word before, when it stands by itself
      for (let at = 0; at < words.length; ) {
        const length = this.index.phraseAt(words, at);
        const text = words.slice(at, at + Math.max(length, 1)).join(" ");
        const own = length ? [{ text, matches: this.phrase(text) }] : this.single(text);
        if (!length) this.join(before, { text, own });
        before = length ? null : { text, own };
        found.push(...own);
        at += Math.max(length, 1);
      }
      const others = bb.wordsInOtherLetters(question).slice(0, MOST_WORDS);
      return [...(found.length ? found : this.titles(words)), ...others.map((text) => ({ text, matches: new Map() }))];
    }

    single(word) {
      return this.index.stopwords.has(word) ? [] : this.word(word);
    }

    // A compound that somebody wrote apart, "taal les", answers both its words. It comes before what holds them apart,
    // unless its first says nothing and nobody wrote it: who types "bij les" may mean no "bijles".
    join(before, after) {
      if (!before || !(before.own.length || after.own.length)) return;
      const word = before.text + after.text;
      const found = word.length > LONGEST_WORD ? new Map() : this.whole(word);
      const times = before.own.length || this.index.byStem.has(this.index.stem(word)) ? NEAR.joined : 1;
      if (!found.size) return;
      [...before.own, ...after.own].forEach((term) => {
        if (term.isGuess) term.matches.clear();
        term.isGuess = false;
        found.forEach((near, number) => add(term.matches, number, near * times));
      });
    }

    // A question of words that say nothing: only titles can hold them, if the index has them at all. Two may be one
    // that says something: "mee doen".
    titles(words) {
      const { index } = this;
      const known = words.filter((word) => index.holds(word));
      const joined = known.length ? words.slice(1).map((word, at) => words[at] + word).filter((word) => index.holds(word)) : [];
      if (joined.length) return joined.map((word) => ({ text: word, matches: this.whole(word) }));
      return known.map((word) => ({ text: word, matches: new Map([[index.firstFrom(word), NEAR.exact]]) }));
    }

    phrase(text) {
      const matches = new Map();
      const name = this.index.names.get(text);
      if (name !== undefined) return matches.set(name, NEAR.exact);
      this.index.phrases[text].forEach((number) => this.addGroup(matches, number, ""));
      return matches;
    }

    // The surest reading that gives something: the word, its parts, a word that says nothing, a piece of a word, a
    // typing error.
    word(word) {
      if (word.length > LONGEST_WORD) return [{ text: word, matches: new Map() }];
      const matches = this.whole(word);
      this.addStarts(matches, word);
      if (matches.size) return [{ text: word, matches }];
      const parts = this.index.split(word, new Map());
      if (parts) {
        const telling = parts.filter((part) => !this.index.stopwords.has(part));
        return telling.map((part) => ({ text: word, matches: this.whole(part) }));
      }
      if (this.index.saysNothing(word)) return [];
      if (word.length > 4) this.addInside(matches, word);
      if (!matches.size) this.addTypos(matches, word);
      return [{ text: word, matches, isGuess: matches.size > 0 }];
    }

    // Forms of the word, compounds that hold it, and what means the same.
    whole(word) {
      const { index } = this;
      const matches = new Map();
      const stem = index.stem(word);
      addAll(matches, index.byStem.get(stem), NEAR.stem);
      addAll(matches, index.byPart.get(stem), NEAR.part);
      this.addGroupsOf(matches, stem, stem);
      if (index.holds(word)) add(matches, index.firstFrom(word), NEAR.exact);
      return matches;
    }

    addGroupsOf(matches, stem, own) {
      (this.index.byGroup.get(stem) || []).forEach((number) => this.addGroup(matches, number, own));
    }

    // What means the same as `own`, which was found by itself.
    addGroup(matches, number, own) {
      const addStem = (stem, near) => {
        if (stem === own) return;
        addAll(matches, this.index.byStem.get(stem), near);
        addAll(matches, this.index.byPart.get(stem), near * NEAR.part);
      };
      this.index.groups[number].forEach((stem) => addStem(stem, NEAR.synonym));
      (this.index.also[number] || []).forEach((stem) => addStem(stem, NEAR.also));
    }

    // What somebody may be typing; after a whole word that hardly counts: "groen" is not meant as half of "groente",
    // nor "donate" as half of "donateur".
    addStarts(matches, word) {
      const { index } = this;
      const { words, partList } = index;
      if (/^\d{1,2}$/.test(word)) return; // a number is no half of another
      const stem = index.stem(word);
      const near = index.byStem.has(stem) || index.byGroup.has(stem) ? NEAR.longer : NEAR.start;
      for (let at = index.firstFrom(word); at < words.length && words[at].startsWith(word); at++) {
        add(matches, at, near);
      }
      if (word.length < 4) return;
      for (let at = index.firstFrom(word, partList); at < partList.length; at++) {
        if (!partList[at].startsWith(word)) break;
        addAll(matches, index.byPart.get(partList[at]), NEAR.part);
      }
      if (matches.size) return;
      index.byGroup.forEach((numbers, stem) => {
        if (stem.startsWith(word)) numbers.forEach((number) => this.addGroup(matches, number, ""));
      });
    }

    addInside(matches, word) {
      const { index } = this;
      const { joined } = index;
      for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) {
        const start = joined.lastIndexOf(" ", at) + 1;
        add(matches, index.firstFrom(joined.slice(start, joined.indexOf(" ", at))), NEAR.inside);
      }
    }

    // Only what comes nearest: who types "kocken" means "koken", not "koekjes".
    addTypos(matches, word) {
      const { index } = this;
      const { words } = index;
      const sound = bb.soundOf(word);
      const stem = index.stem(word); // "honden" are meant for "handen" no more than "hond" is for "hand"
      const root = bb.soundOf(stem);
      let most = tolerance(sound);
      let found = [];
      const weigh = (known, asked, limit, meant) => {
        const isShort = Math.min(asked.length, sound.length, stem.length) <= SHORTEST;
        if (isShort && withoutVowels(known) !== withoutVowels(asked)) return;
        const distance = bb.distance(asked, known, limit, bb.isShort(stem) || bb.isShort(asked));
        if (distance > limit) return;
        if (distance < most) found = [];
        most = Math.min(most, distance);
        found.push(meant);
      };
      bb.firstLettersOf(sound).forEach((letter) => {
        for (let at = index.firstFrom(letter); at < words.length && words[at][0] === letter; at++) {
          if (Math.abs(words[at].length - word.length) > LENGTHS) continue;
          weigh(index.soundAt(at), sound, most, index.stems[at]);
          weigh(words[at], word, most, index.stems[at]); // "koekn" sounds like no "koken"
        }
      });
      index.groupSounds.forEach(([known, meant]) => {
        if (known[0] === root[0]) weigh(known, root, Math.min(most, tolerance(root)), meant);
      });
      new Set(found).forEach((meant) => {
        addAll(matches, index.byStem.get(meant), NEAR.typo);
        this.addGroupsOf(matches, meant, "");
      });
    }
  }

  bb.NEAR = NEAR;
  bb.Reader = Reader;
})();
