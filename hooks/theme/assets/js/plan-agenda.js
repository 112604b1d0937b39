// The button that puts the fixed times of a plan in somebody's calendar.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const ASKING = 60000; // milliseconds in which somebody says yes to a phone that asks whether to save the file

  class Agenda {
    // `tell(words)`: where is read what became of a press.
    constructor(root, kept, settings, tell) {
      this.button = root.querySelector("#plan-agenda");
      this.kept = kept;
      this.settings = settings;
      this.say = bb.sayer(settings.words);
      this.button.addEventListener("click", async () => tell(await this.download()));
    }

    paint(plan) {
      this.button.hidden = !bb.plan.placed(plan).length;
    }

    async download() {
      try {
        await bb.planLater(this.settings);
      } catch (error) {
        return this.say("broken");
      }
      const text = bb.weekAsCalendar(this.kept.plan(), this.settings.base, bb.today(), Date.now(), this.say("calendar_note"));
      const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
      bb.make("a", { href: address, download: this.say("calendar_file") }).click();
      setTimeout(() => URL.revokeObjectURL(address), ASKING);
      return this.say("calendar_made");
    }
  }

  bb.Agenda = Agenda;
})();
