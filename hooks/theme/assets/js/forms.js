// Forms of work beside one another: two or three at once; without a choice all of them.
(function () {
  "use strict";

  const MOST = 3;
  document.querySelectorAll("[data-bb-forms]").forEach((form) => {
    const texts = JSON.parse(form.dataset.bbForms);
    const boxes = [...form.querySelectorAll("input")];
    const status = form.querySelector("[role=status] p");

    function show() {
      const chosen = boxes.filter((box) => box.checked);
      boxes.forEach((box) => {
        box.disabled = !box.checked && chosen.length >= MOST;
        document.getElementById(box.value).hidden = chosen.length > 0 && !box.checked;
      });
      const key = ["none", "one"][chosen.length] || "many";
      status.textContent = texts[key].replace("{number}", chosen.length);
    }

    form.addEventListener("change", show);
    form.addEventListener("reset", () => setTimeout(show));
    show();
  });
})();
