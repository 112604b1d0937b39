// Sharing a plan, with its own words: an address to copy, a message, a code to scan.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  class Share {
    constructor(root, kept, words, settings) {
      this.message = root.querySelector("#plan-app");
      this.sends = [...root.querySelectorAll("[data-bb-send]")].map((send) => [send, send.href]);
      this.code = root.querySelector("#plan-code");
      this.codeButton = root.querySelector("#plan-toon-code");
      this.status = root.querySelector("#plan-deel-melding p");
      this.kept = kept;
      this.words = words;
      this.settings = settings;
      this.say = bb.sayer(settings.words);
      this.ready = null; // the address of the plan as it is now, once it was made; '' as below
      this.turn = 0;
      root.querySelector("#plan-kopieer").addEventListener("click", () => this.copy());
      this.codeButton.addEventListener("click", (event) => bb.isDouble(event, "code") || this.toggleCode());
    }

    // As `plan-link.js` wants it.
    whole() {
      const known = this.kept.entries.filter(({ facts, isMissing }) => facts || isMissing);
      const chosen = known.map((entry) => [entry.slug, this.chosenIn(entry)]);
      const here = known.map(({ slug }) => slug).filter((slug) => Object(this.kept.choiceOf(slug)).werkt === true);
      const words = Object.entries(this.words.read()).filter(([, text]) => text.trim());
      const more = { ...(here.length && { h: here }), ...(words.length && { w: Object.fromEntries(words) }) };
      return { v: Object.fromEntries(chosen), ...more };
    }

    // Shifts or hours; as they were kept, where nobody knows what its host offers.
    chosenIn(entry) {
      const { tijden, uren } = Object(this.kept.choiceOf(entry.slug));
      if (entry.isMissing) return tijden || uren || 0;
      const { work, chose } = this.kept.chosenOf(entry);
      return work.shifts.length ? bb.plan.timesOf({ work, ...chose }) : chose.hours;
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
      const hours = this.say("together_hours", { hours: weekIn(this.say, bb.plan.total(plan)) });
      const link = await this.address();
      if (mine !== this.turn) return;
      this.ready = link;
      const text = (hello) => [this.say(hello), ...lines, hours, link].filter(Boolean).join("\n");
      this.message.href = `https://wa.me/?text=${encodeURIComponent(text("message"))}`;
      const sent = { subject: this.say("send_subject"), text: text("send_message") };
      this.sends.forEach(([send, href]) => (send.href = bb.writeTo(href, sent)));
      this.code.hidden = true;
      this.codeButton.setAttribute("aria-expanded", "false");
    }

    // Of a message: what was chosen by day and time, and then all else that is in the plan.
    lines(plan) {
      const nameOf = ({ facts }) => `${facts.title}, ${facts.host}`;
      const timed = bb.plan.placed(plan).map(([day, start, end, number]) => {
        return `${this.settings.days[day]} ${bb.fromTo(this.say, start, end)}: ${nameOf(plan[number])}`;
      });
      const others = plan.filter((chosen) => chosen.isDoable && !bb.plan.timesOf(chosen).length);
      const loose = others.map((chosen) => `${nameOf(chosen)}: ${weekIn(this.say, bb.plan.minutesOf(chosen))}`);
      const shut = plan.filter((chosen) => !chosen.isDoable).map((chosen) => `${nameOf(chosen)}: ${bb.shutNote(chosen, this.settings)}`);
      const missing = this.kept.missing().map((slug) => `${bb.nameOf({ slug })} ${this.say("missing")}`);
      return [...timed, ...loose, ...shut, ...missing];
    }

    // Some browsers copy only at the very press, so the address was made before.
    async copy() {
      const url = this.ready ?? (await this.address());
      if (!url) return this.tell(this.say("old_browser"));
      this.tell((await bb.copy(url)) ? this.say("copied") : bb.asWritten(url));
    }

    tell(words) {
      this.status.replaceChildren(words);
    }

    async toggleCode() {
      const url = await this.address();
      try {
        await bb.planLater(this.settings);
      } catch (error) {
        return this.tell(this.say("broken"));
      }
      const image = url && bb.qrImage(url, this.say("code_label"));
      const words = this.say(image ? "code_text" : url ? "code_long" : "old_browser");
      this.code.replaceChildren(...(image ? [image] : []), make("p", {}, words));
      this.code.hidden = !this.code.hidden;
      this.codeButton.setAttribute("aria-expanded", String(!this.code.hidden));
    }
  }

  // What few ask for comes when they do.
  bb.planLater = ({ version }) => {
    const { bbSrc } = document.getElementById("plan-deel-mee").dataset;
    return bb.load("", bbSrc.replace(/\.js$/, ""), version);
  };

  // Within a sentence.
  function weekIn(say, minutes) {
    return bb.weekOf(say, minutes).toLowerCase();
  }

  bb.Share = Share;
})();
