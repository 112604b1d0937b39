// Mijn plan: what was kept on this device becomes a week. Nothing of it leaves the device unless somebody shares it.
(function () {
  "use strict";

  const bb = window.bb;
  const root = document.getElementById("plan");
  const settings = JSON.parse(root.dataset.bbPlan);
  const say = bb.sayer(settings.words);
  const find = (selector) => root.querySelector(selector);
  const status = find("#plan-melding");
  const line = status.querySelector("p");
  const contacts = find("#plan-contacten");
  const whenFilled = [...["samen", "erbij"].map((name) => find(`#plan-deel-${name}`)), find("#plan-kies"), contacts];
  const whenChosen = find("#plan-deel-week");
  const note = find("#plan-bewaar");
  const promise = note.textContent;

  const kept = new bb.KeptPlan();
  const works = new bb.Works(find("#plan-lijst"), kept, settings, choose, drop);
  const week = new bb.Week(find("#plan-deel-week"), settings);
  const total = new bb.Total(find("#plan-uitkomst"), settings, true);
  const aloud = new bb.Aloud(find("#plan-hoor p"));
  const offers = new bb.Offers(root, kept, settings);
  const shelf = { read: () => bb.planPart("woorden"), write: (texts) => bb.setPlanPart("woorden", texts) };
  const words = new bb.OwnWords(root.querySelectorAll("[data-bb-words]"), written, shelf);
  const share = new bb.Share(root, kept, words, settings);
  const agenda = new bb.Agenda(root, kept, settings, (told) => share.tell(told));
  const question = new bb.Question(root, settings);
  const sharing = find("#plan-deel-mee");
  const whileEmpty = new bb.WhileEmpty(root);
  const folds = new bb.Folds(root);
  const received = new bb.Received(root, folds, settings);
  const taking = new bb.Taking(find("#plan-gedeeld"), received, words, say, (isTaken) => {
    if (isTaken) isMine = true;
    else status.focus();
  });
  let turn = 0;
  let isMine = false; // the next change comes from a button here, which then is gone

  async function load() {
    const mine = ++turn;
    whileEmpty.follow(isEmpty());
    try {
      const found = await bb.keptFacts(settings.folder, settings.version, line);
      if (mine !== turn) return;
      kept.entries = found;
      const added = offers.takeAdded();
      tellNumber();
      paint(added);
      offers.renew(added);
    } catch (error) {
      if (mine !== turn) return;
      offers.takeAdded();
      bb.write(line, say("broken"));
    }
    if (isMine) status.focus(); // now that it says the new number
    isMine = false;
  }

  // Not at every choice: it is read aloud.
  function tellNumber() {
    const number = kept.entries.length;
    const told = number ? say(number === 1 ? "one" : "many", { number }) : say("none");
    bb.write(line, kept.missing().length ? `${told} ${say("missing_told")}` : told);
  }

  // `added`: what was put in the plan just now.
  function paint(added) {
    const plan = kept.plan();
    root.classList.toggle("bb-plan--filled", plan.length > 0);
    folds.follow("own", plan.length > 0);
    works.paint();
    whenFilled.forEach((part) => (part.hidden = !plan.length));
    whenChosen.hidden = !bb.plan.total(plan);
    week.paint(plan);
    total.paint(plan, kept.missing().length);
    contacts.querySelector("ul").replaceChildren(...plan.map((chosen) => bb.contactOf(chosen, settings)));
    agenda.paint(plan);
    question.paint(plan);
    offers.paintAgain(added);
    written();
    tellAloud(plan);
  }

  function tellAloud(plan) {
    const warnings = [...week.warned.map((words) => [words, words]), ...works.warnings(plan)];
    aloud.follow(plan.length ? bb.weekOf(say, bb.plan.total(plan)) : "", new Map(warnings));
  }

  const isEmpty = () => !bb.kept().length && !words.isWritten();

  function written() {
    tellForgetful();
    sharing.hidden = isEmpty();
    share.paint();
  }

  // "It stays on this device" is not always true.
  function tellForgetful() {
    const isForgetful = bb.isForgetful();
    bb.write(note, isForgetful ? note.dataset.bbRefused : promise);
    note.classList.toggle("bb-plan__note", isForgetful);
  }

  function choose(slug, choice) {
    kept.choose(slug, choice);
    paint(null);
  }

  function drop(slug) {
    isMine = true;
    bb.toggleKept(slug);
  }

  bb.askFirst(find("#plan-wis"), say("wipe_sure"), () => {
    isMine = true;
    bb.forgetPlan();
    words.fill();
  });
  document.addEventListener("bb-kept", load);
  ["storage", "pageshow"].forEach((kind) => addEventListener(kind, () => words.fill()));
  addEventListener("hashchange", () => taking.offer());
  words.fill();
  tellForgetful();
  load();
  taking.offer();
})();
