// The hours sheet of a month: written here, kept on this device, signed on paper. Nothing of it is sent.
(function () {
  "use strict";

  const bb = window.bb;
  const rules = bb.hours;
  const KEY = "bb-uren";
  const root = document.getElementById("uren");
  const settings = JSON.parse(root.dataset.bbHours);
  const texts = settings.words;
  const say = bb.sayer(texts);
  const { make } = bb;
  const byId = (id) => document.getElementById(`uren-${id}`);
  const [form, month, name] = ["regel", "maand", "naam"].map(byId);
  const blank = root.querySelector(".bb-sheet");
  const filled = blank.cloneNode(true);

  let memory = null; // holds as long as this page, on a device that refuses to keep it
  let editing = null;

  const hours = (minutes) => rules.hoursText(minutes, texts);

  function dayFormat(options) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", ...options });
    return (day) => format.format(new Date(`${day}T00:00Z`));
  }
  const fullDay = dayFormat({ weekday: "long", day: "numeric", month: "long" });
  const shortDay = dayFormat({ weekday: "short", day: "numeric", month: "short" });
  const date = dayFormat({ day: "numeric", month: "long" });
  const fullMonth = dayFormat({ month: "long", year: "numeric" });
  const monthName = (value) => fullMonth(`${value}-01`);

  // ---- what is kept: read anew for every change, because another tab may have written in between

  function read() {
    if (memory) return memory;
    try {
      return rules.readable(JSON.parse(localStorage.getItem(KEY)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) refuse({});
      return {};
    }
  }

  function refuse(months) {
    memory = months;
    const note = byId("bewaar");
    note.textContent = texts.refused;
    note.className = "bb-hours__note";
  }

  function keep(edit) {
    const months = read();
    const mine = months[month.value] || { naam: name.value, rijen: [] };
    months[month.value] = mine;
    edit(mine, months);
    try {
      if (Object.keys(months).length) localStorage.setItem(KEY, JSON.stringify({ versie: 1, maanden: months }));
      else localStorage.removeItem(KEY);
    } catch (error) {
      refuse(months);
    }
  }

  function change(edit) {
    keep(edit);
    paint();
  }

  function sheet() {
    const found = read()[month.value];
    return { rows: rules.inOrder(found ? found.rijen : []), name: found ? found.naam : "" };
  }

  // ---- what is shown

  function tell(text) {
    byId("melding").textContent = text;
  }

  function paint() {
    const { rows } = sheet();
    const checks = rules.check(rows, month.value, bb.today());
    const found = rows.map((row, place) => ({ row, ...checks[place] }));
    const focused = document.activeElement.id;
    root.classList.toggle("bb-hours--filled", rows.length > 0);
    paintMonths();
    paintList(found);
    paintSums(rows, found);
    paintSheet(rows, found);
    offerHosts(rows.map((row) => row.bij));
    if (focused) document.getElementById(focused)?.focus();
  }

  function paintMonths() {
    const months = read();
    const now = bb.today().slice(0, 7);
    const offered = Array.from({ length: 14 }, (_, place) => rules.shifted(now, 1 - place));
    const all = [...new Set([...offered, ...Object.keys(months), month.value].filter(Boolean))].sort().reverse();
    const chosen = month.value || rules.firstMonth(months, bb.today());
    const isFilled = (value) => months[value] && months[value].rijen.length;
    const options = all.map((value) => make("option", { value }, isFilled(value) ? say("filled", { month: monthName(value) }) : monthName(value)));
    if (options.map((one) => one.text).join() !== [...month.options].map((one) => one.text).join()) month.replaceChildren(...options);
    month.value = chosen;
  }

  function paintList(found) {
    const weeks = new Map();
    found.forEach((item) => {
      const week = rules.weekOf(item.row.dag).join();
      weeks.set(week, [...(weeks.get(week) || []), item]);
    });
    byId("lijst").replaceChildren(
      ...[...weeks].flatMap(([week, items]) => {
        const days = [...new Set(week.split(",").map(date))].join(texts.until);
        const head = `${days}: ${hours(rules.total(items.map((item) => item.row)))}`;
        return [make("h3", {}, head), make("ul", { class: "bb-hours__list" }, ...items.map(listed))];
      }),
    );
    byId("leeg").hidden = found.length > 0;
  }

  const timesOf = (row) => `${row.van || "?"}–${row.tot || "?"}`;
  const pauseOf = (row) => (row.pauze ? `, ${say("pause", { minutes: row.pauze })}` : "");

  function listed({ row, minutes, notes }) {
    const about = `${fullDay(row.dag)}, ${timesOf(row)}, ${row.bij}`;
    const item = make("li", {}, make("p", {}, make("strong", {}, fullDay(row.dag)), " ", make("span", { class: "bb-nowrap" }, timesOf(row)), pauseOf(row)));
    item.append(make("p", {}, `${row.bij}: ${minutes ? hours(minutes) : texts.uncounted}`));
    item.append(...notes.map((note) => make("p", { class: "bb-hours__note" }, texts[`note_${note}`])));
    const edit = button(texts.edit, about, () => startEditing(row));
    const remove = button(texts.remove, about, (event) => {
      if (bb.isSlip(event, row.id)) return;
      change((mine) => (mine.rijen = mine.rijen.filter((other) => other.id !== row.id)));
      if (editing === row.id) stopEditing();
      tell(say("removed", { row: about }));
      byId("melding").focus();
    });
    edit.id = `uren-wijzig-${row.id}`;
    remove.id = `uren-weg-${row.id}`;
    item.append(make("p", { class: "bb-hours__buttons" }, edit, remove));
    return item;
  }

  function button(text, about, act) {
    const made = make("button", { type: "button", class: "bb-save", "aria-label": `${text}: ${about}` }, text);
    made.addEventListener("click", act);
    return made;
  }

  function paintSums(rows, found) {
    const doubtful = found.filter((item) => !item.minutes).length;
    const lines = [...rules.sums(rows), [texts.total, rules.total(rows)]];
    byId("som").replaceChildren(...lines.flatMap(([host, minutes]) => [make("dt", {}, host), make("dd", {}, hours(minutes))]));
    byId("twijfel").textContent = doubtful ? say(doubtful === 1 ? "uncounted_one" : "uncounted_many", { number: doubtful }) : "";
  }

  // ---- the sheet for paper: the same as the empty one, with what was written

  const part = (key) => filled.querySelector(`[data-bb-sheet="${key}"]`);

  function paintSheet(rows, found) {
    const line = ([head, ...cells]) => make("tr", {}, make("th", { scope: "row" }, head), ...cells.map((cell) => make("td", {}, cell)));
    part("name").textContent = name.value;
    part("month").textContent = monthName(month.value);
    part("rows").replaceChildren(
      ...found.map(({ row, minutes }) => line([shortDay(row.dag), row.bij, row.van, row.tot, row.pauze || "", minutes ? hours(minutes) : "?", ""])),
    );
    const sums = [...rules.sums(rows)];
    part("sums").replaceChildren(...sums.map(([host, minutes]) => line([host, hours(minutes)])));
    part("total").textContent = hours(rules.total(rows));
    filled.querySelectorAll("[data-bb-host]").forEach((sign) => sign.remove());
    const own = sums.map(([host]) => {
      const sign = blank.querySelector("[data-bb-host]").cloneNode(true);
      sign.querySelector("b").textContent = host;
      return sign;
    });
    filled.querySelector(".bb-sheet__sign").after(...own);
  }

  // ---- writing a row

  const field = Object.fromEntries(["dag", "bij", "van", "tot", "pauze"].map((key) => [key, byId(key)]));
  const written = () => rules.cleanRow(Object.fromEntries(Object.entries(field).map(([key, input]) => [key, input.value])));

  function paintDays() {
    const today = bb.today();
    const days = rules.daysOf(month.value);
    field.dag.replaceChildren(...days.map((day) => make("option", { value: day }, fullDay(day))));
    field.dag.value = days.includes(today) ? today : days[0];
  }

  // While somebody types: what it comes to, with the rows that are there.
  function preview() {
    const row = written();
    const isWhole = row && row.van && row.tot;
    const others = sheet().rows.filter((other) => other.id !== editing);
    const [{ minutes, notes }] = isWhole ? rules.check([row, ...others], month.value, bb.today()) : [{ notes: [] }];
    const lines = [minutes && say("comes_to", { hours: hours(minutes) }), ...notes.map((note) => texts[`note_${note}`])];
    byId("uitkomst").textContent = lines.filter(Boolean).join(" ");
  }

  function startEditing(row) {
    editing = row.id;
    if (![...field.dag.options].some((option) => option.value === row.dag)) {
      field.dag.append(make("option", { value: row.dag }, fullDay(row.dag)));
    }
    Object.entries(field).forEach(([key, input]) => (input.value = row[key]));
    byId("zet").textContent = texts.save;
    byId("laat").hidden = false;
    preview();
    field.dag.focus();
  }

  function stopEditing() {
    editing = null;
    byId("zet").textContent = texts.add;
    byId("laat").hidden = true;
    byId("uitkomst").textContent = "";
  }

  form.addEventListener("input", preview);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const row = written();
    const missing = field.pauze.validity.valid ? ["bij", "van", "tot"].find((key) => !row[key]) : "pauze";
    Object.entries(field).forEach(([key, input]) => input.setAttribute("aria-invalid", key === missing));
    if (missing) {
      tell(""); // of the row before: beside a mistake it would seem to be about this one
      byId("uitkomst").textContent = texts[`missing_${missing}`];
      field[missing].focus();
      return;
    }
    const before = editing;
    row.id = before || newId();
    change((mine) => (mine.rijen = [...mine.rijen.filter((other) => other.id !== row.id), row]));
    stopEditing();
    tell(say(before ? "changed" : "added", { row: `${fullDay(row.dag)}, ${timesOf(row)}, ${row.bij}` }));
    (before ? byId(`wijzig-${row.id}`) : field.dag).focus();
  });
  byId("laat").addEventListener("click", () => {
    const row = byId(`wijzig-${editing}`);
    stopEditing();
    (row || field.dag).focus();
  });

  const newId = () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");

  // ---- out of Mijn plan

  let hostsOfPlan = [];

  async function planRows() {
    const found = await Promise.all(bb.kept().map((slug) => bb.factsOf(settings.folder, settings.version, slug)));
    const shifts = found.flatMap(({ slug, facts }) => {
      const times = facts ? facts.plan.tijden : [];
      const chosen = bb.chosenShifts(times, Object(bb.planPart("plan"))[slug]);
      return chosen.map((number) => times[number]).map(([day, start, end]) => ({ bij: facts.host, day, start, end }));
    });
    const known = found.filter(({ facts }) => facts);
    hostsOfPlan = known.map(({ facts }) => facts.host);
    return { shifts, untold: found.length - known.filter(({ facts }) => facts.plan.tijden.length).length };
  }

  function offerHosts(used) {
    const all = [...new Set([...used, ...hostsOfPlan])].sort();
    byId("organisaties").replaceChildren(...all.map((host) => make("option", { value: host })));
  }

  field.bij.addEventListener("focus", () => {
    const again = () => offerHosts(sheet().rows.map((row) => row.bij));
    if (bb.kept().length) planRows().then(again, () => {}); // no internet: the name is typed
  }, { once: true });

  byId("plan").addEventListener("click", async () => {
    if (!bb.kept().length) return tell(texts.plan_empty);
    try {
      const { shifts, untold } = await planRows();
      let number = 0;
      change((mine) => {
        const more = rules.planned(month.value, shifts, mine.rijen);
        number = more.length;
        mine.rijen.push(...more.map((row) => ({ id: newId(), ...row })));
      });
      const done = number ? say(number === 1 ? "plan_one" : "plan_many", { number }) : texts.plan_none;
      tell(untold ? `${done} ${texts.plan_untold}` : done);
    } catch (error) {
      tell(texts.plan_broken);
    }
  });

  // ---- taking it along, and leaving nothing behind

  byId("kopieer").addEventListener("click", async () => {
    const { rows } = sheet();
    const line = (row) => `${shortDay(row.dag)}, ${timesOf(row)}${pauseOf(row)}: ${row.bij}`;
    const sums = [...rules.sums(rows), [texts.total, rules.total(rows)]].map(([host, minutes]) => `${host}: ${hours(minutes)}`);
    const text = [`${texts.title} ${monthName(month.value)}`, name.value, "", ...rows.map(line), "", ...sums].join("\n");
    try {
      await navigator.clipboard.writeText(text);
      byId("gedaan").textContent = texts.copied;
    } catch (error) {
      byId("gedaan").textContent = texts.copy_refused;
    }
  });

  byId("tabel").addEventListener("click", () => {
    const { rows } = sheet();
    const checks = rules.check(rows, month.value, bb.today());
    const lines = rows.map((row, place) => [row.dag, name.value, row.bij, row.van, row.tot, row.pauze, rules.decimal(checks[place].minutes)]);
    const blob = new Blob([rules.csv([texts.columns.split(";"), ...lines])], { type: "text/csv" });
    const link = make("a", { href: URL.createObjectURL(blob), download: `${texts.file}-${month.value}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  byId("pen").addEventListener("click", () => {
    root.classList.add("bb-hours--blank");
    print();
  });
  addEventListener("afterprint", () => root.classList.remove("bb-hours--blank"));

  byId("toon").addEventListener("click", () => {
    const isShown = root.classList.toggle("bb-hours--shown");
    byId("toon").setAttribute("aria-expanded", isShown);
  });

  bb.askFirst(byId("wis"), texts.wipe_sure, () => {
    stopEditing();
    change((mine, months) => delete months[month.value]);
    start();
    tell(say("wiped", { month: monthName(month.value) }));
    byId("melding").focus();
  });

  // ---- the month and the name

  function start() {
    const months = read();
    const own = months[month.value];
    const others = Object.keys(months).sort().reverse().map((key) => months[key].naam);
    name.value = own ? own.naam : others.find(Boolean) || "";
    stopEditing();
    paintDays();
    paint();
  }

  month.addEventListener("change", start);
  name.addEventListener("input", () => {
    keep((mine) => (mine.naam = name.value));
    part("name").textContent = name.value;
  });

  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    const found = read()[month.value];
    if (document.activeElement !== name) name.value = found ? found.naam : "";
    paint();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) paint();
  });

  field.van.type = field.tot.type = "time";
  blank.classList.add("bb-sheet--blank");
  filled.classList.add("bb-sheet--filled");
  blank.after(filled);
  root.classList.add("bb-hours--on");
  paintMonths();
  start();
})();
