// One's own route through the stations. Nothing of it leaves the device unless somebody shares it.
(function () {
  "use strict";

  const bb = window.bb;
  const { STAY, next, valid, write, read } = bb.ownRoute;
  const KEY = "bb-spoor";
  const LONGEST = 600;
  const QUESTIONS = ["doe", "hulp"];
  const byId = (id) => document.getElementById(id);
  const settings = JSON.parse(byId("route").dataset.bbRoute);
  const texts = settings.words;
  const say = bb.sayer(texts);
  const { make } = bb;
  const map = { stations: settings.order, links: settings.links, stay: settings.stay };
  const status = byId("route-melding");

  let memory = null; // what would have been kept, once storage was refused
  let route = [];

  // ---- what is kept

  function kept() {
    if (memory) return memory;
    try {
      return Object(JSON.parse(localStorage.getItem(KEY)));
    } catch (error) {
      return {};
    }
  }

  function keep(change) {
    const whole = { versie: 1, route, woorden: Object(kept().woorden), ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(whole));
      memory = null;
    } catch (error) {
      memory = whole;
      byId("route-deel").textContent = texts.refused;
    }
  }

  function wordsAt(name) {
    const found = Object(Object(kept().woorden)[name]);
    return QUESTIONS.map((key) => (typeof found[key] === "string" ? found[key].slice(0, LONGEST) : ""));
  }

  // ---- what is shown

  const stationOf = (name) =>
    settings.stations[name === STAY ? settings.stay : name] || [texts.stay, texts.stay_text, ""];
  const nameOf = (name) => stationOf(name)[0];
  const linkTo = (from, name) =>
    settings.links.find((link) => link[0] === from && link[1] === (name === STAY ? settings.stay : name));

  // What is needed, what you learn and how long it takes; then where it is.
  function facts(from, name) {
    const [, , condition, learning, takes] = (from && linkTo(from, name)) || [];
    const where = name === STAY ? "" : stationOf(name)[2];
    const rows = Object.entries({ condition, learning, takes, where }).filter(([, text]) => text);
    const lines = rows.map(([key, text]) => make("p", {}, make("strong", {}, texts[key]), ` ${text} `));
    return make("div", { class: "bb-route-maker__facts" }, ...lines);
  }

  function question(name, key, text) {
    const id = `route-${key}-${name}`;
    const field = make("textarea", { id, rows: 2, maxlength: LONGEST, "data-bb-field": "" });
    field.value = text;
    const row = make("div", { class: "bb-plan__question" }, make("label", { for: id }, texts[key]), field);
    const paper = bb.paperOf(field);
    field.addEventListener("input", () => {
      paper.textContent = field.value;
      const words = Object(kept().woorden);
      keep({ woorden: { ...words, [name]: { ...Object(words[name]), [key]: field.value } } });
    });
    return row;
  }

  function step(name, place) {
    const [title, text] = stationOf(name);
    const kicker = make("span", { class: "bb-route-maker__kicker" }, place ? say("step", { number: place }) : texts.start_short);
    const head = make("h3", { tabindex: -1 }, kicker, " ", title);
    const words = wordsAt(name);
    const questions = place ? QUESTIONS.map((key, number) => question(name, key, words[number])) : [];
    return make("li", {}, head, make("p", {}, text), facts(route[place - 1], name), ...questions);
  }

  function choice(name) {
    const here = route[route.length - 1];
    const [, text, where] = stationOf(name);
    const button = make("button", { type: "button", class: "bb-button bb-button--quiet" }, nameOf(name));
    button.addEventListener("click", () => go([...route, name]));
    const more = here ? [make("p", {}, text), facts(here, name)] : [make("span", { class: "bb-caption" }, where)];
    return make("li", {}, button, ...more);
  }

  function paintChoices() {
    const open = next(map, route);
    const here = route[route.length - 1];
    const parts = [];
    if (open.length) {
      parts.push(make("h3", { tabindex: -1 }, here ? say("next", { name: nameOf(here) }) : texts.start));
      if (here && open.length === 1) parts.push(make("p", {}, texts.only_stay));
      parts.push(make("ul", { class: here ? "bb-route-maker__choices" : "bb-route-maker__starts" }, ...open.map(choice)));
    } else {
      parts.push(make("p", {}, make("strong", {}, texts.done)));
    }
    byId("route-keuze").replaceChildren(...parts);
  }

  // Words at a station that is no longer there stay readable until somebody wipes them.
  function paintLost() {
    const known = (name) => name === STAY || settings.order.includes(name);
    const lost = Object.keys(Object(kept().woorden)).filter((name) => !known(name) && wordsAt(name).some(Boolean));
    const lines = lost.slice(0, 50).map((name) => make("li", {}, make("strong", {}, name), ` ${wordsAt(name).filter(Boolean).join(" / ")}`));
    byId("route-weg").replaceChildren(...(lines.length ? [make("h3", {}, texts.gone_words), make("ul", {}, ...lines)] : []));
    return lost.length;
  }

  function paint() {
    byId("route-stappen").replaceChildren(...route.map(step));
    paintChoices();
    const lost = paintLost();
    byId("route-knoppen").hidden = !route.length && !lost;
    byId("route-terug").parentElement.hidden = !route.length;
    const mine = new Set(route.map((name) => (name === STAY ? settings.stay : name)));
    document.querySelectorAll("[data-bb-stop]").forEach((stop) => {
      stop.classList.toggle("bb-net__stop--mine", mine.has(stop.dataset.bbStop));
    });
  }

  // Somebody took a step: keep it, show it, and go on reading there.
  function go(to) {
    const isBack = to.length < route.length;
    route = to;
    byId("route-deel").textContent = "";
    keep({ route });
    paint();
    const name = route.length ? nameOf(route[route.length - 1]) : "";
    if (isBack) status.textContent = route.length ? texts.undone : texts.empty;
    else status.textContent = say(route.length === 1 ? "chosen_one" : "chosen", { name, number: route.length });
    const steps = byId("route-stappen").querySelectorAll("h3");
    (isBack || !steps.length ? byId("route-keuze").querySelector("h3") : steps[steps.length - 1]).focus();
  }

  function load() {
    const before = kept().route;
    route = valid(map, before);
    paint();
    status.textContent = Array.isArray(before) && before.length > route.length ? texts.gone : "";
  }

  // ---- to take along

  byId("route-terug").addEventListener("click", () => go(route.slice(0, -1)));

  // Only this button prints one's own route; the browser's own command prints the page.
  let isOwn = false;
  const choosePaper = () => document.documentElement.classList.toggle("bb-own-route", isOwn);
  addEventListener("beforeprint", choosePaper);
  addEventListener("afterprint", () => {
    isOwn = false;
  });
  document.addEventListener("click", (event) => {
    isOwn = event.target.closest("#route-print") !== null;
    choosePaper();
    if (isOwn) print();
  });

  byId("route-kopieer").addEventListener("click", async () => {
    const url = `${location.href.split("#")[0]}#${write(route)}`;
    byId("route-deel").replaceChildren((await bb.copy(url)) ? texts.copied : bb.asWritten(url));
  });

  function offerShared() {
    const found = read(map, location.hash);
    const place = byId("route-gedeeld");
    place.hidden = !found;
    if (!found) return;
    if (!found.length) {
      place.replaceChildren(make("p", { tabindex: -1 }, texts.shared_broken));
    } else {
      const answer = (key, act) => {
        const button = make("button", { type: "button", class: `bb-button bb-button--${act ? "primary" : "quiet"}` }, texts[key]);
        button.addEventListener("click", () => {
          history.replaceState(null, "", location.pathname + location.search);
          place.hidden = true;
          if (act) go(found);
          else leave();
        });
        return button;
      };
      const names = found.map(nameOf).join(" → ");
      const buttons = make("p", {}, answer("shared_take", true), " ", answer("shared_leave", false));
      place.replaceChildren(make("p", { tabindex: -1 }, say("shared", { names })), buttons);
    }
    place.scrollIntoView();
    place.querySelector("p").focus({ preventScroll: true });
  }

  function leave() {
    status.textContent = texts.shared_left;
    byId("route-keuze").querySelector("h3").focus();
  }

  bb.askFirst(byId("route-wis"), texts.wipe_sure, () => {
    memory = null;
    try {
      localStorage.removeItem(KEY);
    } catch (error) {
      // Refused: then nothing was kept.
    }
    route = [];
    paint();
    status.textContent = texts.empty;
    byId("route-keuze").querySelector("h3").focus();
  });

  // The same page in another tab. Where somebody is typing, nothing moves.
  addEventListener("storage", ({ key }) => {
    if (key !== KEY && key !== null) return;
    const isSame = String(valid(map, kept().route)) === String(route);
    const typing = document.activeElement;
    if (!isSame || !typing?.matches("[data-bb-field]")) load();
  });
  addEventListener("pageshow", ({ persisted }) => persisted && load()); // kept as it was, while another page wrote
  addEventListener("hashchange", offerShared);
  load();
  offerShared();
})();
