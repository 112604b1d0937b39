// A choice in small steps: shows one question of the text at a time. The address says where somebody is, so the
// browser's own back button is a step back; nothing else is kept and nothing is sent.
(function () {
  "use strict";

  const bb = window.bb;

  document.querySelectorAll("[data-bb-decision]").forEach((root) => {
    const texts = JSON.parse(root.dataset.bbDecision);
    const find = (selector) => root.querySelector(selector);
    const steps = new Map([...root.querySelectorAll(".bb-decision__step")].map((step) => [step.id, step]));
    const [start] = steps.keys();
    const back = find(".bb-decision__back");
    let way = [start]; // from the first question to what is shown

    const answersOf = (id) => [...steps.get(id).querySelectorAll(".bb-decision__answer")].map((link) => link.hash.slice(1));

    // The shortest way to a step, for who comes in halfway.
    function wayTo(id) {
      const ways = [[start]];
      for (const found of ways) {
        const last = found[found.length - 1];
        if (last === id) return found;
        answersOf(last).forEach((next) => ways.push([...found, next]));
      }
      return [id];
    }

    function move(id) {
      const last = way[way.length - 1];
      if (way.includes(id)) way = way.slice(0, way.indexOf(id) + 1);
      else if (answersOf(last).includes(id)) way = [...way, id];
      else way = wayTo(id);
    }

    function show() {
      const id = way[way.length - 1];
      const left = Number(steps.get(id).dataset.bbLeft);
      const total = way.length - 1 + left;
      steps.forEach((step) => (step.hidden = step.id !== id));
      find("[role=status] p").textContent = left
        ? texts.step.replace("{step}", way.length).replace("{total}", total)
        : texts.done;
      find("progress").max = total;
      find("progress").value = left ? way.length - 1 : total;
      back.hidden = way.length < 2;
      if (way.length > 1) find(".bb-decision__back a").hash = way[way.length - 2];
    }

    function follow() {
      const id = location.hash.slice(1) || start;
      if (!steps.has(id)) return;
      move(id);
      show();
      if (root.getBoundingClientRect().bottom < 0 || find(".bb-decision__box").getBoundingClientRect().top < 0) {
        find(".bb-decision__box").scrollIntoView();
      }
      steps.get(id).querySelector("h3").focus({ preventScroll: true });
    }

    // The next question comes under the finger. The way back stays where it is, and may be pressed on and on.
    root.addEventListener("click", (event) => {
      const link = event.target.closest(".bb-decision__step a");
      if (link && bb.isSlip(event, link.href)) event.preventDefault();
    });
    root.classList.add("bb-decision--ready");
    show();
    if (steps.has(location.hash.slice(1))) follow();
    addEventListener("hashchange", follow);
  });
})();
