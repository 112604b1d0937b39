// The hours sheet of a month: written here, kept on this device, signed on paper. Nothing of it is sent.
(function () {
  "use strict";

  const bb = window.bb;
  const rules = bb.hours;
  const root = document.getElementById("uren");
  const settings = JSON.parse(root.dataset.bbHours);
  const words = new bb.HoursWords(settings.words);
  const { say } = words;
  const byId = (id) => document.getElementById(`uren-${id}`);
  const [month, name, status] = ["maand", "naam", "melding"].map(byId);

  const store = new bb.HoursStore(tellRefused);
  const sheet = () => ({ month: month.value, name: name.value, rows: store.rowsOf(month.value) });
  const form = new bb.RowForm(root, words, sheet, { save, leave, mistake });
  const list = new bb.HoursList(root, words, (row) => form.startEditing(row), remove);
  const paper = new bb.HoursPaper(root, words);
  const plan = new bb.PlanShifts(settings);
  new bb.HoursExport(root, words, sheet);

  function tellRefused() {
    const note = byId("bewaar");
    note.textContent = say("refused");
    note.className = "bb-hours__note";
  }

  function tell(text) {
    status.textContent = text;
  }

  function change(edit) {
    store.change(month.value, name.value, edit);
    paint();
  }

  // ---- what is shown

  function paint() {
    const { rows } = sheet();
    const checks = rules.check(rows, month.value, bb.today());
    const found = rows.map((row, place) => ({ row, ...checks[place] }));
    const focused = document.activeElement.id;
    root.classList.toggle("bb-hours--filled", rows.length > 0);
    paintMonths();
    list.paint(found);
    paper.paint(month.value, name.value, found);
    offerHosts();
    if (focused) document.getElementById(focused)?.focus();
  }

  function paintMonths() {
    const months = store.months();
    const now = bb.today().slice(0, 7);
    const offered = Array.from({ length: 14 }, (_, place) => rules.shifted(now, 1 - place));
    const all = [...new Set([...offered, ...Object.keys(months), month.value].filter(Boolean))].sort().reverse();
    const chosen = month.value || rules.firstMonth(months, bb.today());
    const isFilled = (value) => months[value] && months[value].rijen.length;
    const nameOf = (value) => (isFilled(value) ? say("filled", { month: words.month(value) }) : words.month(value));
    const options = all.map((value) => bb.make("option", { value }, nameOf(value)));
    if (options.map((one) => one.text).join() !== [...month.options].map((one) => one.text).join()) month.replaceChildren(...options);
    month.value = chosen;
  }

  function offerHosts() {
    form.offerHosts([...sheet().rows.map((row) => row.bij), ...plan.hosts]);
  }

  // ---- rows

  function save(row, isChanged) {
    change((mine) => (mine.rijen = [...mine.rijen.filter((other) => other.id !== row.id), row]));
    form.stopEditing();
    tell(say(isChanged ? "changed" : "added", { row: words.about(row) }));
    (isChanged ? list.editButton(row.id) : form).focus();
  }

  function leave(id) {
    form.stopEditing();
    (list.editButton(id) || form).focus();
  }

  // What was said is of the row before: beside a mistake it would seem to be about this one.
  function mistake() {
    tell("");
  }

  function remove(row) {
    change((mine) => (mine.rijen = mine.rijen.filter((other) => other.id !== row.id)));
    if (form.editing === row.id) form.stopEditing();
    tell(say("removed", { row: words.about(row) }));
    status.focus();
  }

  async function fillFromPlan() {
    if (!bb.kept().length) return tell(say("plan_empty"));
    try {
      const { shifts, untold, missing } = await plan.load();
      let number = 0;
      change((mine) => {
        const more = rules.planned(month.value, shifts, mine.rijen);
        number = more.length;
        mine.rijen.push(...more.map((row) => ({ id: bb.newRowId(), ...row })));
      });
      const done = say(number === 0 ? "plan_none" : number === 1 ? "plan_one" : "plan_many", { number });
      const told = shifts.length ? [done] : []; // without any time, none stood there already
      if (untold) told.push(say("plan_untold"));
      if (missing.length) told.push(say("plan_missing", { names: missing.join(", ") }));
      tell(told.join(" "));
    } catch (error) {
      tell(say("plan_broken"));
    }
  }

  byId("plan").addEventListener("click", (event) => {
    if (!bb.isDouble(event, "plan")) fillFromPlan();
  });
  byId("bij").addEventListener("focus", () => {
    if (bb.kept().length) plan.load().then(offerHosts, () => {}); // no internet: the name is typed
  }, { once: true });

  // ---- the month and the name

  let typed = name.value; // before this script came
  function start() {
    const months = store.months();
    const own = months[month.value];
    const others = Object.keys(months).sort().reverse().map((key) => months[key].naam);
    name.value = own ? own.naam : typed || others.find(Boolean) || "";
    typed = "";
    form.stopEditing();
    form.paintDays();
    paint();
  }

  month.addEventListener("change", start);
  name.addEventListener("input", () => {
    store.change(month.value, name.value, (mine) => (mine.naam = name.value));
    paper.writeName(name.value);
  });
  bb.askFirst(byId("wis"), say("wipe_sure"), () => {
    form.stopEditing();
    store.forget(month.value);
    paint();
    start();
    tell(say("wiped", { month: words.month(month.value) }));
    status.focus();
  });

  function readAgain() {
    if (document.activeElement !== name) name.value = store.nameOf(month.value);
    paint();
  }

  addEventListener("storage", (event) => store.isChangedBy(event) && readAgain());
  addEventListener("pageshow", ({ persisted }) => persisted && readAgain()); // kept as it was, while another page wrote
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) paint();
  });

  root.classList.add("bb-hours--on");
  paintMonths();
  start();
})();
