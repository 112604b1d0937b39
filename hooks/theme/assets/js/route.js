// The routekaart remembers, on this device only, where somebody is; and it tells on which days the talks are.
(function () {
  "use strict";

  const bb = window.bb;
  const rules = bb.route;
  const KEY = "bb-route";
  const settings = JSON.parse(document.getElementById("kaart").dataset.bbRoute);
  const texts = settings.words;
  const say = bb.sayer(texts);
  const { make } = bb;
  const order = settings.stops.map(([id]) => id);
  const stops = new Map(settings.stops.map(([id, title, stage]) => [id, { title, stage }]));
  const byId = (id) => document.getElementById(id);
  const wipe = byId("route-wis");

  let memory = ""; // what holds for this page when storage is refused
  let isRefused = false;

  function kept() {
    let text = memory;
    try {
      if (!isRefused) text = localStorage.getItem(KEY) || "";
    } catch (error) {
      isRefused = true;
    }
    return rules.read(text, order);
  }

  // Read again before each change: another tab may have changed something else.
  function keep(change) {
    memory = JSON.stringify({ versie: 1, ...kept(), ...change });
    try {
      localStorage.setItem(KEY, memory);
      isRefused = false;
    } catch (error) {
      isRefused = true;
    }
    paint();
  }

  // ---- where am I?

  function paint() {
    const now = kept();
    document.querySelectorAll("[data-bb-stop]").forEach((part) => {
      const { bbStop: stop } = part.dataset;
      const isHere = now.hier === stop;
      const isDone = now.klaar.includes(stop);
      const state = [isHere && texts.state_here, isDone && texts.state_done].filter(Boolean).join(", ");
      part.classList.toggle("bb-is-here", isHere);
      part.classList.toggle("bb-is-done", isDone);
      // On the drawing there is room for one of both; its check mark tells the other.
      part.querySelector("[data-bb-state]").textContent = isHere && part instanceof SVGElement ? texts.state_here : state;
      if (part.hasAttribute("aria-label")) tellState(part, state);
      part.querySelector("[data-bb-here]")?.setAttribute("aria-pressed", isHere);
      part.querySelector("[data-bb-done]")?.setAttribute("aria-pressed", isDone);
    });
    tellPlace(now);
    wipe.hidden = !(now.hier || now.klaar.length || now.start);
  }

  function tellState(link, state) {
    link.dataset.bbName = link.dataset.bbName || link.getAttribute("aria-label");
    link.setAttribute("aria-label", state ? `${link.dataset.bbName}: ${state}` : link.dataset.bbName);
  }

  function tellPlace(now) {
    const number = now.klaar.length;
    const lines = [];
    if (now.hier) lines.push(say("here", stops.get(now.hier)));
    if (number === order.length) lines.push(texts.finished);
    else if (number) lines.push(say(number === 1 ? "count_one" : "count_many", { number, all: order.length }));
    if (!lines.length) lines.push(texts.none);
    if (isRefused && memory) lines.push(texts.refused);
    tell("route-plek", lines.join(" "));
    const coming = now.hier || number ? rules.next(order, now) : "";
    const way = coming ? [`${texts.next} `, make("a", { href: `#halte-${coming}` }, stops.get(coming).title)] : [];
    byId("route-hierna").replaceChildren(...way);
  }

  // A screen reader repeats what is written again, so only what differs is written.
  function tell(id, text) {
    if (byId(id).textContent !== text) byId(id).textContent = text;
  }

  function mark(event) {
    const button = event.target.closest("[data-bb-here], [data-bb-done]");
    if (!button) return;
    const { bbStop: stop } = button.closest("[data-bb-stop]").dataset;
    const isPlace = button.hasAttribute("data-bb-here");
    if (bb.isDouble(event, `${isPlace} ${stop}`)) return;
    const { hier, klaar } = kept();
    if (isPlace) keep({ hier: hier === stop ? "" : stop });
    else keep({ klaar: klaar.includes(stop) ? klaar.filter((other) => other !== stop) : [...klaar, stop] });
  }

  function forget() {
    memory = "";
    try {
      localStorage.removeItem(KEY);
    } catch (error) {
      isRefused = true;
    }
    if (byId("route-start")) byId("route-start").reset();
    paint();
    showDays();
    tell("route-plek", texts.wiped);
    byId("route-plek").focus();
  }

  // ---- the talks

  let address = ""; // of the file for the agenda

  function showDays() {
    const start = rules.dayOf(kept().start);
    const panel = byId("route-dagen");
    if (!panel) return;
    panel.hidden = !start;
    if (!start) tell("route-melding", "");
    if (!start) return;
    byId("route-dag").value = kept().start;
    panel.querySelector("ol").replaceChildren(...settings.talks.map(([months, focus]) => dayItem(start, months, focus)));
    offerFile(start);
  }

  function dayItem(start, months, focus) {
    const day = rules.addMonths(start, months);
    const after = say(months === 1 ? "after_1" : "after_n", { number: months });
    const notes = [rules.isWeekend(day) && texts.weekend, focus].filter(Boolean).join(" ");
    return make("li", {}, `${after} `, make("strong", {}, rules.inWords(day)), ". ", notes);
  }

  function offerFile(start) {
    const { programme, host } = settings;
    const asked = settings.themes.map(([name, question]) => `${name}: ${question}`);
    const talks = settings.talks.map(([months, focus]) => ({
      months,
      summary: say(months === 1 ? "summary_1" : "summary_n", { programme, number: months }),
      description: [texts.description, ...(focus ? [focus] : []), ...asked].join("\n"),
    }));
    const file = rules.calendar(start, talks, { programme, host, now: new Date() });
    const link = byId("route-agenda");
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
    link.href = address;
    link.download = `${texts.file}-${kept().start}.ics`;
  }

  function choose(event) {
    event.preventDefault();
    const field = byId("route-dag");
    const start = rules.dayOf(field.value);
    const isDay = Array.isArray(start);
    if (isDay) keep({ start: field.value });
    tell("route-melding", isDay ? texts.shown : start === "far" ? texts.far : texts.no_day);
    if (isDay) showDays();
    else {
      byId("route-dagen").hidden = true; // those of another day
      field.focus();
    }
  }

  document.querySelector(".bb-route").addEventListener("click", mark);
  bb.askFirst(wipe, texts.wipe_sure, forget);
  byId("route-start")?.addEventListener("submit", choose);
  // Where a browser knows no days, this stays a field for text, and a day is written 2027-03-01.
  if (byId("route-dag")) byId("route-dag").type = "date";
  function show() {
    paint();
    showDays();
  }

  addEventListener("storage", ({ key }) => (key === KEY || key === null) && show());
  addEventListener("pageshow", ({ persisted }) => persisted && show()); // kept as it was, while another page wrote
  show();
})();
