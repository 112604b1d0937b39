// Which way a route through the stations may go, and a route as part of an address; held to `tests/cases/spoorboekje.yml`.
// A map is { stations: [name], links: [[from, to]], stay: name or null }; a route is a list of names that may end in STAY.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const STAY = "BLIJF"; // no station is called so: their names have small letters
  const MARK = "route=";
  const LONGEST = 4000; // letters of a link

  // Where somebody may begin, or go from the last station; each station once, and staying is always possible.
  function next({ stations, links, stay }, route) {
    if (!route.length) return stations.filter((name) => name !== stay);
    const here = route[route.length - 1];
    if (here === STAY) return [];
    const targets = links.filter(([from]) => from === here).map(([, to]) => to);
    const open = targets.filter((name) => stations.includes(name) && name !== stay && !route.includes(name));
    return [...new Set(open), STAY];
  }

  // The beginning of what was kept, as far as it still is a route.
  function valid(map, kept) {
    const route = [];
    for (const name of Array.isArray(kept) ? kept : []) {
      if (!next(map, route).includes(name)) break;
      route.push(name);
    }
    return route;
  }

  // What comes after the '#': the version, how many names follow (so that a link that was cut shows), and the names.
  function write(route) {
    return `${MARK}1.${route.length}.${route.join(".")}`;
  }

  // Some programs write the signs of an address in another way.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  }

  // null for an address without a route; [] for one that is cut, forged, of another time, or leads where no way goes.
  function read(map, fragment) {
    const text = decoded(fragment).replace(/^#/, "");
    if (!text.startsWith(MARK)) return null;
    const [version, count, ...names] = text.slice(0, LONGEST).slice(MARK.length).split(".");
    const isWhole = version === "1" && count === String(names.length) && text.length <= LONGEST;
    return isWhole && valid(map, names).length === names.length ? names : [];
  }

  bb.ownRoute = { STAY, next, valid, write, read };
})();
