// Small comforts; every page works without them.
(function () {
  "use strict";

  function isDark() {
    var chosen = document.documentElement.dataset.bbScheme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function offerScheme(button) {
    function tell() {
      button.setAttribute("aria-pressed", String(isDark()));
    }
    button.hidden = false;
    tell();
    button.addEventListener("click", function (event) {
      if (event.detail > 1) return; // the second press of a double click
      var scheme = isDark() ? "light" : "dark";
      document.documentElement.dataset.bbScheme = scheme;
      try {
        localStorage.setItem("bb-scheme", scheme);
      } catch (error) {
        // Storage refused: the choice holds for this page.
      }
      tell();
    });
    // Who comes back to a page that was kept as it was may have chosen elsewhere.
    addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      try {
        document.documentElement.dataset.bbScheme = localStorage.getItem("bb-scheme") || "";
      } catch (error) {
        // Storage refused: as it was.
      }
      tell();
    });
  }

  function offerPrint(button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      print();
    });
  }

  // A number that must be right is better copied than typed.
  function offerCopy(button) {
    if (!navigator.clipboard) return;
    var words = button.firstElementChild;
    var before = words.textContent;
    // That it was copied is read aloud; that the button can be pressed again is no news to who is elsewhere by then.
    function write(text, live) {
      words.setAttribute("aria-live", live);
      words.textContent = text;
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.bbCopy).then(
        function () {
          write(button.dataset.bbDone, "polite");
          setTimeout(write, 4000, before, "off");
        },
        function () {
          write(button.dataset.bbRefused, "polite"); // the text stands beside it
        },
      );
    });
  }

  // The menu closes on Escape, when somebody taps beside it, and when Tab leads out of it: it lies over what comes next.
  function closeMenu(menu) {
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        var button = menu.querySelector("summary");
        var inside = menu.contains(document.activeElement) && document.activeElement !== button;
        menu.open = false;
        if (inside) button.focus(); // who is elsewhere stays there
      }
    });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    document.addEventListener("click", function (event) {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    addEventListener("pagehide", function () {
      menu.open = false; // who comes back finds the page
    });
  }

  // Answers are open on paper.
  function openAnswers() {
    addEventListener("beforeprint", function () {
      document.querySelectorAll("details.bb-question, details.bb-tips").forEach(function (item) {
        item.open = true;
      });
    });
  }

  // Folded on a phone, open where there is room; a choice of the visitor stays.
  function openWhereThereIsRoom(fold) {
    fold.open = matchMedia("(min-width: 62em)").matches;
  }

  // A site in a folder on disk has no server that knows what `wijk/haven/` means.
  function nameFiles() {
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    });
  }

  if (location.protocol === "file:") nameFiles();
  document.querySelectorAll("[data-bb-open-wide]").forEach(openWhereThereIsRoom);
  document.querySelectorAll("[data-bb-scheme-button]").forEach(offerScheme);
  document.querySelectorAll("[data-bb-print]").forEach(offerPrint);
  document.querySelectorAll("[data-bb-copy]").forEach(offerCopy);
  document.querySelectorAll(".bb-menu").forEach(closeMenu);
  openAnswers();
})();
