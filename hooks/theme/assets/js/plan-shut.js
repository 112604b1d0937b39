// What a plan tells of a place that closed or is full: often because somebody got it, so who works there says so and goes
// on counting.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  // `choose(choice)`: what somebody says of it; `update(chosen)`: what is in the plan now.
  bb.shutPart = function ({ slug, facts, isOver }, settings, choose) {
    const say = bb.sayer(settings.words);
    const kind = isOver ? "closed" : "full";
    const told = make("p", {});
    const chose = make("p", { class: "bb-caption" });
    const box = make("input", { type: "checkbox", id: `werkt-${slug}` });
    const label = make("label", { class: "bb-option" }, box, ` ${say("works_here")} `, make("span", { class: "bb-hidden" }, facts.title));
    const ask = isOver ? [] : [make("p", {}, make("a", { href: "#plan-wie" }, say("full_ask")))];
    const others = make("div", {}, ...ask, make("p", {}, make("a", { href: "#plan-erbij" }, say("closed_others"))));
    box.addEventListener("change", () => choose({ werkt: box.checked }));
    const update = (chosen) => {
      box.checked = chosen.isDoable;
      bb.write(told, say(chosen.isDoable ? `${kind}_mine` : kind));
      const times = bb.timesChosen(chosen, settings);
      bb.write(chose, chosen.isDoable || !times ? "" : say("chose", { times }));
      chose.hidden = !chose.textContent;
      others.hidden = chosen.isDoable;
    };
    return { part: make("div", { class: "bb-plan__shut" }, told, chose, label, others), update };
  };

  // The same of work that does not count, to who reads the plan of somebody else.
  bb.shutNote = function (chosen, settings) {
    const say = bb.sayer(settings.words);
    const times = bb.timesChosen(chosen, settings);
    return `${say(chosen.isOver ? "received_closed" : "received_full")} ${times && say("chose", { times })}`.trim();
  };

  // In words, whether it counts or not; '' when nothing was chosen.
  bb.timesChosen = function ({ work, chose }, { days, words }) {
    const say = bb.sayer(words);
    const shifts = bb.plan.timesOf({ work, shifts: chose.shifts });
    const times = shifts.map(([day, start, end]) => `${days[day]} ${bb.fromTo(say, start, end)}`);
    return work.shifts.length || !chose.hours ? times.join(", ") : say("hours_week", { hours: chose.hours });
  };
})();
