"use strict";

// A screen of the administration: its list of parts, and what is said when something is saved.
(() => {
  const parts = document.querySelector(".pm-parts details");
  if (parts && window.matchMedia("(max-width: 1099px)").matches) parts.open = false;

  // A part that is folded is opened when one goes to it.
  function unfold(hash) {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    for (let around = target.closest("details"); around; around = around.parentElement.closest("details"))
      around.open = true;
    const inside = target.querySelector(":scope > details");
    if (inside) inside.open = true;
  }
  window.addEventListener("hashchange", () => unfold(location.hash));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash) unfold(link.hash);
    // The field itself may be hidden behind what one writes or chooses in.
    const id = link && link.closest(".pm-wrong-fields") && decodeURIComponent(link.hash.slice(1));
    const field = id && ["-editor", "-search", ""].map((end) => document.getElementById(id + end)).find((one) => one);
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    const into = field.matches("input, select, textarea, [contenteditable]") ? field : field.querySelector("input, select, textarea, summary");
    if (into) into.focus({ preventScroll: true });
  });
  unfold(location.hash);

  // A group without rows offers the first at once when it is opened.
  for (const group of document.querySelectorAll(".js-inline-admin-formset")) {
    const around = group.querySelector("fieldset > details");
    if (around) around.addEventListener("toggle", () => around.open && offerFirst(group));
  }
  function offerFirst(group) {
    const add = group.querySelector(".add-row a");
    if (add && !group.querySelector(".inline-related:not(.empty-form)")) add.click();
  }

  // Beside the button, and told to who listens: a message that stands when the page comes is not read out.
  const place = document.querySelector("[data-saved-state]"), said = document.querySelector(".messagelist .success");
  if (place && said) setTimeout(() => (place.textContent = said.textContent.trim()), 300);

  // Whoever uses the keyboard goes on at what is said, where no field asks for her.
  const told = document.querySelector(".errornote") || (!location.hash && !place && document.querySelector(".messagelist li"));
  // A field of its own choice may get the focus only after this.
  if (told && document.activeElement === document.body && !document.querySelector("[autofocus]")) {
    told.tabIndex = -1;
    told.focus();
  }
})();

// Of rows that are added or renumbered Django renames fields, labels and texts, but not what names them by their id.
(() => {
  const NAMING = ["aria-describedby", "aria-labelledby", "aria-controls"];

  const rename = (row) => {
    const found = row.id.match(/^(.+)-\d+$/);
    if (!found) return;
    const old = new RegExp(`(?<![\\w-])((?:id_)?)${found[1]}-(?:\\d+|__prefix__)(?=[-_ ]|$)`, "g");
    for (const name of NAMING)
      for (const one of row.querySelectorAll(`[${name}]`))
        one.setAttribute(name, one.getAttribute(name).replace(old, `$1${row.id}`));
  };

  // Before the combobox, which takes over what names its list.
  document.addEventListener("formset:added", (event) => rename(event.target), true);
  document.addEventListener("formset:removed", (event) => setTimeout(() =>
    document.querySelectorAll(`#${event.detail.formsetName}-group .inline-related[id]`).forEach(rename)));
})();

// On a tablet and a phone each row of a list is a card, whose facts say of what they are; the headings are there to sort by.
(() => {
  const list = document.getElementById("result_list");
  if (!list) return;
  const names = [...list.querySelectorAll("thead th")].map((th) => {
    const text = th.querySelector(".text");
    return text ? text.textContent.trim() : "";
  });
  for (const row of list.tBodies[0].rows)
    [...row.cells].forEach((cell, at) => (cell.dataset.of = names[at] || ""));
  list.classList.add("pm-cards");
})();
