"use strict";

// A press while the answer to the one before is awaited sends nothing: twice sent, a row would be made twice, or what was
// done would be answered with what cannot be done any more. Who has come back, or has waited long, sends again.
(() => {
  const LONG = 10_000;
  let sent = new WeakMap();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
    if (Date.now() - (sent.get(form) || -LONG) < LONG) event.preventDefault();
    else sent.set(form, Date.now());
  });
  addEventListener("pageshow", () => { sent = new WeakMap(); });
})();
