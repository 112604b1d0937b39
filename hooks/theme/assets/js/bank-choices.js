// What is chosen, piece by piece, and what could be let go or widened when nothing fits.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  function hoursName([low, high], say) {
    return say(low && high ? "hours_chip_both" : low ? "hours_chip_low" : "hours_chip_high", { low, high });
  }

  function nameOf(facet, id) {
    return facet.values.find((value) => value.id === id).name;
  }

  // Everything chosen: its name, and the state without it. `say` gives the words of the page.
  bb.choicesOf = function (state, list, say) {
    const found = [];
    if (state.q) found.push({ name: say("word_chip", { word: state.q }), without: { ...state, q: "" } });
    list.facets.forEach((facet) => {
      const values = state.chosen[facet.key] || [];
      const drop = (kept) => {
        const chosen = { ...state.chosen, [facet.key]: kept };
        if (!kept.length) delete chosen[facet.key];
        return { ...state, chosen };
      };
      if (facet.choice === "range") {
        if (values.length) found.push({ name: hoursName(values, say), facet: facet.key, without: drop([]) });
        return;
      }
      values.forEach((id) => {
        found.push({ name: nameOf(facet, id), facet: facet.key, without: drop(values.filter((other) => other !== id)) });
      });
    });
    return found;
  };

  // A word that also is the last of the name of a district, "buiten": that district, and the state with it instead of
  // the word. Only where the answer holds vacancies in the district and others.
  bb.districtMeant = function (state, list, order) {
    const { values } = list.facets.find((facet) => facet.key === "wijk");
    const words = bb.wordsIn(state.q);
    const meant = values.find(({ name }) => isMeant(bb.wordsIn(name), words));
    const home = meant && !state.chosen.wijk ? list.districts.indexOf(meant.id) : -1;
    const inside = home < 0 ? 0 : order.filter((vacancy) => list.district[vacancy] === home).length;
    if (!inside || inside === order.length) return null;
    const last = bb.wordsIn(meant.name).pop();
    const q = state.q.split(/\s+/).filter((word) => bb.wordsIn(word).join("") !== last).join(" ");
    return { name: meant.name, state: { ...state, q, chosen: { ...state.chosen, wijk: [meant.id] } } };
  };

  // Who typed a whole name of more words asked for the district already.
  function isMeant(name, words) {
    const isWhole = name.length > 1 && ` ${words.join(" ")} `.includes(` ${name.join(" ")} `);
    return words.includes(name[name.length - 1]) && !isWhole;
  }

  // The nearest choices: without one part of what is chosen, or in more districts.
  bb.loosened = function (state, list, say) {
    return [...byPart(state, list, say), ...neighbours(state, list, say)];
  };

  // Without one whole facet, or without the words.
  function byPart(state, list, say) {
    const ways = new Map();
    bb.choicesOf(state, list, say).forEach((choice) => {
      const key = choice.facet || "q";
      const names = ways.has(key) ? [...ways.get(key).names, choice.name] : [choice.name];
      const chosen = { ...state.chosen };
      delete chosen[choice.facet];
      ways.set(key, { names, state: choice.facet ? { ...state, chosen } : choice.without });
    });
    return [...ways.values()].map((way) => ({ state: way.state, name: say("without", { name: way.names.join(", ") }) }));
  }

  // The districts that touch the chosen ones.
  function neighbours(state, list, say) {
    const { districts, steps } = list;
    const home = (state.chosen.wijk || []).map((id) => districts.indexOf(id));
    if (!home.length) return [];
    const wijk = districts.filter((_, other) => home.some((one) => steps[one][other] <= 1));
    const facet = list.facets.find((one) => one.key === "wijk");
    const name = say("beside", { name: state.chosen.wijk.map((id) => nameOf(facet, id)).join(", ") });
    return [{ name, state: { ...state, chosen: { ...state.chosen, wijk } } }];
  }
})();
