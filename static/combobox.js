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

  class Combobox {
    constructor(select) {
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
      this.box.append(this.input, this.button, this.list, this.said);
      select.before(this.box);
      select.classList.add("pm-combo-source");
      for (const label of [...select.labels]) label.htmlFor = id;
      const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
      this.list.setAttribute("aria-label", label ? label.textContent.trim() : words.all);
    }

    listen() {
      this.input.addEventListener("input", () => this.open(fold(this.input.value)));
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => this.leave());
      this.input.addEventListener("click", () => !this.isOpen && this.open(""));
      // Pressing the mouse must not take the focus from the field.
      this.box.addEventListener("mousedown", (event) => event.target !== this.input && event.preventDefault());
      this.button.addEventListener("click", () => {
        this.input.focus();
        if (this.isOpen) this.close();
        else this.open("");
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

    show() {
      const [chosen] = this.select.selectedOptions;
      this.input.value = chosen && chosen.value ? chosen.text.trim() : "";
    }

    open(key) {
      const asked = key.split(/\s+/).filter(Boolean);
      const found = this.options.filter((one) => asked.every((part) => one.key.includes(part)));
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
      this.activate(asked.length ? 0 : this.matches.findIndex((one) => one.option.selected));
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

    // Words that are no choice are taken back; nothing at all is the empty choice, where there is one.
    leave() {
      if (!this.isOpen) return;
      const typed = fold(this.input.value);
      const exact = this.options.find((one) => (typed ? one.key === typed : !one.option.value));
      if (exact && !exact.option.selected) this.choose(exact);
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
      } else if (event.key === "Escape" && this.isOpen) {
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

  enhance(document);
  document.addEventListener("formset:added", (event) => enhance(event.target));
})();
