// What scripts put on a page: words with values filled in, and elements.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // `say("found", { number: 3 })`: the words of that name, with '{number}' filled in.
  bb.sayer = function (texts) {
    return (key, values) => texts[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  };

  // An element; an attribute that is true stands there without a value, one that is false or null not at all.
  bb.make = function (tag, attributes, ...inside) {
    const made = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : value);
    });
    made.append(...inside);
    return made;
  };

  // Words that a browser leaves as they are where it translates the page: a name, an address, what somebody wrote.
  bb.asWritten = function (words) {
    return bb.make("span", { translate: "no" }, words);
  };

  // What stands there already is not written again: the browser would lay it out anew.
  bb.write = function (place, words) {
    if (place.textContent !== words) place.textContent = words;
  };

  // Back to where somebody was, in a page that just grew. A browser that stands there already would take this for no
  // move, and go down later with what it had in sight before the page grew.
  bb.scrollBack = function (top) {
    [top - 1, top].forEach((place) => scrollTo({ top: place, behavior: "instant" }));
  };
})();
