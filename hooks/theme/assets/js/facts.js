// The facts of a vacancy that was kept on this device, out of the file that holds them.
(function () {
  "use strict";

  const bb = window.bb;
  const PRIME = 65521;
  const SLOW = 500; // milliseconds after which an empty page seems broken

  // The same count as `pages/shortlist.py`.
  function bucketOf(slug, count) {
    let total = 0;
    for (const char of slug) total = (total * 31 + char.codePointAt(0)) % PRIME;
    return total % count;
  }

  // { slug, facts, isOver }: over is what closed, by the build or by this clock since; facts are null when its page is gone.
  bb.factsOf = async function (folder, version, slug) {
    const { blocks } = await bb.load(folder, "feiten", version);
    const number = bucketOf(slug, blocks.length);
    const bucket = await bb.loadBlock(folder, `feiten-${number}`, blocks[number]);
    const facts = Object.prototype.hasOwnProperty.call(bucket, slug) ? bucket[slug] : null;
    return { slug, facts, isOver: !facts || facts.until < bb.today() };
  };

  // The same of each; of one whose file does not come { slug, facts: null, isMissing: true }. An error when none comes.
  bb.factsOfAll = async function (folder, version, slugs) {
    const missing = (slug) => ({ slug, facts: null, isMissing: true });
    const found = await Promise.all(slugs.map((slug) => bb.factsOf(folder, version, slug).catch(() => missing(slug))));
    if (found.length && found.every(({ isMissing }) => isMissing)) throw new Error("no facts came");
    return found;
  };

  // By the slugs that files had before: those of now.
  bb.formerSlugs = async (folder, version) => new Map((await bb.load(folder, "feiten", version)).former);

  // The same of all that was kept, once that has the slugs of now.
  bb.factsOfKept = async function (folder, version) {
    if (bb.kept().length) bb.followKept(await bb.formerSlugs(folder, version));
    return bb.factsOfAll(folder, version, bb.kept());
  };

  let waiting = 0;

  // As `factsOfKept`. Who waits long for it reads so at `place`.
  bb.keptFacts = async function (folder, version, place) {
    clearTimeout(waiting);
    const mine = (waiting = setTimeout(() => bb.write(place, place.dataset.bbWait), SLOW));
    try {
      return await bb.factsOfKept(folder, version);
    } finally {
      clearTimeout(mine);
      document.documentElement.classList.remove("bb-waits");
    }
  };

  // What it is called, as far as that is known.
  bb.nameOf = ({ slug, facts }) => (facts ? facts.title : slug.replace(/-/g, " "));

  // Whether nobody can begin there now: closed, or full.
  bb.isShut = ({ facts, isOver }) => isOver || facts.full;

  // Whether what was chosen of it is work that can be done: somebody may work already where nobody else can begin.
  bb.isDoable = (entry, choice) => !bb.isShut(entry) || Object(choice).werkt === true;

  // Which of the times that a host offers are in the plan, by number: none, until somebody chose, for who keeps a vacancy
  // promised nothing yet. A choice was kept as times, not as numbers: a host may change its list.
  bb.chosenShifts = function (times, choice) {
    const kept = Object(choice).tijden;
    const same = (one, other) => Array.isArray(other) && one.every((value, place) => value === other[place]);
    return times.flatMap((time, number) => (Array.isArray(kept) && kept.some((other) => same(time, other)) ? [number] : []));
  };
})();
