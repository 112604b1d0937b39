// Data comes as scripts that call bb.take(name, digest, value): those load from a folder on disk as well as from a server.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const asked = new Map();

  bb.take = function (name, digest, value) {
    const entry = asked.get(name);
    if (!entry) return;
    entry.isHere = true;
    if (entry.wanted && entry.wanted !== digest) entry.reject(new Error(`${name} is of another day`));
    else entry.resolve(value);
  };

  // A promise of the value that `<folder><name>.js` hands over; asked for once, and again only after it failed.
  bb.load = function (folder, name, version) {
    return ask(`${folder}${name}.js?v=${version}`, name, null);
  };

  // The same, for a block that must belong to what is loaded already: a site may be renewed while a page is open.
  bb.loadBlock = function (folder, name, digest) {
    return ask(`${folder}${name}.js?v=${digest}`, name, digest);
  };

  function ask(address, name, wanted) {
    if (!asked.has(name)) {
      const entry = request(address, name, wanted);
      asked.set(name, entry);
      entry.promise.catch(() => asked.delete(name));
    }
    return asked.get(name).promise;
  }

  function request(address, name, wanted) {
    const entry = { isHere: false, wanted };
    entry.promise = new Promise(function (resolve, reject) {
      entry.resolve = resolve;
      entry.reject = reject;
      const script = document.createElement("script");
      script.src = address;
      script.onload = script.onerror = function () {
        if (!entry.isHere) reject(new Error(`${name} did not load`));
      };
      document.head.append(script);
    });
    return entry;
  }
})();
