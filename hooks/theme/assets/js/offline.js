// Who keeps something can read it without internet: a worker holds copies on this device. Nobody else gets one.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const root = new URL("../../", document.currentScript.src);
  const OWN = "[data-bb-plan], [data-bb-shortlist], [data-bb-hours]"; // pages on which somebody works
  const CALM = 3000; // milliseconds in which a page has loaded its data
  const LARGEST = 100000; // bytes

  // Absent in old browsers, in some private windows, and where a page comes from a folder.
  const workers = location.protocol === "file:" ? undefined : navigator.serviceWorker;

  async function follow() {
    try {
      await (bb.kept().length ? hold() : forget());
    } catch (error) {
      // Refused, or gone meanwhile: the site works without.
    }
  }

  async function hold() {
    await workers.register(new URL("zonder-internet.js", root).href);
    const { active } = await workers.ready;
    const pages = bb.kept().map((slug) => new URL(`vacatures/${slug}/`, root).href);
    const here = location.origin + location.pathname;
    const isKept = pages.includes(here) || document.querySelector(OWN) !== null;
    active.postMessage({ pages, here: isKept ? here : "", parts: isKept ? partsOf() : [] });
  }

  function partsOf() {
    const entries = performance.getEntriesByType("resource").filter(({ name, initiatorType, encodedBodySize }) => {
      const isOurs = name.startsWith(new URL("assets/", root).href) && encodedBodySize < LARGEST;
      return isOurs && ["link", "script"].includes(initiatorType); // no photo: whoever is on it may take back a yes
    });
    return entries.map(({ name }) => name);
  }

  async function forget() {
    const found = await workers.getRegistration(root.href);
    if (found && found.scope === root.href) {
      if (found.active) found.active.postMessage("stop");
      await found.unregister();
    }
    await caches.delete(`bb-bewaard ${root.pathname}`);
  }

  if (!workers) return;
  document.addEventListener("bb-kept", follow);
  addEventListener("load", () => setTimeout(follow, CALM));
})();
