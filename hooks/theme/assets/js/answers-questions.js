// The questions of a sheet: its empty lines become fields to write in, its boxes can be ticked.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;
  const LONGEST = 2000; // letters of an answer
  const TALLEST = 20; // lines of a field that grows
  const grows = CSS.supports("field-sizing", "content"); // by itself

  let number = 0; // of what was given an id

  // As it reads in the page: without where a word may break, and without the mark at its end.
  function wordsOf(part) {
    return part.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim().replace(/:$/, "");
  }

  function idOf(part) {
    part.id = part.id || `blad-vraag-${++number}`;
    return part.id;
  }

  function isHeading(part) {
    return part.matches("h1, h2, h3, h4");
  }

  // A heading, what is bold as a whole, what ends in a colon, and the theme of a talk.
  function asks(part) {
    const { firstElementChild: first, textContent: text } = part;
    const isBold = part.matches("p") && first?.matches("strong") && first.textContent === text;
    return isHeading(part) || isBold || part.matches("span") || /:\s*$/.test(text);
  }

  // What asks for an answer, and what stands between that and the place to answer.
  function questionOf(place, isQuestion) {
    const between = [];
    let part = place.previousElementSibling;
    for (; part && !isQuestion(part); part = part.previousElementSibling) {
      if (part.matches("p, ul:not([class]), ol") && !part.querySelector("input, .bb-check")) between.unshift(part);
    }
    return { part: part || document.querySelector("h1"), between };
  }

  // What reads the same is told apart by its place.
  function nameIn(names, words) {
    let name = words;
    for (let count = 2; names.has(name); count += 1) name = `${words} (${count})`;
    names.add(name);
    return name;
  }

  // The lines stay for paper, as long as nothing is written.
  bb.fieldsIn = function (root) {
    const names = new Set();
    return [...root.querySelectorAll(".bb-lines")].map((lines) => {
      const { part, between } = questionOf(lines, asks);
      const rows = Math.max(lines.childElementCount, 2);
      const field = make("textarea", {
        "data-bb-words": nameIn(names, wordsOf(part)),
        "aria-labelledby": idOf(part),
        "aria-describedby": between.map(idOf).join(" ") || null,
        rows,
        maxlength: LONGEST,
        autocomplete: "off",
      });
      field.style.minHeight = `${rows * 1.6 + 1}em`; // one that grows by itself would start with a single line
      const answer = make("div", { class: "bb-plan__question bb-answer" }, field);
      lines.replaceWith(answer);
      lines.classList.add("bb-on-paper");
      answer.append(lines);
      return field;
    });
  };

  bb.fitAnswer = function (field) {
    field.parentElement.classList.toggle("bb-answer--written", Boolean(field.value.trim()));
    if (grows) return;
    while (field.scrollHeight > field.clientHeight && field.rows < TALLEST) field.rows += 1;
  };

  bb.ticksIn = function (root) {
    const names = new Set();
    return [...root.querySelectorAll("li.bb-check")].map((item) => {
      const question = wordsOf(questionOf(item.parentElement, isHeading).part);
      const words = wordsOf(item);
      const box = make("input", {
        type: "checkbox",
        autocomplete: "off",
        "data-bb-tick": nameIn(names, `${question} ${words}`),
        "data-bb-question": question,
        "data-bb-answer": words,
      });
      item.replaceChildren(make("label", { class: "bb-tick" }, box, make("span", {}, ...item.childNodes)));
      item.classList.replace("bb-check", "bb-ticked");
      return box;
    });
  };
})();
