// Where the work of a plan is, and whom to call or mail about it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  // A line of a list for a vacancy with its facts. What leads nowhere, such as hours to walk in, has no address.
  bb.contactOf = function ({ facts }) {
    const { role, ways } = facts.reach;
    const place = facts.address.filter((line) => line !== facts.host).join(", ");
    const name = make("p", {}, make("strong", { translate: "no" }, facts.host), ` (${facts.title})`);
    const list = make("ul", { class: "bb-ways" }, ...ways.map((way) => make("li", {}, wayTo(way))));
    return make("li", {}, name, make("p", { translate: "no" }, place), make("p", {}, role), list);
  };

  function wayTo([verb, text, href]) {
    if (!href) return make("span", { class: "bb-way bb-way--still" }, make("span", {}, `${verb} ${text}`));
    const number = make("span", { class: "bb-nowrap", translate: "no", dir: "ltr" }, text);
    return make("a", { class: "bb-way", href }, make("span", {}, `${verb} `, number));
  }
})();
