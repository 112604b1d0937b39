// What a visitor has chosen, as the address of the page says it: shareable, and the back button undoes it.
// ?q=koken&wijk=haven&wijk=stad&uren=4-8&sorteer=dichtbij&bij=haven
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  bb.LONGEST_QUESTION = 100; // letters
  const SORTS = ["sluit", "uren", "dichtbij"];
  const MOST_HOURS = 40;
  const TYPING = 500; // milliseconds without a key before the address changes

  function hour(text) {
    return /^[0-9]{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_HOURS ? Number(text) : null;
  }

  // [least, most], each null when it is open; [] when both are. Turned round when they stand the wrong way.
  bb.hoursFrom = function (low, high) {
    const ends = [hour(low), hour(high)];
    if (ends[0] && ends[1] && ends[0] > ends[1]) ends.reverse();
    return ends[0] || ends[1] ? ends : [];
  };

  function picked(facet, parameters) {
    if (facet.choice === "range") {
      const [low, high] = (parameters.get(facet.key) || "").split("-");
      return bb.hoursFrom(low, high || "");
    }
    const asked = parameters.getAll(facet.key);
    const known = facet.values.map((value) => value.id).filter((id) => asked.includes(id));
    return facet.choice === "one" ? known.slice(-1) : known;
  }

  // The state of an address; what is not known is left out.
  bb.parseState = function (search, list) {
    const parameters = new URLSearchParams(search);
    const chosen = {};
    list.facets.forEach((facet) => {
      const values = picked(facet, parameters);
      if (values.length) chosen[facet.key] = values;
    });
    const sort = parameters.get("sorteer");
    const near = parameters.get("bij");
    return {
      q: (parameters.get("q") || "").slice(0, bb.LONGEST_QUESTION),
      chosen,
      sort: SORTS.includes(sort) ? sort : "",
      near: sort === "dichtbij" && list.districts.includes(near) ? near : "",
    };
  };

  // The address of a state: '' when nothing is chosen, else '?…' in the order of the facets.
  bb.formatState = function (state, list) {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set("q", state.q);
    list.facets.forEach((facet) => {
      const values = state.chosen[facet.key] || [];
      if (facet.choice !== "range") values.forEach((value) => parameters.append(facet.key, value));
      else if (values.length) parameters.set(facet.key, values.map((end) => end || "").join("-"));
    });
    if (state.sort) parameters.set("sorteer", state.sort);
    if (state.sort && state.near) parameters.set("bij", state.near);
    const text = parameters.toString();
    return text ? `?${text}` : "";
  };

  // The address of the page: a choice is a step back, a keystroke is not. A browser takes long for it: the answer is
  // painted first.
  class Address {
    constructor() {
      this.pending = null; // what it will say after a paint, or a pause in typing
      this.timer = 0;
    }

    remember(state, list, isStep) {
      if (isStep || this.pending?.isStep) this.settle();
      clearTimeout(this.timer);
      this.pending = { state, list, isStep };
      if (isStep) bb.afterPaint(() => this.settle());
      else this.timer = setTimeout(() => this.settle(), TYPING);
    }

    settle() {
      const asked = this.pending;
      this.forget();
      if (asked) this.write(asked.isStep ? "pushState" : "replaceState", asked.state, asked.list);
    }

    // `way`: of the history of the browser.
    write(way, state, list) {
      const search = bb.formatState(state, list);
      if (search !== location.search) history[way](null, "", location.pathname + search + location.hash);
    }

    forget() {
      clearTimeout(this.timer);
      this.pending = null;
    }
  }

  bb.Address = Address;
})();
