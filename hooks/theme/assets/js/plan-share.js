// Sharing a plan, with its own words: an address to copy, a message, a code to scan.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Share {
    constructor(root, kept, words, settings) {
      this.message = root.querySelector("#plan-app");
      this.code = root.querySelector("#plan-code");
      this.codeButton = root.querySelector("#plan-toon-code");
      this.status = root.querySelector("#plan-deel-melding p");
      this.kept = kept;
      this.words = words;
      this.days = settings.days;
      this.say = bb.sayer(settings.words);
      this.ready = null; // the address of the plan as it is now, once it was made; '' as below
      this.turn = 0;
      root.querySelector("#plan-kopieer").addEventListener("click", () => this.copy());
      this.codeButton.addEventListener("click", (event) => bb.isDouble(event, "code") || this.toggleCode());
    }

    // As `plan-link.js` wants it.
    whole() {
      const chosen = this.kept.plan().map((one) => [one.work.slug, one.work.shifts.length ? bb.plan.timesOf(one) : one.hours]);
      const words = Object.entries(this.words.read()).filter(([, text]) => text.trim());
      return { v: Object.fromEntries(chosen), ...(words.length ? { w: Object.fromEntries(words) } : {}) };
    }

    // '' on a browser that is too old.
    async address() {
      const fragment = await bb.writePlanLink(this.whole());
      return fragment && `${location.href.split("#")[0]}#${fragment}`;
    }

    async paint() {
      const mine = ++this.turn;
      this.ready = null;
      const plan = this.kept.plan();
      const lines = this.lines(plan);
      const hours = bb.weekOf(this.say, bb.plan.total(plan));
      const link = await this.address();
      if (mine !== this.turn) return;
      this.ready = link;
      const text = [this.say("message"), ...lines, hours, link];
      this.message.href = `https://wa.me/?text=${encodeURIComponent(text.filter(Boolean).join("\n"))}`;
      this.code.hidden = true;
      this.codeButton.setAttribute("aria-expanded", "false");
    }

    // Of a message: what was chosen by day and time, and then all else that is in the plan.
    lines(plan) {
      const nameOf = ({ facts }) => `${facts.title}, ${facts.host}`;
      const timed = bb.plan.placed(plan).map(([day, start, end, number]) => {
        return `${this.days[day]} ${bb.fromTo(this.say, start, end)}: ${nameOf(plan[number])}`;
      });
      return [...timed, ...plan.filter((chosen) => !bb.plan.timesOf(chosen).length).map(nameOf)];
    }

    // Some browsers copy only at the very press, so the address was made before.
    async copy() {
      const url = this.ready ?? (await this.address());
      let done = this.say("old_browser");
      try {
        if (url) {
          await navigator.clipboard.writeText(url);
          done = this.say("copied");
        }
      } catch (error) {
        done = bb.asWritten(url);
      }
      this.status.replaceChildren(done);
    }

    async toggleCode() {
      const url = await this.address();
      const image = url && bb.qrImage(url, this.say("code_label"));
      const words = this.say(image ? "code_text" : url ? "code_long" : "old_browser");
      this.code.replaceChildren(...(image ? [image] : []), make("p", {}, words));
      this.code.hidden = !this.code.hidden;
      this.codeButton.setAttribute("aria-expanded", String(!this.code.hidden));
    }
  }

  bb.Share = Share;
})();
