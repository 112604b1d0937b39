// Data comes as scripts that call bb.take(name, value): those load from a folder on disk as well as from a server.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const asked = new Map();

  bb.take = function (name, value) {
    const entry = asked.get(name);
    if (!entry) return;
    entry.isHere = true;
    entry.resolve(value);
  };

  // A promise of the value that `<folder><name>.js` hands over; asked for once, and again only after it failed.
  bb.load = function (folder, name, version) {
    if (!asked.has(name)) asked.set(name, request(`${folder}${name}.js?v=${version}`, name));
    return asked.get(name).promise;
  };

  function request(address, name) {
    const entry = { isHere: false };
    entry.promise = new Promise(function (resolve, reject) {
      entry.resolve = resolve;
      const script = document.createElement("script");
      script.src = address;
      script.onload = script.onerror = function () {
        if (entry.isHere) return;
        asked.delete(name);
        reject(new Error(`${name} did not load`));
      };
      document.head.append(script);
    });
    return entry;
  }
})();
