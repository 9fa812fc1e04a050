"use strict";

DKFDS.init();

// A link into something folded together unfolds it, also in browsers that do not do so themselves.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

// A fragment that htmx has put into the page brings components of its own.
document.body.addEventListener("htmx:afterSettle", (event) => DKFDS.init({ scope: event.target }));

// Where a fragment cannot be fetched, what stands there is old: the page says so until one comes.
const failed = (isSo) => {
  const said = document.getElementById("request-failed");
  if (said) said.hidden = !isSo;
};
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.body.addEventListener(name, () => failed(true));
}
document.body.addEventListener("htmx:afterSwap", () => failed(false));

// Ticks all boxes of a name, for whoever has read them all; without scripts they are ticked one by one.
for (const button of document.querySelectorAll("button[data-ticks]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const box of document.querySelectorAll(`input[type=checkbox][name="${button.dataset.ticks}"]`)) box.checked = true;
  });
}

// A form whose answer takes a moment says so, and is not sent twice. Who has come back, or has waited long, sends it again.
for (const form of document.querySelectorAll("form[data-busy]")) {
  const said = document.createElement("p");
  said.className = "pm-small";
  said.setAttribute("role", "status");
  form.append(said);
  const isBusy = (isSo) => {
    said.textContent = isSo ? form.dataset.busy : "";
    form.setAttribute("aria-busy", isSo);
  };
  form.addEventListener("submit", (event) => {
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    isBusy(true);
    setTimeout(isBusy, 20_000, false);
  });
  addEventListener("pageshow", () => isBusy(false));
}

// After an answer that was not taken, whoever uses the keyboard goes on at the first field to be mended.
const wrong = document.querySelector("main form[method=post] .form-error :is(input, select, textarea)");
if (wrong) wrong.focus();

// Where no field asks for her, she goes on at what is said: an error, or what was just done.
const told = document.querySelector(`main .alert-error:not([hidden])${location.hash ? "" : ", main [data-message]"}`);
// A field of its own choice may get the focus only after this.
if (told && document.activeElement === document.body && !document.querySelector("[autofocus]")) {
  told.tabIndex = -1;
  told.focus();
}
