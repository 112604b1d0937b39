// A plan as part of an address: what stands after the '#' goes to no server. `plan_link.py` writes the same.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const MARK = "plan=1.";
  const LONGEST = 12000; // letters of a link
  const LARGEST = 40000; // bytes of what is packed in it

  bb.isOldForPlanLinks = typeof DecompressionStream === "undefined";

  async function through(stream, bytes, most) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > most) throw new Error("too large");
      parts.push(part.value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  // What comes after the '#' for { v: { slug: shifts or hours }, h: slugs, w: { question: words } }; '' on a browser that is too old.
  bb.writePlanLink = async function (shared) {
    if (typeof CompressionStream === "undefined") return "";
    const packed = await through(new CompressionStream("deflate"), new TextEncoder().encode(JSON.stringify(shared)), LARGEST);
    const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
    return MARK + letters.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  // The other way round; null when it is no plan, or was cut, changed or made far too large.
  bb.readPlanLink = async function (fragment) {
    const text = fragment.replace(/^#/, "");
    if (!text.startsWith(MARK) || text.length > LONGEST || bb.isOldForPlanLinks) return null;
    try {
      const letters = atob(text.slice(MARK.length).replace(/-/g, "+").replace(/_/g, "/"));
      const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      const bytes = await through(new DecompressionStream("deflate"), packed, LARGEST);
      return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch (error) {
      return null;
    }
  };
})();
