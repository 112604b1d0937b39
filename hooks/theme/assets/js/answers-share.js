// Taking along what was written on a sheet: as text to copy, or in a message. Nothing of it goes by way of us.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const LONGEST = 4000; // signs of an address; a phone may refuse one that is longer, or cut it off

  class ShareSheet {
    // `answers()`: [question, answer] of all that was answered, in the order of the page.
    constructor(root, say, answers) {
      this.title = document.querySelector("h1").textContent.replace(/\u00ad/g, "");
      this.message = root.querySelector("#blad-app");
      this.status = root.querySelector("#blad-melding p");
      this.say = say;
      this.answers = answers;
      root.querySelector("#blad-kopieer").addEventListener("click", () => this.copy("copied"));
      this.message.addEventListener("click", (event) => this.send(event));
    }

    tell(words) {
      this.status.textContent = words;
    }

    // Each question once, with all that was answered to it below; '' when nothing was.
    text(answers = this.answers()) {
      const told = new Map();
      answers.forEach(([question, answer]) => told.set(question, [...(told.get(question) || []), answer]));
      if (!told.size) return "";
      return [this.title, ...[...told].map(([question, lines]) => [question, ...lines].join("\n"))].join("\n\n");
    }

    async copy(done) {
      const text = this.text();
      if (!text) return this.tell(this.say("nothing"));
      this.tell(this.say((await bb.copy(text)) ? done : "copy_refused"));
    }

    // The address is made at the press, so that it holds what was written last.
    send(event) {
      const text = this.text();
      const address = `https://wa.me/?text=${encodeURIComponent(text)}`;
      if (text && address.length <= LONGEST) {
        this.message.href = address;
        this.tell("");
        return;
      }
      event.preventDefault();
      this.copy("too_long");
    }
  }

  bb.ShareSheet = ShareSheet;
})();
