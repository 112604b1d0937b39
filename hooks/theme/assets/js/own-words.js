// What somebody writes in own words in the fields of a page; kept on this device.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class OwnWords {
    // `fields` each have the key of their question; `onInput`: something was written; `shelf`: what reads and writes all of it.
    constructor(fields, onInput, shelf) {
      this.shelf = shelf;
      this.fields = [...fields];
      this.papers = new Map(this.fields.map((field) => [field, bb.paperOf(field)]));
      this.fields.forEach((field) => {
        field.addEventListener("input", () => {
          this.papers.get(field).textContent = field.value;
          this.shelf.write({ ...this.read(), [keyOf(field)]: field.value });
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
      this.shelf.write({ ...kept, ...Object.fromEntries(early.map((field) => [keyOf(field), field.value])) });
    }

    // Whatever stands in the storage.
    read() {
      const kept = Object(this.shelf.read());
      const wordsOf = (key, longest) => (typeof kept[key] === "string" ? kept[key].slice(0, longest) : "");
      return Object.fromEntries(this.fields.map((field) => [keyOf(field), wordsOf(keyOf(field), field.maxLength)]));
    }

    isWritten() {
      return Object.values(this.read()).some((text) => text.trim());
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
