"use strict";

// A text with paragraphs, lists and links is written as it will look. The field that the form sends stays the textarea,
// with the plain text of organisation/prose.py, so that drafts, comparing and a browser without scripts know one thing.
// Of what is pasted, paragraphs, lists and links are kept and nothing else; the server does the same once more.
(() => {
  const words = document.currentScript.dataset;
  const INDENT = 2, DEEPEST = 3;
  const POINT = /^( *)(?:[-–•·]|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)(.*)$/;
  const NAMED = String.raw`\[([^\[\]\n]{1,300})\]\(((?:https?:\/\/|mailto:)[^\s()<>\[\]]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)`;
  const LINK = new RegExp(NAMED, "g");
  const UNSEEN = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g;
  const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "BLOCKQUOTE", "PRE", "TABLE", "TBODY"]);
  const DROPPED = new Set([
    "SCRIPT", "STYLE", "TITLE", "XML", "SVG", "MATH", "TEMPLATE", "NOSCRIPT", "HEAD", "META", "IFRAME", "OBJECT",
  ]);
  const indent = (depth) => " ".repeat(INDENT * Math.min(depth, DEEPEST - 1));
  const isPoint = (line) => /^ *(?:-|\d+\.) /.test(line || "");

  function isAddress(url) {
    if (url.startsWith("mailto:")) return /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url);
    try {
      return /^https?:\/\/[^\s<>"]+$/.test(url) && Boolean(new URL(url).hostname);
    } catch {
      return false;
    }
  }

  // --- From elements to text

  class Reader {
    lines = [];
    words = "";
    mark = "";
    inPoint = false;
    numbers = new Map();

    text(root) {
      this.read(root);
      this.end();
      return this.lines.join("\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
    }

    read(node) {
      for (const child of [...node.childNodes]) {
        if (child.nodeType === Node.TEXT_NODE) this.say(child.data);
        else if (child.nodeType === Node.ELEMENT_NODE && !DROPPED.has(child.tagName.toUpperCase())) this.element(child);
      }
    }

    element(one) {
      if (one.tagName === "BR") this.end(true);
      else if (one.tagName === "A") this.link(one);
      else if (one.tagName === "UL" || one.tagName === "OL") this.list(one, 0);
      else if (levelOf(one)) this.wordPoint(one, levelOf(one));
      else if (BLOCKS.has(one.tagName)) this.paragraph(one);
      else {
        this.read(one);
        if (one.tagName === "TD" || one.tagName === "TH") this.words += " ";
      }
    }

    say(text) {
      this.words += text.replace(/\u00a0/g, " ").replace(UNSEEN, "").replace(/[ \t\n\r\f]+/g, " ");
    }

    link(one) {
      const url = (one.getAttribute("href") || "").trim();
      const said = one.textContent.replace(/\u00a0/g, " ").replace(UNSEEN, "").replace(/\s+/g, " ").trim()
        .replaceAll("[", "(").replaceAll("]", ")");
      const address = url.replaceAll("(", "%28").replaceAll(")", "%29");
      if (!said || !isAddress(address)) this.words += said;
      else this.words += said === url && url === address ? address : `[${said}](${address})`;
    }

    end(goesOn = false) {
      const said = this.words.replace(/ {2,}/g, " ").trim();
      if (said || (this.lines.length && goesOn && !this.inPoint)) {
        this.lines.push(said ? this.mark + said : "");
        if (goesOn && this.inPoint) this.mark = " ".repeat(this.mark.length);
      }
      this.words = "";
    }

    paragraph(one) {
      if (this.inPoint) {
        this.end(true);
        this.read(one);
        this.end(true);
        return;
      }
      this.end();
      this.blank();
      this.numbers.clear();
      this.read(one);
      this.end();
      this.blank();
    }

    blank() {
      if (this.lines.at(-1)) this.lines.push("");
    }

    list(one, depth) {
      this.end();
      if (depth === 0 && !isPoint(this.lines.at(-1))) this.blank();
      let number = 0;
      for (const item of one.children) {
        if (item.tagName === "UL" || item.tagName === "OL") this.list(item, depth + 1);
        else {
          number += 1;
          this.item(item, depth, one.tagName === "OL" ? `${number}.` : "-");
        }
      }
      if (depth === 0) this.blank();
    }

    item(one, depth, mark) {
      const outer = [this.mark, this.inPoint];
      [this.mark, this.inPoint] = [`${indent(depth)}${mark} `, true];
      for (const child of [...one.childNodes]) {
        if (child.tagName === "UL" || child.tagName === "OL") {
          this.end();
          this.list(child, depth + 1);
        } else if (child.nodeType === Node.TEXT_NODE) this.say(child.data);
        else if (child.nodeType === Node.ELEMENT_NODE && !DROPPED.has(child.tagName.toUpperCase())) this.element(child);
      }
      this.end();
      [this.mark, this.inPoint] = outer;
    }

    wordPoint(one, level) {
      this.end();
      const depth = level - 1, taken = takenMark(one);
      for (const at of [...this.numbers.keys()]) if (at > depth) this.numbers.delete(at);
      let mark = "-";
      if (/^\(?[0-9a-zA-Z]{1,3}[.)]$/.test(taken)) {
        this.numbers.set(depth, (this.numbers.get(depth) || 0) + 1);
        mark = `${this.numbers.get(depth)}.`;
      }
      if (this.lines.length > 1 && this.lines.at(-1) === "" && isPoint(this.lines.at(-2))) this.lines.pop();
      this.item(one, depth, mark);
    }
  }

  // The depth of a point of a list as Word writes it, from 1.
  function levelOf(one) {
    const found = one.tagName === "P" && /mso-list:[^;"']*level(\d)/.exec(one.dataset.style || "");
    return found ? Number(found[1]) : 0;
  }

  function takenMark(one) {
    const span = [...one.querySelectorAll("span")].find((it) => /mso-list:\s*ignore/i.test(it.dataset.style || ""));
    if (!span) return "";
    span.remove();
    return span.textContent.replace(/\s+/g, " ").trim();
  }

  // The parser's document is inert: nothing in it runs, and no picture is fetched. Styles would be refused by the page's
  // policy, with a word in its console for each; what they say of lists is read from data.
  function parsed(html) {
    const bare = html.replace(/<style[\s\S]*?<\/style\s*>/gi, "")
      .replace(/<[^<>]*>/g, (tag) => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2"));
    return new DOMParser().parseFromString(bare, "text/html").body;
  }

  function plain(text) {
    return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "").replace(/\u00a0/g, " ")
      .replace(/^([ \t]*)[·•▪◦‣●○][ \t]+/gm, (_all, space) => `${" ".repeat(space.replaceAll("\t", "  ").length)}- `)
      .replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
  }

  // --- From text to elements

  function blocksOf(text) {
    const lines = text.replace(/\r\n?/g, "\n").split("\n"), points = pointsAmong(lines);
    const found = document.createDocumentFragment();
    let paragraph = null, lists = [];
    lines.forEach((line, index) => {
      const point = points[index];
      const goesOn = lists.length && !point && line.startsWith(" ".repeat(INDENT)) && line.trim();
      if (!point && !goesOn) lists = [];
      if (point) {
        paragraph = null;
        addPoint(found, lists, point);
      } else if (goesOn) lists.at(-1).lastChild.append(element("br"), pieces(line.trim()));
      else if (line.trim()) {
        if (paragraph) paragraph.append(element("br"));
        else found.append((paragraph = element("p")));
        paragraph.append(pieces(line.trim()));
      } else paragraph = null;
    });
    return found;
  }

  function pointsAmong(lines) {
    const read = lines.map((line) => {
      const found = POINT.exec(line.trimEnd());
      return found && { depth: Math.floor(found[1].length / INDENT), number: found[2] ? Number(found[2]) : null, text: found[3] };
    });
    const counted = new Set();
    read.forEach((one, index) => {
      if (!one || one.number !== 1) return;
      const run = [index];
      for (let at = index + 1; at < read.length && read[at] && read[at].depth >= one.depth; at += 1) {
        if (read[at].depth > one.depth) continue;
        if (read[at].number !== run.length + 1) break;
        run.push(at);
      }
      if (run.length > 1) for (const at of run) counted.add(at);
    });
    return read.map((one, index) => (one && (one.number === null || counted.has(index)) ? one : null));
  }

  // `lists` are those that are open, the outermost first.
  function addPoint(root, lists, point) {
    const depth = Math.min(point.depth, DEEPEST - 1, lists.length), tag = point.number === null ? "UL" : "OL";
    lists.length = Math.min(lists.length, depth + 1);
    const open = lists[depth];
    if (!open || open.tagName !== tag || point.number === 1) {
      const made = element(tag);
      (depth ? lists[depth - 1].lastChild : root).append(made);
      lists[depth] = made;
    }
    const item = element("li");
    item.append(pieces(point.text));
    lists[depth].append(item);
  }

  function pieces(line) {
    const found = document.createDocumentFragment();
    let at = 0;
    for (const match of line.matchAll(LINK)) {
      if (!isAddress(match[2])) continue;
      found.append(line.slice(at, match.index), element("a", { href: match[2] }, match[1]));
      at = match.index + match[0].length;
    }
    found.append(line.slice(at));
    return found;
  }

  function element(name, attributes = {}, text = "") {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  // --- The place where one writes

  class Editor {
    constructor(source) {
      this.source = source;
      this.label = source.labels[0];
      this.label.id ||= `${source.id}-label`;
      this.build();
      this.listen();
      this.show();
    }

    build() {
      const described = this.source.getAttribute("aria-describedby");
      this.box = element("div", { class: "pm-prose" });
      this.area = element("div", {
        class: "pm-prose-area", id: `${this.source.id}-editor`, contenteditable: "true", role: "textbox", lang: "da",
        "aria-multiline": "true", "aria-labelledby": this.label.id, spellcheck: "true",
      });
      if (described) this.area.setAttribute("aria-describedby", described);
      if (this.source.getAttribute("aria-invalid")) this.area.setAttribute("aria-invalid", "true");
      this.tools = element("div", { class: "pm-prose-tools", role: "toolbar", "aria-label": words.tools, "aria-controls": this.area.id });
      this.buttons = [
        this.tool(words.points, () => document.execCommand("insertUnorderedList")),
        this.tool(words.numbers, () => document.execCommand("insertOrderedList")),
        this.tool(words.link, () => this.askForAddress()),
      ];
      this.tools.append(...this.buttons);
      this.box.append(this.area, this.tools);
      this.source.before(this.box);
      this.source.classList.add("pm-prose-source");
    }

    tool(name, act) {
      const made = element("button", { type: "button", tabindex: "-1" }, name);
      made.addEventListener("click", () => {
        this.area.focus();
        act();
        this.keep();
      });
      return made;
    }

    listen() {
      this.buttons[0].tabIndex = 0;
      this.label.addEventListener("click", () => this.area.focus());
      this.area.addEventListener("focus", () => document.execCommand("defaultParagraphSeparator", false, "p"));
      this.area.addEventListener("input", (event) => {
        if (event.data === " ") this.becomeList();
        this.keep();
      });
      this.area.addEventListener("paste", (event) => this.paste(event));
      this.area.addEventListener("drop", (event) => this.paste(event));
      this.area.addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
          event.preventDefault();
          this.askForAddress();
        } else if ((event.ctrlKey || event.metaKey) && ["b", "i", "u"].includes(event.key.toLowerCase())) event.preventDefault();
      });
      // Pressing a button with the mouse must not take the focus, and with it the chosen words.
      this.tools.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
      this.tools.addEventListener("keydown", (event) => this.move(event));
      // What the browser has put in besides is taken out once nobody writes.
      this.box.addEventListener("focusout", (event) => this.box.contains(event.relatedTarget) || this.settle());
      this.source.addEventListener("change", () => this.show());
    }

    move(event) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], at = this.buttons.indexOf(document.activeElement);
      if (!step || at < 0) return;
      event.preventDefault();
      const next = this.buttons[(at + step + this.buttons.length) % this.buttons.length];
      for (const one of this.buttons) one.tabIndex = one === next ? 0 : -1;
      next.focus();
    }

    show() {
      this.area.replaceChildren(blocksOf(this.source.value));
      if (!this.area.firstChild) this.area.append(element("p"));
      if (!this.area.textContent) this.area.firstChild.replaceChildren(element("br"));
    }

    // What is written in goes into the field at once, before the form hears of it.
    keep() {
      const text = new Reader().text(this.area);
      if (text === this.source.value) return;
      this.source.value = text;
      this.source.dispatchEvent(new Event("input", { bubbles: true }));
    }

    settle() {
      if (this.asking) this.asking.remove();
      this.asking = null;
      const shown = element("div");
      shown.append(blocksOf(this.source.value));
      if (this.source.value.trim() && shown.innerHTML !== this.area.innerHTML) this.show();
    }

    becomeList() {
      const { anchorNode: node, anchorOffset: at } = document.getSelection();
      const before = node && node.nodeType === Node.TEXT_NODE ? node.data.slice(0, at).replace(/\u00a0/g, " ") : "";
      const block = node && node.parentElement.closest("p, li, div");
      if (!["- ", "1. "].includes(before) || !block || block.tagName === "LI" || block.firstChild !== node) return;
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, at);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
      document.execCommand("delete");
      document.execCommand(before === "- " ? "insertUnorderedList" : "insertOrderedList");
    }

    paste(event) {
      event.preventDefault();
      const data = event.clipboardData || event.dataTransfer, html = data.getData("text/html");
      const text = html ? new Reader().text(parsed(html)) : plain(data.getData("text/plain"));
      const made = element("div");
      made.append(blocksOf(text));
      const isInline = made.children.length === 1 && made.firstChild.tagName === "P";
      document.execCommand("insertHTML", false, isInline ? made.firstChild.innerHTML : made.innerHTML);
      this.keep();
    }

    askForAddress() {
      const chosen = document.getSelection().rangeCount && document.getSelection().getRangeAt(0).cloneRange();
      if (this.asking || !chosen || !this.area.contains(chosen.commonAncestorContainer)) return;
      const id = `${this.source.id}-address`, inside = chosen.commonAncestorContainer.parentElement.closest("a");
      this.asking = element("div", { class: "pm-prose-address" });
      const field = element("input", { type: "text", id, inputmode: "url", autocomplete: "off" });
      const said = element("span", { role: "alert" });
      const done = element("button", { type: "button", class: "button" }, words.insert);
      field.value = inside ? inside.getAttribute("href") : "";
      this.asking.append(element("label", { for: id }, words.address), field, done, said);
      this.box.append(this.asking);
      field.focus();
      const insert = () => {
        const url = completed(field.value.trim());
        if (url && !isAddress(url)) {
          said.textContent = words.wrong;
          return;
        }
        this.close();
        this.link(url, chosen, inside);
      };
      done.addEventListener("click", insert);
      field.addEventListener("keydown", (event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          insert();
        } else if (event.key === "Escape") {
          this.close();
        }
      });
    }

    // The focus first: what leaves the page with it is taken for the end of the writing.
    close() {
      const { asking } = this;
      this.area.focus();
      this.asking = null;
      asking.remove();
    }

    link(url, chosen, inside) {
      if (inside) chosen.selectNodeContents(inside);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(chosen);
      if (!url) document.execCommand("unlink");
      else if (chosen.collapsed) document.execCommand("insertHTML", false, element("a", { href: url }, url).outerHTML);
      else document.execCommand("createLink", false, url);
      this.keep();
    }
  }

  // "www.kommune.dk/plan" and "indsats@kommune.dk" are what people know.
  function completed(typed) {
    if (!typed || /^[a-z]+:/i.test(typed)) return typed;
    return /^[^\s/@]+@[^\s/@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
  }

  const enhance = (within) => {
    for (const one of within.querySelectorAll("textarea[data-prose]:not(.pm-prose-source)"))
      if (!one.id.includes("__prefix__") && one.labels.length) new Editor(one);
  };
  enhance(document);
  document.addEventListener("formset:added", (event) => enhance(event.target));
})();
