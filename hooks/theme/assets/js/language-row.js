// The row of languages at a vacancy: what tells its facts in one of them comes when somebody chose one, here or before.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const row = document.querySelector("[data-bb-told]");
  if (!row) return;
  let script = null;

  function fetched() {
    script = script || new Promise((resolve, reject) => {
      const made = document.createElement("script");
      Object.assign(made, { src: row.dataset.bbSrc, onload: resolve, onerror: reject });
      document.head.append(made);
    });
    return script.catch(() => Promise.reject((script = null)));
  }

  // What does not come leaves the link as it is without a script.
  async function tell(link, isAsked) {
    link.setAttribute("aria-busy", "true");
    try {
      await fetched();
      await bb.tellIn(link, isAsked);
    } catch (error) {
      row.removeEventListener("click", choose);
      if (isAsked) link.click();
    } finally {
      link.removeAttribute("aria-busy");
    }
  }

  function choose(event) {
    const link = event.target.closest("a:not([data-bb-page])");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell(link, true);
  }

  // Also for who comes back to a page that a browser kept as it was, and chose elsewhere.
  async function follow() {
    let kept = null;
    try {
      kept = localStorage.getItem("bb-taal");
    } catch (error) {
      return; // refused: what was chosen on this page holds
    }
    const links = [...row.querySelectorAll("a:not([data-bb-page])")];
    const [link] = links.filter(({ lang }) => lang === kept);
    if (link && !link.hasAttribute("aria-current")) return tell(link, false);
    if (!link && bb.tellNone) bb.tellNone();
  }

  row.addEventListener("click", choose);
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  // Its place was kept, so that nothing that is read meanwhile moves.
  follow().finally(() => document.documentElement.classList.remove("bb-own-comes"));
})();
