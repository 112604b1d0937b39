// A message that is ready, on the page of a sheet: what was written there goes along with it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;
  const LONGEST = { "mailto:": 2000, "https:": 4000 }; // signs of an address; a longer one opens nothing on some devices

  class AlongMail {
    // `text()`: what was written; '' when nothing was.
    constructor(list, say, text) {
      this.copy = list.querySelector("[data-bb-copy]");
      this.ready = this.copy.dataset.bbCopy;
      this.addresses = new Map([...list.querySelectorAll("a")].map((link) => [link, link.getAttribute("href")]));
      this.status = make("p");
      this.say = say;
      this.text = text;
      list.before(make("div", { role: "status" }, this.status));
      // Before the button copies: it takes what stands in it by then.
      list.addEventListener("click", (event) => this.press(event.target.closest("a")), true);
    }

    show() {
      this.status.textContent = this.text() ? this.say("along") : "";
    }

    // What is ready ends in the address, so that more can come after it.
    press(link) {
      const text = this.text();
      const more = text && `\n\n${text}`;
      this.copy.dataset.bbCopy = this.ready + more;
      if (!link) return;
      const ready = this.addresses.get(link);
      const whole = ready + encodeURIComponent(more);
      const isTooLong = whole.length > LONGEST[link.protocol];
      link.href = isTooLong ? ready : whole;
      if (isTooLong) this.bring(text);
      else this.show();
    }

    // Too long to go along: it is there to paste.
    async bring(text) {
      this.status.textContent = this.say((await bb.copy(text)) ? "along_copied" : "copy_refused");
    }
  }

  bb.AlongMail = AlongMail;
})();
