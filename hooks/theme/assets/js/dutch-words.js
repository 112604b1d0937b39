// Words as people type them: without accents, and by how they sound where somebody spells as he hears.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // Letters that sound alike to who learns Dutch; a letter twice sounds as one.
  const SOUNDS = [
    [/ph/g, "f"],
    [/th/g, "t"],
    [/ch/g, "g"],
    [/c(?=[eiy])/g, "s"],
    [/[cq]/g, "k"],
    [/x/g, "ks"],
    [/sk/g, "sg"],
    [/z/g, "s"],
    [/v/g, "f"],
    [/ij|ei|y/g, "y"],
    [/au/g, "ou"],
    [/ie/g, "i"],
    [/oe/g, "u"],
    [/dt?$/, "t"],
    [/([a-z])\1+/g, "$1"],
  ];

  // First letters of words whose sound begins with a letter.
  const SPELLED = { f: "fvp", g: "gc", k: "kcq", o: "oa", s: "szc", u: "uo", y: "yie" };

  const OTHER = /(?!\p{Script=Latin})[\p{Lu}\p{Ll}\p{Lo}](?:(?!\p{Script=Latin})[\p{L}\p{M}])*/gu;
  const SHORT = 6;
  const rows = [[], [], []]; // made once: a typing error is looked for among many words

  bb.fold = function (text) {
    return text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "");
  };

  bb.wordsIn = function (text) {
    return bb.fold(text).replace(/['’`]/g, "").match(/[a-z0-9]+/g) || [];
  };

  // Words that no text here holds, in Arabic, Ukrainian or Chinese: who asks for those must not be told that all fits.
  bb.wordsInOtherLetters = function (text) {
    return text.match(OTHER) || [];
  };

  bb.soundOf = function (word) {
    return SOUNDS.reduce((left, [letters, sound]) => left.replace(letters, sound), word);
  };

  bb.firstLettersOf = function (sound) {
    return [...(SPELLED[sound[0]] || sound[0])];
  };

  bb.isShort = function (word) {
    return word.length < SHORT;
  };

  // Letters to drop, add, swap or change to make one word of another; above `most` it stops counting. A letter that
  // changes makes another word of a short one: "hond" is not meant for "hand".
  bb.distance = function (a, b, most, isShort = bb.isShort(a)) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    const change = isShort ? 2 : 1;
    let [before, row, next] = rows;
    for (let j = 0; j <= b.length; j++) row[j] = j;
    for (let i = 1; i <= a.length; i++) {
      let least = (next[0] = i);
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : change));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [before, row, next] = [row, next, before];
    }
    return row[b.length];
  };
})();
