// The buttons that share an address with what the phone offers, or else copy it, or else show it.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  // Whether that is all there is to do: also when somebody shared it with nobody, on second thoughts.
  async function offer(title, url) {
    try {
      await navigator.share({ title, url });
      return true;
    } catch (error) {
      return error.name === "AbortError";
    }
  }

  // Beside the button, which keeps its name, and where a finger can select an address.
  function tell(button, ...words) {
    const note = button.parentElement.querySelector("[role=status]") || bb.make("span", { class: "bb-save__note", role: "status" });
    button.after(note); // first: only what changes after that is read aloud
    note.replaceChildren(...words);
  }

  document.querySelectorAll("[data-bb-share]").forEach((button) => {
    button.addEventListener("click", async () => {
      const { bbShare: url, bbTitle: title, bbDone: done, bbRefused: refused } = button.dataset;
      if (navigator.share && (await offer(title, url))) return;
      tell(button, ...((await bb.copy(url)) ? [done] : [`${refused} `, bb.asWritten(url)]));
    });
  });
})();
