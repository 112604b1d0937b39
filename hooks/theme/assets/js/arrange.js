// A list of which parts come, go and move.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // What stays is not touched: somebody may be pressing it, or going there with Tab.
  bb.arrange = function (list, parts) {
    const focused = document.activeElement;
    [...list.children].forEach((part) => parts.includes(part) || part.remove());
    parts.forEach((part, number) => part === list.children[number] || list.insertBefore(part, list.children[number] || null));
    if (list.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true }); // it moved
  };
})();
