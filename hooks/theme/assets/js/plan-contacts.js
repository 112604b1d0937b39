// Where the work of a plan is, and whom to call or mail about it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const { make } = bb;

  // A line of a list for a vacancy with its facts. What leads nowhere, such as hours to walk in, has no address.
  bb.contactOf = function (chosen, settings) {
    const { facts, isOver, isDoable } = chosen;
    const { role, ways } = bb.reachOf(chosen);
    const place = facts.address.filter((line) => line !== facts.host).join(", ");
    const about = isDoable ? facts.title : bb.sayer(settings.words)(isOver ? "contact_closed" : "contact_full", facts);
    const name = make("p", {}, make("strong", { translate: "no" }, facts.host), ` (${about})`);
    const ask = asking(chosen, bb.sayer(settings.ask));
    const list = make("ul", { class: "bb-ways" }, ...ways.map((way) => make("li", {}, wayTo(way, ask))));
    return make("li", {}, name, make("p", { translate: "no" }, place), make("p", {}, role), list);
  };

  // Who answers: of what closed by this clock since the build as of what the build closed.
  bb.reachOf = ({ facts, isOver }) => (isOver && facts.reach_over) || facts.reach;

  // What to write; null about what closed, and for who works already where it is full.
  function asking({ facts, isOver, isShut, isDoable }, say) {
    if (isOver || (isShut && isDoable)) return null;
    const kind = isShut ? "_full" : "";
    return { subject: say(`subject${kind}`, facts), text: say(`text${kind}`, facts) };
  }

  function wayTo([verb, text, href], ask) {
    if (!href) return make("span", { class: "bb-way bb-way--still" }, make("span", {}, `${verb} ${text}`));
    const number = make("span", { class: "bb-nowrap", translate: "no", dir: "ltr" }, text);
    return make("a", { class: "bb-way", href: ask ? bb.writeTo(href, ask) : href }, make("span", {}, `${verb} `, number));
  }

  // An address of WhatsApp or of mail with what to say filled in; any other as it is.
  bb.writeTo = function (href, { subject, text }) {
    const [about, said] = [subject, text].map(encodeURIComponent);
    if (href.startsWith("mailto:")) return `${href}?subject=${about}&body=${said}`;
    return href.startsWith("https://wa.me/") ? `${href}?text=${said}` : href;
  };
})();
