// Mijn plan: what was kept on this device becomes a week. Nothing of it leaves the device unless somebody shares it.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.getElementById("plan");
  const settings = JSON.parse(root.dataset.bbPlan);
  const texts = settings.words;
  const say = bb.sayer(texts);
  const { make } = bb;
  const byId = (id) => document.getElementById(id);
  const SUGGESTED = 5;
  const SLUG = /^[a-z0-9-]{1,60}$/;
  const QUESTION = [...document.querySelectorAll("[data-bb-words]")];

  let entries = []; // { slug, facts } in the order of keeping; facts are null when the vacancy is gone
  let turn = 0;

  const two = (number) => String(number).padStart(2, "0");
  const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const hoursOf = (minutes) => String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");

  // ---- what is kept

  function chosenOf(slug) {
    const found = Object(bb.planPart("plan"))[slug];
    return found && typeof found === "object" ? found : null;
  }

  function choose(slug, choice) {
    bb.setPlanPart("plan", { ...Object(bb.planPart("plan")), [slug]: choice });
    paint();
  }

  function workOf({ slug, facts }) {
    const { organisatie, wijk, soort, uren, tijden } = facts.plan;
    return { slug, host: organisatie, district: wijk, sectors: soort, least: uren[0], most: uren[1], shifts: tijden };
  }

  function entryOf(entry) {
    const work = workOf(entry);
    const choice = chosenOf(entry.slug);
    const shifts = bb.chosenShifts(work.shifts, choice);
    if (!choice) return { work, shifts, hours: work.least, gone: 0 };
    const times = Array.isArray(choice.tijden) ? choice.tijden : [];
    const hours = Number.isFinite(choice.uren) ? Math.min(Math.max(Math.round(choice.uren), 0), 60) : work.least;
    return { work, shifts, hours, gone: work.shifts.length ? times.length - shifts.length : 0 };
  }

  const plan = () => entries.filter((entry) => entry.facts).map(entryOf);

  async function load() {
    const mine = ++turn;
    try {
      const found = await bb.keptFacts(settings.folder, settings.version, byId("plan-melding"));
      if (mine !== turn) return;
      entries = found;
      const one = added;
      added = null;
      paint(one);
      if (nearby) look(false, newsOf(one)); // in other districts too, now
    } catch (error) {
      if (mine !== turn) return;
      added = null;
      byId("plan-melding").textContent = texts.broken;
    }
  }

  // ---- what is shown

  // `one`: what was put in the plan just now.
  function paint(one) {
    const current = plan();
    const names = new Map(entries.filter((entry) => entry.facts).map((entry) => [entry.slug, entry.facts]));
    byId("plan-melding").textContent = entries.length
      ? say(entries.length === 1 ? "one" : "many", { number: entries.length })
      : texts.none;
    root.classList.toggle("bb-plan--filled", current.length > 0);
    arrange(byId("plan-lijst"), entries.map((entry) => workPart(entry)));
    ["plan-deel-week", "plan-deel-samen", "plan-deel-erbij", "plan-contacten"].forEach((id) => {
      byId(id).hidden = !current.length;
    });
    paintWeek(current, names);
    paintTotal(current, names);
    byId("plan-contacten").querySelector("ul").replaceChildren(...current.map((chosen) => contactOf(chosen, names)));
    if (nearby) paintFoundAgain(one);
    tellForgetful();
    tellShared();
  }

  // What stays is not touched: somebody may be pressing it, or going there with Tab.
  function arrange(list, parts) {
    const focused = document.activeElement;
    [...list.children].forEach((part) => parts.includes(part) || part.remove());
    parts.forEach((part, number) => part === list.children[number] || list.insertBefore(part, list.children[number] || null));
    if (list.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true }); // it moved
  }

  function link(slug, text) {
    return make("a", { href: `${settings.base}vacatures/${slug}/` }, text);
  }

  const works = new Map(); // by slug: what is shown of it, of which facts

  function workPart(entry) {
    const before = works.get(entry.slug);
    const shown = before && before.facts === entry.facts ? before : { facts: entry.facts, ...makeWork(entry) };
    works.set(entry.slug, shown);
    shown.update(entry);
    return shown.part;
  }

  function makeWork(entry) {
    const remove = make("button", { type: "button", class: "bb-save", "aria-label": `${texts.remove}: ${nameOf(entry)}` }, texts.remove);
    remove.addEventListener("click", (event) => {
      if (bb.isSlip(event, entry.slug)) return;
      bb.toggleKept(entry.slug);
      byId("plan-melding").focus();
    });
    if (!entry.facts) {
      const name = make("p", {}, make("strong", {}, nameOf(entry)), ` ${texts.gone}`);
      return { part: make("div", { class: "bb-plan__work" }, name, remove), update() {} };
    }
    const title = make("h3", {}, link(entry.slug, entry.facts.title));
    const where = make("p", { class: "bb-caption" }, `${entry.facts.host}, ${entry.facts.district}. ${entry.facts.hours}.`);
    const { work } = entryOf(entry);
    const choice = work.shifts.length ? shiftChoice(work) : hourChoice(work);
    const talk = make("p", { class: "bb-screen" }, make("a", { href: `${settings.base}vacatures/${entry.slug}/gesprek/` }, texts.talk));
    const part = make("div", { class: "bb-plan__work" }, title, where, choice.part, talk, remove);
    const update = (now) => {
      const chosen = entryOf(now);
      choice.update(chosen);
      part.querySelectorAll(".bb-plan__note").forEach((note) => note.remove());
      choice.part.after(...notesOn(chosen));
    };
    return { part, update };
  }

  function notesOn(chosen) {
    const { fit, minutes } = bb.plan.offered(chosen);
    const notes = [chosen.gone && texts.shift_gone, fit !== "fits" && say(`offer_${fit}`, { hours: hoursOf(minutes) })];
    return notes.filter(Boolean).map((note) => make("p", { class: "bb-plan__note" }, note));
  }

  const nameOf = (entry) => (entry.facts ? entry.facts.title : entry.slug.replace(/-/g, " "));

  function shiftChoice(work) {
    const boxes = work.shifts.map((_, number) => make("input", { type: "checkbox", id: `plan-${work.slug}-${number}` }));
    const labels = work.shifts.map(([day, start, end], number) =>
      make("label", { class: "bb-option" }, boxes[number], ` ${settings.days[day]} ${clock(start)}–${clock(end)}`),
    );
    const part = make("fieldset", { class: "bb-plan__shifts" }, make("legend", {}, texts.choose_shifts), ...labels);
    part.addEventListener("change", () => choose(work.slug, { tijden: work.shifts.filter((_, number) => boxes[number].checked) }));
    return { part, update: ({ shifts }) => boxes.forEach((box, number) => (box.checked = shifts.includes(number))) };
  }

  // Counted while somebody types: a line that comes or goes when the field is left would push away what is pressed then.
  function hourChoice(work) {
    const id = `plan-${work.slug}-uren`;
    const field = make("input", { type: "number", inputmode: "numeric", id, min: 0, max: 60, step: 1 });
    let isTyping = false;
    const typed = (event) => {
      isTyping = event.type === "input";
      choose(work.slug, { uren: Number(field.value) || 0 });
    };
    field.addEventListener("input", typed);
    field.addEventListener("change", typed);
    field.addEventListener("blur", () => (isTyping = false));
    const part = make("p", {}, make("label", { for: id }, say("choose_hours", { low: work.least, high: work.most })), " ", field);
    const update = ({ hours }) => {
      if (!isTyping && field.value !== String(hours)) field.value = hours;
    };
    return { part, update };
  }

  function paintWeek(current, names) {
    const clashes = bb.plan.clashes(current, settings.steps);
    byId("plan-botsingen").replaceChildren(
      ...clashes.map(({ day, first, second, short }) =>
        make("li", {}, say(short ? "travel" : "overlap", {
          day: settings.days[day],
          first: names.get(first).title,
          second: names.get(second).title,
          minutes: short,
        })),
      ),
    );
    const wrong = new Set(clashes.flatMap(({ day, first, second }) => [`${day} ${first}`, `${day} ${second}`]));
    const placed = bb.plan.placed(current);
    byId("plan-dagen").replaceChildren(
      ...settings.days.map((name, day) => {
        const today = placed.filter((shift) => shift[0] === day);
        const lines = today.map(([, start, end, number]) => {
          const { slug } = current[number].work;
          const facts = names.get(slug);
          const isWrong = wrong.has(`${day} ${slug}`);
          const time = make("strong", {}, `${clock(start)}–${clock(end)}`);
          const mark = isWrong ? [make("em", {}, ` ${texts.clash}`)] : [];
          return make("li", { class: isWrong ? "bb-plan__clash" : null }, time, ` ${facts.title}, ${facts.host}`, ...mark);
        });
        const inside = lines.length ? make("ul", {}, ...lines) : make("p", { class: "bb-plan__free" }, texts.free);
        return make("li", { class: lines.length ? null : "bb-plan__empty" }, make("h3", {}, name), inside);
      }),
    );
    const loose = current.filter((chosen) => !chosen.work.shifts.length && chosen.hours);
    byId("plan-dagen").append(
      ...loose.map((chosen) =>
        make("li", {}, make("h3", {}, texts.loose), make("p", {}, say("loose_text", {
          title: names.get(chosen.work.slug).title,
          hours: chosen.hours,
        }))),
      ),
    );
  }

  function fact(name, ...lines) {
    return [make("dt", {}, name), make("dd", {}, ...lines.flatMap((line, place) => (place ? [make("br"), line] : [line])))];
  }

  function paintTotal(current, names) {
    const minutes = bb.plan.total(current);
    const verdict = bb.plan.asked(minutes, settings.rule);
    const [least, most] = settings.rule;
    const rows = fact(texts.hours, make("strong", {}, say("hours_week", { hours: hoursOf(minutes) })), texts.hours_sum);
    rows.push(...fact(texts.rule, say(`rule_${verdict.fit}`, { hours: hoursOf(verdict.minutes), least, most })));
    if (settings.amounts) {
      const { euros, limit } = bb.plan.ceiling(minutes, settings.amounts);
      rows.push(...fact(say("ceiling", { year: settings.amounts.of }), say("ceiling_text", { euros }), texts[`limit_${limit}`], texts.ceiling_sum));
    }
    const left = [...bb.plan.withoutEachHost(current)];
    if (left.length > 1) {
      const hostOf = (host) => names.get(current.find((chosen) => chosen.work.host === host).work.slug).host;
      rows.push(...fact(texts.switch, ...left.map(([host, rest]) => say("switch_text", { host: hostOf(host), hours: hoursOf(rest) })), texts.switch_sum));
    }
    byId("plan-uitkomst").replaceChildren(...rows);
  }

  function contactOf({ work }, names) {
    const facts = names.get(work.slug);
    const ways = facts.plan.contact.flatMap((way, place) => [place ? ", " : "", make("span", { class: "bb-plan__way" }, way)]);
    return make("li", {}, make("strong", {}, facts.host), ` (${facts.title}): `, ...ways);
  }

  // ---- what fits beside it

  const found = byId("plan-gevonden");
  const told = byId("plan-past");
  const offers = new Map(); // by slug: the line of each suggestion
  let nearby = null; // open work by slug, once somebody looked
  let looking = 0;
  let added = null; // what was put in the plan a moment ago: its title, and where its line stood

  byId("plan-zoek").addEventListener("click", () => look(true, ""));

  const newsOf = (one) => (one ? say("added", { title: one.title }) : "");

  async function look(isAsked, news) {
    const mine = ++looking;
    try {
      const rows = await openNearby();
      if (mine !== looking) return;
      nearby = rows;
      paintFound(news);
    } catch (error) {
      if (isAsked && mine === looking) told.textContent = texts.broken; // else what stands there is still good
    }
  }

  async function openNearby() {
    const mine = [...new Set(plan().map((chosen) => chosen.work.district))];
    const near = Object.keys(settings.districts).filter((name) => mine.some((own) => Object(settings.steps[own])[name] <= 1));
    const rows = await Promise.all(near.map((name) => bb.load(settings.folder, `weken-${name}`, settings.version)));
    return new Map(rows.flatMap(Object.entries));
  }

  // What still fits; what goes on fitting stays where it stands.
  function paintFound(news) {
    const open = [...nearby].filter(([, facts]) => facts.until >= bb.today());
    const fitting = bb.plan.fitting(plan(), open.map(([slug, facts]) => workOf({ slug, facts })), settings.steps, SUGGESTED);
    arrange(found, fitting.map((work) => suggestion(work, nearby.get(work.slug))));
    const number = fitting.length;
    const words = number ? say(number === 1 ? "fits_one" : "fits_many", { number }) : texts.nothing;
    bb.write(told, `${news} ${words}`.trim());
  }

  function suggestion(work, facts) {
    if (!offers.has(work.slug)) offers.set(work.slug, makeSuggestion(work, facts));
    return offers.get(work.slug);
  }

  function makeSuggestion(work, facts) {
    const add = make("button", { type: "button", class: "bb-save", "aria-label": `${texts.add}: ${facts.title}` }, texts.add);
    const times = work.shifts.map(([day, start, end]) => `${settings.days[day]} ${clock(start)}–${clock(end)}`).join(", ");
    const where = `${facts.host}, ${settings.districts[work.district]}. ${times}`;
    const line = make("li", {}, link(work.slug, facts.title), make("span", { class: "bb-caption" }, where), add);
    add.addEventListener("click", (event) => {
      if (bb.isSlip(event, work.slug) || bb.kept().includes(work.slug)) return;
      added = { title: facts.title, number: [...found.children].indexOf(line), top: found.getBoundingClientRect().top };
      bb.toggleKept(work.slug);
    });
    return line;
  }

  // After each change of the plan. Who put something in goes on at the next suggestion, which stands where that one stood.
  function paintFoundAgain(one) {
    paintFound(newsOf(one));
    if (!one) return;
    const { number, top } = one;
    const root = document.documentElement;
    root.style.overflowAnchor = "none"; // where a browser keeps the place by itself, it would be kept twice
    const buttons = found.querySelectorAll("button");
    (buttons[Math.min(number, buttons.length - 1)] || byId("plan-erbij")).focus({ preventScroll: true });
    scrollBy({ top: found.getBoundingClientRect().top - top, behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => (root.style.overflowAnchor = "")));
  }

  // ---- own words

  const wordsOf = () => {
    const kept = Object(bb.planPart("woorden"));
    return Object.fromEntries(
      QUESTION.map(({ dataset: { bbWords: key } }) => [key, typeof kept[key] === "string" ? kept[key].slice(0, 600) : ""]),
    );
  };

  function fillWords() {
    const kept = wordsOf();
    QUESTION.forEach((field) => {
      if (field.value !== kept[field.dataset.bbWords]) field.value = kept[field.dataset.bbWords];
    });
  }

  QUESTION.forEach((field) => {
    field.addEventListener("input", () => {
      bb.setPlanPart("woorden", { ...wordsOf(), [field.dataset.bbWords]: field.value });
      tellForgetful();
      tellShared();
    });
  });

  const note = byId("plan-bewaar");
  const promise = note.textContent;

  // "It stays on this device" is not always true.
  function tellForgetful() {
    const isForgetful = bb.isForgetful();
    bb.write(note, isForgetful ? note.dataset.bbRefused : promise);
    note.classList.toggle("bb-plan__note", isForgetful);
  }

  // ---- sharing

  function shared() {
    const chosen = plan().map((one) => [one.work.slug, one.work.shifts.length ? bb.plan.timesOf(one) : one.hours]);
    const words = Object.entries(wordsOf()).filter(([, text]) => text.trim());
    return { v: Object.fromEntries(chosen), ...(words.length ? { w: Object.fromEntries(words) } : {}) };
  }

  const address = async () => {
    const fragment = await bb.writePlanLink(shared());
    return fragment && `${location.href.split("#")[0]}#${fragment}`;
  };

  async function tellShared() {
    const current = plan();
    const names = new Map(entries.filter((entry) => entry.facts).map((entry) => [entry.slug, entry.facts]));
    const lines = bb.plan.placed(current).map(([day, start, end, number]) => {
      const facts = names.get(current[number].work.slug);
      return `${settings.days[day]} ${clock(start)}-${clock(end)}: ${facts.title}, ${facts.host}`;
    });
    const text = [texts.message, ...lines, say("hours_week", { hours: hoursOf(bb.plan.total(current)) }), await address()];
    byId("plan-app").href = `https://wa.me/?text=${encodeURIComponent(text.filter(Boolean).join("\n"))}`;
    byId("plan-code").hidden = true;
    byId("plan-toon-code").setAttribute("aria-expanded", "false");
  }

  byId("plan-kopieer").addEventListener("click", async () => {
    const url = await address();
    let done = texts.old_browser;
    try {
      if (url) {
        await navigator.clipboard.writeText(url);
        done = texts.copied;
      }
    } catch (error) {
      done = url;
    }
    byId("plan-deel-melding").textContent = done;
  });

  byId("plan-toon-code").addEventListener("click", async () => {
    const place = byId("plan-code");
    const url = await address();
    const code = url && bb.qrImage(url, texts.code_label);
    place.replaceChildren(...(code ? [code, make("p", {}, texts.code_text)] : [make("p", {}, url ? texts.code_long : texts.old_browser)]));
    place.hidden = !place.hidden;
    byId("plan-toon-code").setAttribute("aria-expanded", String(!place.hidden));
  });

  // A plan that came along in the address; nothing changes before somebody says so.
  function readable(found) {
    const rows = Object.entries(Object(Object(found).v)).filter(([slug]) => SLUG.test(slug)).slice(0, 50);
    const isShift = (shift) => Array.isArray(shift) && shift.length === 3 && shift.every((value) => Number.isInteger(value) && value >= 0 && value <= 1440);
    return rows.map(([slug, choice]) => [slug, Array.isArray(choice) ? { tijden: choice.filter(isShift).slice(0, 50) } : { uren: Number(choice) || 0 }]);
  }

  async function offerShared() {
    if (!location.hash.startsWith("#plan=")) return;
    const place = byId("plan-gedeeld");
    const found = await bb.readPlanLink(location.hash);
    const rows = found && readable(found);
    place.hidden = false;
    if (!rows || !rows.length) {
      place.replaceChildren(make("p", {}, texts.shared_broken));
      return;
    }
    const take = make("button", { type: "button", class: "bb-button bb-button--primary" }, texts.shared_take);
    const leave = make("button", { type: "button", class: "bb-button bb-button--quiet" }, texts.shared_leave);
    const done = () => {
      place.hidden = true;
      history.replaceState(null, "", location.pathname + location.search);
      byId("plan-melding").focus();
    };
    take.addEventListener("click", () => {
      bb.setPlanPart("plan", Object.fromEntries(rows));
      if (found.w) bb.setPlanPart("woorden", Object(found.w));
      bb.keepOnly(rows.map(([slug]) => slug));
      fillWords();
      done();
    });
    leave.addEventListener("click", done);
    place.replaceChildren(make("p", {}, say(rows.length === 1 ? "shared_one" : "shared_many", { number: rows.length })), make("p", {}, take, " ", leave));
  }

  bb.askFirst(byId("plan-wis"), texts.wipe_sure, () => {
    bb.forgetPlan();
    fillWords();
    byId("plan-melding").focus();
  });

  document.addEventListener("bb-kept", load);
  addEventListener("storage", fillWords);
  addEventListener("hashchange", offerShared);
  fillWords();
  tellForgetful();
  load();
  offerShared();
})();
