// What was kept of a vacancy goes on when its file gets another name.
(function () {
  "use strict";

  const bb = window.bb;

  // What was chosen, [slug, choice] each, by the slugs of now; of a vacancy that is there by both the new words count.
  // `former`: by the slugs that files had before, those of now.
  bb.renamed = function (rows, former) {
    const found = new Map();
    rows.forEach(([slug, choice]) => {
      const now = former.get(slug) || slug;
      found.set(now, now === slug ? { ...found.get(now), ...choice } : { ...choice, ...found.get(now) });
    });
    return [...found];
  };

  // What was kept goes on by the slugs of now; `former` as in `renamed`.
  bb.followKept = function (former) {
    if (!bb.kept().some((slug) => former.has(slug))) return;
    bb.setPlanPart("plan", Object.fromEntries(bb.renamed(Object.entries(Object(bb.planPart("plan"))), former)));
    bb.keepOnly([...new Set(bb.kept().map((slug) => former.get(slug) || slug))]);
  };
})();
