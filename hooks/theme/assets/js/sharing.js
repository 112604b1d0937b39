// The buttons that share an address with what the phone offers, or else copy it.
(function () {
  "use strict";

  document.querySelectorAll("[data-bb-share]").forEach((button) => {
    button.addEventListener("click", async () => {
      const url = button.dataset.bbShare;
      try {
        if (navigator.share) await navigator.share({ title: button.dataset.bbTitle, url });
        else {
          await navigator.clipboard.writeText(url);
          button.querySelector("span").textContent = button.dataset.bbDone;
        }
      } catch (error) {
        // Shared with nobody, on second thoughts: no news.
      }
    });
  });
})();
