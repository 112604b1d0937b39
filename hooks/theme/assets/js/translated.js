// A page that a browser translates: it is read from the right in some languages, and its words are whole.
(function () {
  "use strict";

  var FROM_THE_RIGHT = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/;
  var NARROW = "h1, h2, h3, h4, td, th"; // where `soft_breaks.py` puts places to break
  var bb = (window.bb = window.bb || {});
  var root = document.documentElement;
  var own = languageOf(root.lang);

  function languageOf(tag) {
    return tag.slice(0, 2).toLowerCase();
  }

  // Many a browser that translates changes the language of the page, and not the way it is read.
  function turn() {
    document.body.dir = FROM_THE_RIGHT.test(root.lang) ? "rtl" : "ltr";
  }

  function join(part) {
    var texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\u00ad/g, "");
  }

  new MutationObserver(turn).observe(root, { attributes: true, attributeFilter: ["lang"] });
  turn();
  // A word with places to break is to many a translator no word. Who reads the language of the page needs them.
  var languages = navigator.languages || [];
  bb.readsPage = languages.map(languageOf).indexOf(own) >= 0;
  if (!bb.readsPage) document.querySelectorAll(NARROW).forEach(join);
})();
