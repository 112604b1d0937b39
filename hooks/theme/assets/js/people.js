// Choosing people. The style sheet of the page already shows who fits; this adds words, a number, an address for every
// choice, and a way back when nobody fits.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.querySelector("[data-bb-people]");
  const find = (selector) => root.querySelector(selector);
  const texts = JSON.parse(root.dataset.bbPeople);
  const form = find("form");
  const word = form.elements.q;
  const fold = find("details");
  const heading = find("#mensen");
  const status = find("[role=status] p");
  const nobody = find(".bb-people__none");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const TYPING = 500; // milliseconds without a key before the address changes
  const SHORT = 3; // letters of a word that keeps its end

  const people = [...root.querySelectorAll(".bb-profile-card")].map((card) => ({
    card,
    sounds: bb.wordsIn(card.dataset.bbWords).map(bb.soundOf),
  }));
  let typing = 0;

  function tell(key, number) {
    return texts[`${key}${number === 1 ? "one" : "many"}`].replace("{number}", number);
  }

  // How a word sounds, less the end that a form of it may lack: "koken" and "kookt" meet.
  function stemOf(typed) {
    const sound = bb.soundOf(typed);
    return sound.length > SHORT ? sound.replace(/(?:en|e|t|s)$/, "") : sound;
  }

  // What is chosen, by the name of the question.
  function chosen() {
    const found = new Map();
    boxes.forEach((box) => {
      if (box.checked) found.set(box.name, [...(found.get(box.name) || []), box.value]);
    });
    return found;
  }

  function fits({ card, sounds }, answers, stems) {
    const isChosen = [...answers].every(([key, values]) => {
      const own = card.getAttribute(`data-bb-${key}`).split(" ");
      return values.some((value) => own.includes(value));
    });
    return isChosen && stems.every((stem) => sounds.some((sound) => sound.startsWith(stem)));
  }

  function show() {
    const answers = chosen();
    const stems = [...bb.wordsIn(word.value), ...bb.wordsInOtherLetters(word.value)].map(stemOf);
    let number = 0;
    people.forEach((person) => {
      const isShown = fits(person, answers, stems);
      person.card.hidden = !isShown;
      number += isShown;
    });
    const asked = boxes.filter((box) => box.checked).length + (stems.length ? 1 : 0);
    status.textContent = number === 0 && asked ? texts.fit_none : tell(asked ? "fit_" : "", number);
    nobody.hidden = number > 0;
    find("[data-bb-chosen-number]").textContent = asked ? `(${asked})` : "";
    find("[data-bb-show]").textContent = tell("show_", number);
    find("[data-bb-show]").hidden = number === 0;
  }

  function address() {
    const parameters = new URLSearchParams();
    if (word.value.trim()) parameters.set("q", word.value.trim());
    chosen().forEach((values, key) => values.forEach((value) => parameters.append(key, value)));
    const text = parameters.toString();
    return location.pathname + (text ? `?${text}` : "");
  }

  // A choice is a step back; letters of one word are not.
  function remember(isStep) {
    clearTimeout(typing);
    const next = address();
    if (next === location.pathname + location.search) return;
    if (isStep) history.pushState(null, "", next);
    else history.replaceState(null, "", next);
  }

  function read() {
    const parameters = new URLSearchParams(location.search);
    word.value = (parameters.get("q") || "").slice(0, word.maxLength);
    boxes.forEach((box) => (box.checked = parameters.getAll(box.name).includes(box.value)));
    show();
  }

  form.addEventListener("change", (event) => {
    if (event.target === word) return;
    show();
    remember(true);
  });
  word.addEventListener("input", () => {
    show();
    clearTimeout(typing);
    typing = setTimeout(remember, TYPING, false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(false);
    heading.focus();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      show();
      remember(true);
    });
  });
  find("[data-bb-everybody]").addEventListener("click", () => {
    form.reset();
    heading.focus();
  });
  find("[data-bb-show]").addEventListener("click", (event) => {
    event.preventDefault();
    fold.open = false;
    heading.focus();
    heading.scrollIntoView();
  });
  addEventListener("popstate", read);
  if (location.search) read();
  else {
    show(); // also what was chosen before this script came
    remember(false);
  }
})();
