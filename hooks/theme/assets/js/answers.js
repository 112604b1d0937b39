// A sheet to fill in on the page itself: with this script its empty lines are fields, and what is written stays here.
(function () {
  "use strict";

  const bb = window.bb;
  const { make } = bb;
  const root = document.getElementById("blad");
  const body = root.parentElement;
  const say = bb.sayer(JSON.parse(root.dataset.bbAnswers));
  const note = root.querySelector("#blad-bewaar");
  const promise = note.textContent;
  const lost = root.querySelector("#blad-weg");

  const kept = new bb.KeptSheet();
  const fields = bb.fieldsIn(body);
  const ticks = bb.ticksIn(body);
  const words = new bb.OwnWords(fields, show, kept);
  const share = new bb.ShareSheet(root, say, () => answers("textarea[data-bb-words], input[data-bb-tick]:checked"));
  const inWords = () => share.text(answers("textarea[data-bb-words]"));
  const mails = [...body.querySelectorAll("[data-bb-along]")].map((list) => new bb.AlongMail(list, say, inWords));

  // Where somebody is about to write: above the first question, not between it and its answer.
  function placeNote() {
    const first = body.querySelector(".bb-answer, .bb-ticked");
    if (first) headingOf(first.closest("ul, ol") || first).before(note);
  }

  function headingOf(part) {
    for (let one = part.previousElementSibling; one; one = one.previousElementSibling) if (one.matches("h2, h3")) return one;
    return part;
  }

  // Those whose question is no longer asked.
  function lostAnswers() {
    const asked = new Set(fields.map((field) => field.dataset.bbWords));
    return Object.entries(kept.words()).filter(([question]) => !asked.has(question));
  }

  function answers(which) {
    const written = [...body.querySelectorAll(which)].map((item) =>
      item.dataset.bbTick ? [item.dataset.bbQuestion, `- ${item.dataset.bbAnswer}`] : [item.dataset.bbWords, item.value.trim()],
    );
    return [...written.filter(([, text]) => text), ...lostAnswers()];
  }

  function show() {
    fields.forEach(bb.fitAnswer);
    const isForgetful = bb.isForgetful();
    bb.write(note, isForgetful ? note.dataset.bbRefused : promise);
    note.classList.toggle("bb-answer__refused", isForgetful);
    share.tell("");
    mails.forEach((mail) => mail.show());
    const gone = lostAnswers().map(([question, text]) => make("li", {}, make("strong", {}, question), " ", bb.asWritten(text)));
    lost.replaceChildren(...(gone.length ? [make("h3", {}, say("gone")), make("ul", {}, ...gone)] : []));
  }

  // Also when another page wrote, or wiped.
  function fill() {
    words.fill();
    const ticked = kept.ticks();
    ticks.forEach((box) => (box.checked = ticked.has(box.dataset.bbTick)));
    show();
  }

  ticks.forEach((box) =>
    box.addEventListener("change", () => {
      kept.tick(box.dataset.bbTick, box.checked);
      show();
    }),
  );
  bb.askFirst(root.querySelector("#blad-wis"), say("wipe_sure"), () => {
    kept.forget();
    fill();
    share.tell(say("wiped"));
  });
  document.addEventListener("bb-kept", fill);
  placeNote();
  fill();
})();
