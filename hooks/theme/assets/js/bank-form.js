// The fields with which visitors choose, as a state and back.
(function () {
  "use strict";

  const bb = (window.bb = window.bb || {});

  class ChoiceForm {
    constructor(form) {
      this.element = form;
      this.input = form.elements.q;
      this.sort = form.elements.sorteer;
      this.near = form.elements.bij;
      this.boxes = [...form.querySelectorAll("input[type=checkbox], input[type=radio]")];
      this.options = [...form.querySelectorAll(".bb-option__count")].map((count) => [
        count.closest("[data-bb-take]") || count.closest(".bb-option").querySelector("input"),
        count,
      ]);
      this.quick = [...form.querySelectorAll("[data-bb-take]")];
      this.quick.forEach((button) => button.addEventListener("click", () => this.takeHours(button)));
    }

    // Hours that many people mean, or none when they were chosen.
    takeHours(button) {
      const isOn = button.getAttribute("aria-pressed") === "true";
      const fields = this.ends({ key: "uren" });
      button.dataset.bbTake.split("-").forEach((value, end) => (fields[end].value = isOn ? "" : value));
      fields[1].dispatchEvent(new Event("change", { bubbles: true }));
    }

    read(facets) {
      const chosen = {};
      facets.forEach((facet) => {
        const values = this.picked(facet);
        if (values.length) chosen[facet.key] = values;
      });
      const isNear = this.sort.value === "dichtbij";
      return { q: this.question, chosen, sort: this.sort.value, near: isNear ? this.near.value : "" };
    }

    // The fields in which somebody put something before the script came.
    get touched() {
      return [...this.element.elements].filter((field) => {
        if (!field.name) return false;
        if (this.boxes.includes(field)) return field.value && field.checked;
        return field.options ? field.selectedIndex > 0 : field.value !== field.defaultValue;
      });
    }

    get question() {
      return this.input.value.trim();
    }

    // The words of an address, before the data are there to read all of it: on a slow line somebody sees what was asked.
    showAsked(search) {
      const asked = new URLSearchParams(search).get("q") || "";
      if (!this.input.value) this.input.value = asked.slice(0, bb.LONGEST_QUESTION);
    }

    picked(facet) {
      if (facet.choice === "range") return bb.hoursFrom(...this.ends(facet).map((end) => end.value));
      return this.boxes.filter((box) => box.name === facet.key && box.value && box.checked).map((box) => box.value);
    }

    // The fields of least and most.
    ends(facet) {
      return ["van", "tot"].map((end) => this.element.elements[`${facet.key}-${end}`]);
    }

    // All fields but `kept`, where somebody put something that the state does not know yet.
    write(state, facets, kept = new Set()) {
      const own = [...kept].map((field) => [field, field.checked, field.value]);
      this.input.value = state.q;
      this.boxes.forEach((box) => {
        const values = state.chosen[box.name] || [];
        box.checked = box.value ? values.includes(box.value) : !values.length;
      });
      facets.forEach((facet) => {
        if (facet.choice !== "range") return;
        const values = state.chosen[facet.key] || [];
        this.ends(facet).forEach((field, end) => (field.value = values[end] || ""));
      });
      this.sort.value = state.sort;
      if (state.near) this.near.value = state.near;
      own.forEach(([field, checked, value]) => {
        if (this.boxes.includes(field)) field.checked = checked;
        else field.value = value;
      });
    }

    // Whole hours from 1 to 40, the smaller one first, so that the fields say what the list shows.
    tidyHours(facets) {
      facets.forEach((facet) => {
        if (facet.choice !== "range") return;
        const ends = this.ends(facet);
        ends.forEach((end) => {
          const number = Math.min(Math.round(end.valueAsNumber), Number(end.max));
          end.value = number >= 1 ? number : "";
        });
        const [low, high] = bb.hoursFrom(ends[0].value, ends[1].value);
        [ends[0].value, ends[1].value] = [low || "", high || ""];
      });
    }

    // How many each choice would give; one that gives none cannot be made.
    showCounts(counts) {
      const hours = this.ends({ key: "uren" }).map((field) => field.value).join("-");
      this.quick.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.bbTake === hours)));
      this.options.forEach(([box, place]) => {
        const { bbTake } = box.dataset;
        const count = bbTake ? counts.uren[bbTake] : counts[box.name][box.value];
        const words = String(count);
        const text = place.firstChild; // of a browser that translates, an element
        if (text.data === undefined) place.textContent = words;
        else if (text.data !== words) text.data = words; // a new text node would be styled and laid out anew
        const isChosen = bbTake ? bbTake === hours : box.checked;
        box.disabled = !count && !isChosen && box !== document.activeElement; // focus has nowhere else to go
      });
    }
  }

  bb.ChoiceForm = ChoiceForm;
})();
