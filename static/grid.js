"use strict";

// A grid as a spreadsheet: keys, pasting, and where there are outputs their sums while one types. Without it the grid is
// a form like any other. Amounts are whole øre, as the server counts them; what cannot be read the server explains.
(() => {
  const grid = document.querySelector(".pm-grid");
  if (!grid) return;

  const exponent = Number(grid.dataset.exponent);
  const said = document.getElementById("grid-said");
  const cells = [...grid.querySelectorAll(".pm-cell")];
  const outputs = [...document.querySelectorAll("output[data-rest]")];
  const places = new Map(cells.map((cell) => [`${cell.dataset.row},${cell.dataset.column}`, cell]));
  const at = (row, column) => places.get(`${row},${column}`);

  const NUMBER = /^(-?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,(\d+))?$/;

  // Øre as a BigInt; undefined for nothing and for what is not stated, null for what is no plain number.
  function ore(text) {
    const plain = text.replace(/[\s\u00a0\u202f]+/g, " ").trim().replace(/^[\u2212\u2013]/, "-");
    if (/^-{0,3}$/.test(plain)) return undefined;
    const found = NUMBER.exec(plain);
    if (!found) return null;
    const decimals = (found[3] || "").replace(/0+$/, "");
    if (decimals.length > exponent) return null;
    const digits = found[2].replace(/[. ]/g, "") + decimals.padEnd(exponent, "0");
    return found[1] ? -BigInt(digits) : BigInt(digits);
  }

  function printed(amount) {
    const digits = String(amount < 0n ? -amount : amount).padStart(exponent + 1, "0");
    const whole = digits.slice(0, -exponent).replace(/\B(?=(\d{3})+$)/g, ".");
    let decimals = digits.slice(-exponent).replace(/0+$/, "");
    if (decimals && exponent === 2) decimals = decimals.padEnd(2, "0");
    return `${amount < 0n ? "\u2212" : ""}${whole}${decimals ? "," : ""}${decimals}`;
  }

  function sum(output) {
    const rest = BigInt(output.dataset.rest);
    const amounts = [...output.htmlFor].map((name) => ore(document.getElementById(name).value));
    if (amounts.includes(null)) return null;
    const known = amounts.filter((amount) => amount !== undefined);
    // Unknown is not zero: a sum of nothing is left empty.
    return known.length || rest ? known.reduce((total, amount) => total + amount, rest) : undefined;
  }

  function addUp() {
    for (const output of outputs) {
      const total = sum(output);
      if (total === undefined) output.value = "";
      else if (total === null) output.value = "?";
      else output.value = printed("stated" in output.dataset ? BigInt(output.dataset.stated) - total : total);
    }
  }

  function move(cell, down, right) {
    const next = at(Number(cell.dataset.row) + down, Number(cell.dataset.column) + right);
    if (!next) return false;
    next.focus();
    next.select();
    return true;
  }

  // Left and right leave a cell only from its ends, so that one can still mend what is typed.
  function step(event) {
    const cell = event.target;
    const start = cell.selectionStart === 0;
    const end = cell.selectionEnd === cell.value.length;
    switch (event.key) {
      case "ArrowDown": return move(cell, 1, 0);
      case "ArrowUp": return move(cell, -1, 0);
      case "Enter": return move(cell, event.shiftKey ? -1 : 1, 0) || true;
      case "ArrowLeft": return start && move(cell, 0, -1);
      case "ArrowRight": return end && move(cell, 0, 1);
      default: return false;
    }
  }

  function paste(event) {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const lines = text.replace(/\r/g, "").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    const row = Number(event.target.dataset.row);
    const column = Number(event.target.dataset.column);
    const outside = [];
    let filled = 0;
    lines.forEach((line, down) => line.forEach((value, right) => {
      const cell = at(row + down, column + right);
      if (!cell) {
        if (value.trim()) outside.push(value.trim());
        return;
      }
      cell.value = value.trim();
      filled += 1;
    }));
    said.classList.toggle("sr-only", outside.length === 0);
    said.textContent = outside.length ? said.dataset.outside + outside.join("; ") : said.dataset.pasted + filled;
    // As if it had been typed: sums and the draft that the browser keeps follow.
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  }

  grid.addEventListener("keydown", (event) => {
    if (!event.target.matches(".pm-cell") || event.altKey || event.ctrlKey || event.metaKey) return;
    if (step(event)) event.preventDefault();
  });
  grid.addEventListener("paste", (event) => event.target.matches(".pm-cell") && paste(event));
  grid.addEventListener("input", addUp);
  grid.addEventListener("change", addUp);
  addUp();

  const first = document.getElementById("grid-problems") || document.getElementById("grid-check");
  if (first) first.focus();
})();
