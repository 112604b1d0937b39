// What somebody writes on a page goes along on paper.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // Beside a `field`, for what is written in it: many a browser prints only the first lines of a field.
  bb.paperOf = function (field) {
    const paper = bb.make("p", { class: "bb-on-paper bb-written", translate: "no" }, field.value);
    field.classList.add("bb-screen");
    field.after(paper);
    return paper;
  };
})();
