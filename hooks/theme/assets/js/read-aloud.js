// Reads a page aloud, for who hears better than reads.
(function () {
  "use strict";

  const bb = window.bb;
  const speech = window.speechSynthesis;

  function isInSight(place) {
    const { top, bottom } = place.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  function show(place) {
    const last = document.querySelector(".bb-read");
    if (last === place) return;
    if (last) last.classList.remove("bb-read");
    if (!place) return;
    place.classList.add("bb-read");
    if (!last || isInSight(last)) place.scrollIntoView({ block: "nearest" }); // who looks elsewhere stays there
  }

  // From the press that asked for it.
  bb.readAloud = function (button, body) {
    const words = JSON.parse(button.dataset.bbListen);
    let pieces = [];
    let at = 0;
    let saying = null; // kept here: Chrome forgets what nobody holds, and then never says that it ended

    // Only what went wrong is news: who pressed knows the rest.
    function tell(word) {
      const label = button.lastElementChild;
      label.setAttribute("aria-live", word === "broken" ? "polite" : "off");
      label.textContent = words[word];
      button.classList.toggle("bb-listen--on", saying !== null);
    }

    function rest(word) {
      saying = null;
      speech.cancel();
      show(null);
      tell(word);
    }

    function say() {
      while (at < pieces.length && !(pieces[at].place.isConnected && bb.voiceFor(pieces[at].lang))) at += 1;
      if (at >= pieces.length) {
        at = 0;
        rest(saying ? "start" : "broken"); // no voice for what is left, such as after a browser translated the page
        return;
      }
      const { place, lang, text } = pieces[at];
      const spoken = (saying = new SpeechSynthesisUtterance(text));
      spoken.voice = bb.voiceFor(lang);
      spoken.lang = spoken.voice.lang;
      spoken.rate = 0.9;
      spoken.onend = () => {
        if (spoken !== saying) return;
        at += 1;
        setTimeout(() => spoken === saying && say()); // WebKit falls silent when it must speak while it ends
      };
      spoken.onerror = () => {
        if (spoken === saying) rest("broken");
      };
      show(place);
      tell("stop");
      speech.speak(spoken);
    }

    function begin() {
      speech.cancel(); // what another page left
      const next = pieces[at];
      if (at === 0 || !next.place.isConnected) { // a list may have been made anew in the meantime
        pieces = bb.spokenPieces(body);
        at = Math.max(0, pieces.findIndex((piece) => piece.text === next?.text));
      }
      say();
    }

    button.addEventListener("click", (event) => {
      if (event.detail > 1) return; // the second press of a double click
      if (saying) rest("on");
      else begin();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && saying) rest("on");
    });
    addEventListener("pagehide", () => {
      if (saying) rest("on");
    });
    begin();
  };
})();
