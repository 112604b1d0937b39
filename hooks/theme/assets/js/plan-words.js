// What somebody writes beside a plan, in own words; kept on this device.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const LONGEST = 600; // letters of an answer

  class OwnWords {
    // `fields` each have the key of their question; `onInput`: something was written.
    constructor(fields, onInput) {
      this.fields = [...fields];
      this.papers = new Map(this.fields.map((field) => [field, bb.paperOf(field)]));
      this.fields.forEach((field) => {
        field.addEventListener("input", () => {
          this.papers.get(field).textContent = field.value;
          bb.setPlanPart("woorden", { ...this.read(), [keyOf(field)]: field.value });
          onInput();
        });
      });
      this.keepEarly();
    }

    // On a slow line somebody writes before this script is there.
    keepEarly() {
      const kept = this.read();
      const early = this.fields.filter((field) => field.value && !kept[keyOf(field)]);
      if (!early.length) return;
      bb.setPlanPart("woorden", { ...kept, ...Object.fromEntries(early.map((field) => [keyOf(field), field.value])) });
    }

    // Whatever stands in the storage.
    read() {
      const kept = Object(bb.planPart("woorden"));
      const wordsOf = (key) => (typeof kept[key] === "string" ? kept[key].slice(0, LONGEST) : "");
      return Object.fromEntries(this.fields.map(keyOf).map((key) => [key, wordsOf(key)]));
    }

    // Words of another plan, whatever stands in its address: [question, words] of each that was answered.
    answers(words) {
      const told = this.fields.map((field) => [field.labels[0].textContent, Object(words)[keyOf(field)]]);
      return told.filter(([, text]) => typeof text === "string" && text.trim()).map(([question, text]) => [question, text.slice(0, LONGEST)]);
    }

    fill() {
      const kept = this.read();
      this.fields.forEach((field) => {
        if (field.value !== kept[keyOf(field)]) field.value = kept[keyOf(field)];
        this.papers.get(field).textContent = field.value;
      });
    }
  }

  function keyOf(field) {
    return field.dataset.bbWords;
  }

  bb.OwnWords = OwnWords;
})();
