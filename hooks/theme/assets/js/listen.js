// The button that reads the page aloud, where the device has a voice of its own: other voices send the text away.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});
  const button = document.querySelector("[data-bb-listen]");
  const body = document.querySelector(".bb-body");
  const speech = window.speechSynthesis;
  if (!button || !body || !speech || !window.SpeechSynthesisUtterance) return;

  const tagOf = (voice) => voice.lang.toLowerCase().replace("_", "-"); // Android writes nl_NL

  bb.voiceFor = function (lang) {
    const tag = lang.toLowerCase();
    const known = speech.getVoices().filter((voice) => voice.localService && tagOf(voice).split("-")[0] === tag.split("-")[0]);
    return known.find((voice) => tagOf(voice) === (tag === "nl" ? "nl-nl" : tag)) || known[0];
  };

  function offer() {
    if (!bb.readAloud) button.hidden = !bb.voiceFor(body.closest("[lang]").lang);
  }

  // What reads comes with the first press: few ask for it.
  function start() {
    speech.speak(new SpeechSynthesisUtterance("")); // Safari lets a page speak only from the press itself
    const script = document.createElement("script");
    script.src = button.dataset.bbSrc;
    script.addEventListener("load", () => bb.readAloud(button, body));
    script.addEventListener("error", () => {
      button.lastElementChild.setAttribute("aria-live", "polite");
      button.lastElementChild.textContent = JSON.parse(button.dataset.bbListen).broken;
      button.addEventListener("click", start, { once: true });
    });
    document.head.append(script);
  }

  button.addEventListener("click", start, { once: true });
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer); // voices may come late
  offer();
})();
