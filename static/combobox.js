"use strict";

// A long list to choose from becomes a field to search in: the combobox of the ARIA practices, over the select that the
// form still sends. Without this script, and for short lists, the select is as good.
(() => {
  const LONG = 8, MOST_SHOWN = 100;
  // The words stand, translated, on the script's own tag.
  const words = document.currentScript.dataset;

  // As the server folds what it searches by: å is aa, and case says nothing.
  const fold = (text) =>
    text.toLowerCase().replaceAll("å", "aa").replaceAll("æ", "ae").replaceAll("ø", "oe")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim();

  // In the order in which they were made.
  const all = new Map();

  class Combobox {
    constructor(select) {
      all.set(select, this);
      this.select = select;
      this.options = [...select.options].map((option) => ({ option, text: option.text.trim(), key: fold(option.text) }));
      this.build();
      this.listen();
      this.show();
    }

    build() {
      const { select } = this, id = `${select.id}-search`;
      this.box = element("div", { class: "pm-combo" });
      this.input = element("input", {
        type: "text", id, role: "combobox", class: "vTextField form-input", autocomplete: "off", spellcheck: "false",
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
      });
      for (const name of ["aria-describedby", "aria-invalid", "aria-label", "required"])
        if (select.hasAttribute(name)) this.input.setAttribute(name, select.getAttribute(name));
      this.button = element("button", { type: "button", tabindex: "-1", class: "pm-combo-open", "aria-label": words.all });
      this.button.textContent = "▾";
      this.list = element("ul", { id: `${id}-list`, role: "listbox", class: "pm-combo-list", hidden: "" });
      this.said = element("span", { class: "visually-hidden sr-only", role: "status" });
      // What is wrong by the server's word stays so until something is chosen.
      this.described = this.input.getAttribute("aria-describedby") || "";
      this.isRefused = this.input.hasAttribute("aria-invalid");
      this.refusal = element("p", { id: `${id}-refusal`, class: "pm-combo-refusal", hidden: "" });
      this.box.append(this.input, this.button, this.list, this.refusal, this.said);
      select.before(this.box);
      select.classList.add("pm-combo-source");
      for (const label of [...select.labels]) label.htmlFor = id;
      const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
      this.list.setAttribute("aria-label", label ? label.textContent.trim() : words.all);
    }

    listen() {
      this.input.addEventListener("input", () => {
        this.accept();
        this.open(fold(this.input.value));
      });
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => this.leave());
      // What is typed takes the place of what was chosen.
      this.input.addEventListener("click", () => {
        if (this.isOpen || this.isWrong) return;
        this.input.select();
        this.open("");
      });
      // Pressing the mouse must not take the focus from the field.
      this.box.addEventListener("mousedown", (event) => event.target !== this.input && event.preventDefault());
      this.button.addEventListener("click", () => {
        this.input.focus();
        if (this.isOpen) this.leave();
        else {
          this.input.select();
          this.open("");
        }
      });
      this.list.addEventListener("click", (event) => {
        const item = event.target.closest("[role=option]");
        if (item) this.choose(this.matches[Number(item.dataset.at)]);
      });
      this.select.addEventListener("change", () => this.show());
    }

    get isOpen() {
      return !this.list.hidden;
    }

    // The words of what is chosen.
    get shown() {
      const [chosen] = this.select.selectedOptions;
      return chosen && chosen.value ? chosen.text.trim() : "";
    }

    show() {
      this.accept();
      this.input.value = this.shown;
    }

    // Whether words stand here that are no choice.
    get isWrong() {
      return !this.refusal.hidden;
    }

    refuse() {
      this.close();
      this.refusal.textContent = `“${this.input.value.trim()}” ${words.refused}`;
      this.refusal.hidden = false;
      this.said.textContent = this.refusal.textContent;
      this.input.setAttribute("aria-invalid", "true");
      this.input.setAttribute("aria-describedby", `${this.refusal.id} ${this.described}`.trim());
    }

    accept() {
      if (!this.isWrong) return;
      this.refusal.hidden = true;
      if (!this.isRefused) this.input.removeAttribute("aria-invalid");
      if (this.described) this.input.setAttribute("aria-describedby", this.described);
      else this.input.removeAttribute("aria-describedby");
    }

    // A row that is to go is asked nothing more.
    get isAsked() {
      const row = this.input.isConnected && this.select.closest(".inline-related");
      const gone = row && row.querySelector("input[name$=-DELETE]");
      return this.input.isConnected && !(gone && gone.checked);
    }

    foundBy(key) {
      const asked = key.split(/\s+/).filter(Boolean);
      return this.options.filter((one) => asked.every((part) => one.key.includes(part)));
    }

    open(key) {
      const found = this.foundBy(key);
      this.matches = found.slice(0, MOST_SHOWN);
      this.list.replaceChildren(...this.matches.map((one, at) => this.item(one, at)));
      if (found.length > MOST_SHOWN) this.list.append(remark(words.more));
      const makes = !found.length && this.input.value.trim() && this.newName();
      if (makes) {
        this.matches = [{ makes, text: `${words.make} “${this.input.value.trim()}”`, option: this.select.options[0] }];
        this.list.append(this.item(this.matches[0], 0));
      } else if (!found.length) this.list.append(remark(words.none));
      this.said.textContent = found.length ? `${found.length} ${words.found}` : words.none;
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.activate(key ? 0 : this.matches.findIndex((one) => one.option.selected));
    }

    item(one, at) {
      const item = element("li", { role: "option", id: `${this.list.id}-${at}`, "data-at": at });
      item.setAttribute("aria-selected", String(!one.makes && one.option.selected));
      item.textContent = one.text;
      return item;
    }

    activate(at) {
      for (const item of this.list.querySelectorAll(".pm-active")) item.classList.remove("pm-active");
      this.active = this.matches[at] ? at : -1;
      const item = this.list.children[this.active];
      if (!item) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      item.classList.add("pm-active");
      item.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", item.id);
    }

    close() {
      this.list.hidden = true;
      this.active = -1;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }

    // The field beside, in which what is missing is named; the server says in which one.
    newName() {
      const { name, dataset } = this.select;
      return dataset.make && this.select.form.elements[name.replace(/[^-]+$/, dataset.make)];
    }

    // What is missing goes where it is made, with the name that was typed.
    make({ makes }) {
      makes.value = this.input.value.trim();
      this.close();
      this.select.value = "";
      this.show();
      for (let around = makes.closest("details"); around; around = around.parentElement.closest("details"))
        around.open = true;
      makes.dispatchEvent(new Event("input", { bubbles: true }));
      makes.focus();
    }

    choose(one) {
      if (one.makes) {
        this.make(one);
        return;
      }
      one.option.selected = true;
      this.close();
      this.select.dispatchEvent(new Event("input", { bubbles: true }));
      this.select.dispatchEvent(new Event("change", { bubbles: true }));
    }

    // The only choice that fits is what was meant, but not where the words may be the name of what is missing. Nothing at
    // all is the empty choice, where there is one. Other words stay, and are said to be none.
    leave() {
      const typed = fold(this.input.value);
      if (typed === fold(this.shown)) {
        this.close();
        this.show();
        return;
      }
      const found = typed ? this.foundBy(typed).filter(({ option }) => option.value) : [];
      const isOnly = found.length === 1 && (!this.newName() || found[0].key.startsWith(typed));
      const meant = this.options.find((one) => (typed ? one.key === typed : !one.option.value)) || (isOnly && found[0]);
      if (meant) {
        this.choose(meant);
        this.said.textContent = meant.text;
      } else if (typed) this.refuse();
      else {
        this.close();
        this.show();
      }
    }

    key(event) {
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (step) {
        event.preventDefault();
        if (!this.isOpen) this.open("");
        else this.activate(Math.min(Math.max(this.active + step, 0), this.matches.length - 1));
      } else if (event.key === "Enter" && this.isOpen) {
        event.preventDefault();
        if (this.active >= 0) this.choose(this.matches[this.active]);
        else this.leave();
      } else if (event.key === "Escape" && (this.isOpen || this.isWrong)) {
        event.preventDefault();
        this.close();
        this.show();
      }
    }
  }

  function element(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function remark(text) {
    const item = element("li", { class: "pm-combo-remark", role: "presentation" });
    item.textContent = text;
    return item;
  }

  function enhance(within) {
    for (const select of within.querySelectorAll("select:not([multiple]):not(.pm-combo-source)")) {
      const isTemplate = select.closest(".empty-form") || select.id.includes("__prefix__");
      const isForm = select.closest("form") && !select.closest("#changelist-form, .actions, [data-plain-select]");
      if (select.id && select.options.length > LONG && isForm && !isTemplate) new Combobox(select);
    }
  }

  // What was typed would be lost in silence: before the other listeners, which take the form as sent.
  document.addEventListener("submit", (event) => {
    const here = [...all.values()].filter((one) => one.select.form === event.target && one.isAsked);
    for (const one of here) one.leave();
    const wrong = here.find((one) => one.isWrong);
    if (!wrong) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    for (let around = wrong.box.closest("details"); around; around = around.parentElement.closest("details"))
      around.open = true;
    wrong.input.focus();
    wrong.input.select();
  }, true);

  enhance(document);
  document.addEventListener("formset:added", (event) => enhance(event.target));
})();
