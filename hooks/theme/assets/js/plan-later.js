// The last of what comes with the first press that needs it: tells `loader.js` that all of it is there.
window.bb.take("plan-later", "", null);
