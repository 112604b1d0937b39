// Data comes as scripts that call bb.take(name, digest, value): those load from a folder on disk as well as from a server.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const PATIENCE = 30000; // milliseconds after which somebody is told that it does not come
  const asked = new Map();

  bb.take = function (name, digest, value) {
    const entry = document.currentScript.entry;
    entry.isHere = true;
    if (entry.wanted && entry.wanted !== digest) {
      entry.reject(new bb.StaleError(`${name} is of another day`));
      return;
    }
    entry.resolve(value);
    asked.set(entry.address, Promise.resolve(value)); // also what came too late for who asked first
  };

  // The site was renewed while a page was open: only a new start of the page helps.
  bb.StaleError = class extends Error {};

  // A promise of the value that `<folder><name>.js` hands over; asked for once, and again only after it failed.
  bb.load = function (folder, name, version) {
    return ask(folder, name, version, null);
  };

  // The same, for a block that must belong to what is loaded already.
  bb.loadBlock = function (folder, name, digest) {
    return ask(folder, name, digest, digest);
  };

  function ask(folder, name, version, wanted) {
    const address = `${folder}${name}.js?v=${version}`;
    if (!asked.has(address)) {
      const promise = request(address, wanted);
      asked.set(address, promise);
      promise.catch(() => asked.delete(address));
    }
    return asked.get(address);
  }

  function request(address, wanted) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const entry = (script.entry = { address, isHere: false, wanted, resolve, reject });
      const refuse = () => !entry.isHere && reject(new Error(`${address} did not load`));
      script.src = address;
      script.onload = script.onerror = refuse;
      setTimeout(refuse, PATIENCE);
      document.head.append(script);
    });
  }
})();
