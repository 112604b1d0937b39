// What stands on a page as a voice can say it: one sentence after another, each with its place and language.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  const PLACE = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,summary,label,legend,div";
  const SILENT = "svg,script,style,button,select,textarea,[hidden],[aria-hidden=true],.bb-hidden,.bb-source";
  const WORDS_OF_A_SENTENCE = 3;
  const LONGEST = 200; // letters; Chrome falls silent in the middle of what takes much longer to say

  function isSeen(element) {
    if (element.checkVisibility) return element.checkVisibility();
    return element.offsetParent !== null && !(element.closest("details:not([open])") && !element.closest("summary"));
  }

  function cut(sentence) {
    const parts = [];
    let rest = sentence;
    while (rest.length > LONGEST) {
      const space = rest.lastIndexOf(" ", LONGEST);
      const end = space > 0 ? space : LONGEST;
      parts.push(rest.slice(0, end));
      rest = rest.slice(end).trim();
    }
    return [...parts, rest];
  }

  // A full stop inside a number or an address is followed by no space; that of Chinese never is.
  bb.sentencesOf = function (text) {
    const plain = text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
    const sentences = plain.replace(/([.!?؟۔።…]["'’”)\]]*) |([。！？]["'’”)\]]*)/g, "$1$2\n").split("\n");
    return sentences.flatMap(cut).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  };

  // A Dutch word inside an English sentence is said in one breath with it; a Dutch sentence by a Dutch voice.
  function languageOf(words, element, place) {
    const isWhole = place.textContent.trim() === words.trim();
    const isSentence = words.trim().split(/\s+/).length >= WORDS_OF_A_SENTENCE;
    return (isWhole || isSentence ? element : place).closest("[lang]").lang;
  }

  // What stands side by side without a space, such as a number and when to call it, is not one word.
  function joined(before, words) {
    return /[\s(]$/.test(before) || /^[\s.,;:!?)…]/.test(words) ? before + words : `${before} ${words}`;
  }

  bb.spokenPieces = function (root) {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest(SILENT) || !isSeen(element)) continue;
      const place = element.closest(PLACE);
      const lang = languageOf(node.data, element, place);
      const last = found[found.length - 1];
      if (last && last.place === place && last.lang === lang) last.text = joined(last.text, node.data);
      else found.push({ place, lang, text: node.data });
    }
    return found.flatMap(({ place, lang, text }) => bb.sentencesOf(text).map((sentence) => ({ place, lang, text: sentence })));
  };
})();
