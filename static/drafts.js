"use strict";

// What is typed is kept in the browser while one types, under the user and the address of the form, until the server
// says that it is saved: it survives a session that ends, a network that fails and a window that closes. Each opening of
// a form has a draft of its own, so that two windows with the same form write nothing of each other's over.
(() => {
  const DAYS = 14, PREFIX = "pm-draft:", SENT = "pm-draft-sent", REFUSED = "pm-draft-refused", MOST = 2_000_000;
  const storage = window.localStorage, tab = window.sessionStorage;

  // A form that was sent is saved when the page that answers says so, and only then are its drafts let go.
  const sent = read(tab, SENT) || [];
  // A message may be another window's: where the form that was sent stands here refused, it tells nothing of it.
  const isRefused = [...document.querySelectorAll("[data-draft][data-refused]")]
    .some((one) => sent.length && sent[0].startsWith(`${PREFIX}${one.dataset.draft}#`));
  if (!isRefused && document.querySelector(".messagelist .success, .alert-success[data-message]")) letGo(sent);
  tab.removeItem(SENT);
  // The answer to a form without a draft says nothing of the one that was sent before it.
  document.addEventListener("submit", ({ target }) => target.querySelector("[data-draft]") || tab.removeItem(SENT));
  forgetOld();

  function read(place, name) {
    try {
      return JSON.parse(place.getItem(name));
    } catch {
      return null;
    }
  }

  function letGo(names) {
    for (const name of names) storage.removeItem(name);
  }

  function isYoung(one) {
    return one.at > Date.now() - DAYS * 24 * 3600 * 1000;
  }

  function forgetOld() {
    for (const name of Object.keys(storage).filter((one) => one.startsWith(PREFIX)))
      if (!isYoung(read(storage, name) || {})) storage.removeItem(name);
  }

  // What lies under these names, oldest first. Drafts of before each opening had its own hold earlier ones behind them.
  function layersOf(names) {
    const found = names.map((name) => read(storage, name)).filter((one) => one);
    return found.flatMap((one) => [...(one.behind || []), one])
      .filter((one) => isYoung(one) && Object.keys(one.values).length).sort((one, other) => one.at - other.at);
  }

  const isKept = (field) =>
    field.name && !field.disabled && !["file", "password", "submit", "button", "image", "reset"].includes(field.type)
    && field.name !== "csrfmiddlewaretoken" && !field.name.includes("__prefix__");

  function isChanged(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.options) {
      const marked = [...field.options].some((one) => one.defaultSelected);
      return [...field.options].some((one, at) => one.selected !== (marked ? one.defaultSelected : at === 0));
    }
    return field.type !== "hidden" && field.value !== field.defaultValue;
  }

  function unfold(inside) {
    for (let around = inside.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button-secondary";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  // What belongs to a row of a group; its number stands second.
  // A second group of the same rows is called as the first and “-2”: what follows then is a row, or a count of them.
  const rowOf = (group) => new RegExp(`^((?:initial-|seen-)?${group}-)(\\d+)(?=-(?!\\d+-|[A-Z]+_FORMS$))`);

  // The hidden field by which a row is known, whatever number it gets: other rows come and go meanwhile.
  function keyOf(group, number) {
    const box = document.getElementById(`${group}-group`);
    return `${group}-${number}-${(box && box.dataset.knownBy) || "id"}`;
  }

  // What the form sends beside what one types.
  const isBeside = (name) => /^(initial-|seen-)|^seen$|-(TOTAL|INITIAL)_FORMS$/.test(name);

  // Where one writes or chooses instead of in the field itself.
  const shownFor = (field) =>
    document.getElementById(`${field.id}-editor`) || document.getElementById(`${field.id}-search`) || field;

  for (const marker of document.querySelectorAll("[data-draft]")) keepDraft(marker);

  function keepDraft(marker) {
    const form = marker.closest("form"), address = PREFIX + marker.dataset.draft;
    // After a refusal the form holds what was typed; what it would change is known only to the draft that was sent.
    const predecessor = "refused" in marker.dataset ? refused() : null, kept = predecessor && read(storage, predecessor);
    const own = predecessor || `${address}#${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
    // Fetched into the form, whose own draft the browser could not hold: it goes when the form is saved.
    const fetched = predecessor === sent[0] ? sent.slice(1) : [];
    // What is not in the form, by name. It lies there until its user takes it or throws it away.
    let earlier = Object.keys(storage).filter((name) => name === address || name.startsWith(`${address}#`));
    earlier = earlier.filter((name) => name !== own && !fetched.includes(name) && layersOf([name]).length);

    // A copy of this window comes neither from a form that was sent nor from reloading: it gets its own.
    function refused() {
      const [{ type } = {}] = performance.getEntriesByType("navigation");
      const found = [sent[0], type === "reload" && tab.getItem(REFUSED)].find((one) => one && one.startsWith(`${address}#`));
      if (found) tab.setItem(REFUSED, found);
      return found || null;
    }

    function valueOf(name) {
      const same = [...form.elements].filter((field) => field.name === name && isKept(field));
      return same.flatMap((field) => {
        if (field.type === "checkbox" || field.type === "radio") return field.checked ? [field.value] : [];
        return field.options ? [...field.selectedOptions].map((one) => one.value) : [field.value];
      });
    }

    function collect() {
      const values = kept ? { ...kept.values } : {};
      for (const field of form.elements) if (isKept(field) && isChanged(field)) values[field.name] = valueOf(field.name);
      // What the field showed at first, so that the server sees when somebody else has changed it meanwhile.
      const shown = new Map([...form.elements].map((field) => [field.name, field]));
      for (const name of Object.keys(values))
        for (const before of [shown.get(`initial-${name}`), shown.get(`seen-${name}`)])
          if (before) values[before.name] = [before.value];
      const seen = shown.get("seen");
      if (seen && Object.keys(values).length) values.seen = [seen.value];
      if (Object.keys(values).length)
        for (const count of form.querySelectorAll("input[name$=-TOTAL_FORMS], input[name$=-INITIAL_FORMS]")) {
          values[count.name] = [count.value];
          const group = count.name.replace(/-[A-Z]+_FORMS$/, ""), row = rowOf(group);
          for (const name of Object.keys(values).filter((one) => row.test(one))) {
            const key = shown.get(keyOf(group, row.exec(name)[2]));
            if (key && key.value) values[key.name] = [key.value];
          }
        }
      return values;
    }

    // The names of what is written, not chosen or marked: of a row that is gone nothing else tells what kind it was.
    function writtenIn(values) {
      const shown = new Map([...form.elements].map((field) => [field.name, field])), before = (kept && kept.written) || [];
      return Object.keys(values).filter((name) => {
        const field = shown.get(name);
        if (!field) return before.includes(name);
        return !field.options && !["checkbox", "radio", "hidden"].includes(field.type);
      });
    }

    // Returns whether all that is typed is held by the browser. The form still sends what it cannot hold.
    function keep() {
      const values = collect();
      if (!Object.keys(values).length) {
        storage.removeItem(own);
        return true;
      }
      const layer = { at: Date.now(), values, written: writtenIn(values), refused: (kept && kept.refused) || {} };
      const isHeld = hold(JSON.stringify(layer));
      state.textContent = isHeld ? marker.dataset.kept : marker.dataset.full;
      return isHeld;
    }

    // What is typed now before what was typed earlier, of which the oldest is the first to go where the store is full.
    function hold(text) {
      if (text.length > MOST) return false;
      const dated = earlier.map((name) => [name, (layersOf([name]).at(-1) || { at: 0 }).at]);
      const inTurn = [...fetched, ...dated.sort(([, one], [, other]) => one - other).map(([name]) => name)];
      const older = inTurn.map((name) => [name, storage.getItem(name)]).filter(([, one]) => one);
      for (let gone = 0; gone <= older.length; gone += 1) {
        if (gone) storage.removeItem(older[gone - 1][0]);
        try {
          storage.setItem(own, text);
          return true;
        } catch {
          continue; // The browser's store is full.
        }
      }
      for (const [name, one] of older) storage.setItem(name, one);
      return false;
    }

    let waiting = 0;
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    window.addEventListener("pagehide", () => waiting && keepNow());
    function soon() {
      clearTimeout(waiting);
      waiting = setTimeout(keepNow, 300);
    }
    function keepNow() {
      clearTimeout(waiting);
      waiting = 0;
      return keep();
    }

    form.addEventListener("submit", () => {
      keepNow();
      tab.setItem(SENT, JSON.stringify([own, ...fetched, ...earlier.filter((name) => layersOf([name]).every(isSentToo))]));
    });

    // A choice, a date or a number that was refused is mended when it is said anew. Words may hold more than what is.
    function isMended(field, said) {
      if (field.options || ["checkbox", "radio"].includes(field.type)) return true;
      return field.type !== "textarea" && (field.matches(".pm-date") || !/\p{L}/u.test(said.join("")));
    }

    // All that was typed is sent again, or mended since it was refused.
    function isSentToo({ values, refused: wrong = {} }) {
      const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
      return Object.entries(values).filter(([name]) => !isBeside(name)).every(([name, said]) => {
        const field = [...form.elements].find((one) => one.name === name && isKept(one));
        if (!field) return false;
        return isSame(said, valueOf(name)) || (isMended(field, said) && isSame(said, wrong[name]));
      });
    }

    // What was refused, for whoever goes back and writes it again.
    if (kept) {
      const wrong = [...form.querySelectorAll("[aria-invalid=true][name]")].map(({ name }) => [name, valueOf(name)]);
      const text = JSON.stringify({ ...kept, refused: Object.fromEntries(wrong) });
      if (wrong.length && hold(text)) kept.refused = JSON.parse(text).refused;
    }

    // --- What was kept is offered, never put in unasked

    const state = document.createElement("p");
    state.className = "pm-draft-state";
    state.setAttribute("role", "status");
    (form.querySelector("[data-draft-state]") || marker).append(state);
    let offered = null;
    if (earlier.length) offer();
    // On a slow line one may have typed before this script came.
    else if ([...form.elements].some((field) => isKept(field) && isChanged(field))) soon();

    function offer() {
      const at = new Intl.DateTimeFormat(document.documentElement.lang || "da", { dateStyle: "long", timeStyle: "short" });
      offered = document.createElement("div");
      offered.className = "pm-draft-offer";
      offered.setAttribute("role", "status");
      const words = document.createElement("p");
      words.textContent = `${marker.dataset.unsaved} ${at.format(layersOf(earlier).at(-1).at)}.`;
      offered.append(words, button(marker.dataset.restore, restore), button(marker.dataset.discard, discard));
      marker.prepend(offered);
      unfold(marker);
    }

    // The window where it was typed may have saved it meanwhile.
    window.addEventListener("storage", () => offered && !layersOf(earlier).length && takeAway());

    // Returns the names of what was offered.
    function takeAway() {
      const names = earlier;
      offered.remove();
      offered = null;
      earlier = [];
      return names;
    }

    function discard() {
      letGo(takeAway());
      keepNow();
      state.textContent = marker.dataset.discarded;
    }

    function restore() {
      // What is typed now is newer, and stands.
      const typed = new Set(Object.keys(collect())), taken = [], left = [], layers = layersOf(earlier), said = [];
      for (const layer of layers) {
        const gone = [], values = moved(layer.values, gone), written = layer.written || [];
        left.push(...gone.map(([name, said]) => (written.includes(name) ? said : [])));
        addRows(values);
        for (const [name, found] of Object.entries(values)) {
          if (!typed.has(name)) taken.push(put(name, found));
          if (written.includes(name) && !isBeside(name)) said.push([name, found]);
        }
      }
      // What the oldest of it was typed over: the server says so if that is no longer what stands.
      const { seen } = (layers.find(({ values }) => values.seen) || { values: {} }).values;
      if (seen) put("seen", seen);
      const first = taken.find((field) => field);
      fetched.push(...takeAway());
      // Of two who wrote in the same field the newest stands in it.
      const older = said.flatMap(([name, found]) => found.filter((one) => !valueOf(name).join("\n").includes(one)));
      if (older.length) marker.prepend(leftOut(marker.dataset.older, [...new Set(older)]));
      if (left.length) marker.prepend(leftOut(marker.dataset.left, left.flat()));
      if (first) {
        unfold(first);
        shownFor(first).focus();
      }
      if (!keepNow()) return;
      letGo(fetched.splice(0));
      state.textContent = marker.dataset.restored;
    }

    // The words stand there to be copied; the value of a choice or of a mark says nothing.
    function leftOut(why, words) {
      const said = document.createElement("p");
      said.className = "pm-draft-left";
      said.setAttribute("role", "status");
      said.textContent = [why, ...words.filter(Boolean)].join("\n");
      return said;
    }

    // Rows that were saved are found by their key; new ones come after those that the group has by now, be they typed
    // here or saved meanwhile. What belongs to a row that somebody has taken out is put into no other: it is `left`.
    function moved(values, left) {
      const used = Object.keys(collect());
      let found = { ...values };
      for (const name of Object.keys(values).filter((one) => one.endsWith("-INITIAL_FORMS") && form.elements[one])) {
        const group = name.slice(0, -14), had = Number(values[name][0]), has = Number(form.elements[name].value);
        const row = rowOf(group), numberIn = (one) => Number((row.exec(one) || ["", "", -1])[2]);
        const by = Math.max(has, ...used.map((one) => numberIn(one) + 1)) - had, total = `${group}-TOTAL_FORMS`;
        const places = new Map();
        for (let at = 0; at < Number(form.elements[total].value); at += 1) {
          const key = form.elements[keyOf(group, at)];
          if (key && key.value) places.set(key.value, at);
        }
        const placeOf = (number) => {
          const key = values[keyOf(group, number)];
          if (key) return places.get(key[0]);
          if (number >= had) return number + by;
          return number < has ? number : undefined;
        };
        const placed = ([one, value]) => {
          if (numberIn(one) < 0) return [[one, value]];
          const to = placeOf(numberIn(one));
          if (to === undefined) left.push([one, value]);
          return to === undefined ? [] : [[one.replace(row, (_, before) => before + to), value]];
        };
        found = Object.fromEntries(Object.entries(found).flatMap(placed));
        found[total] = [String(Number(found[total][0]) + by)];
      }
      return found;
    }

    function addRows(values) {
      for (const [name, [wanted]] of Object.entries(values)) {
        if (!name.endsWith("-TOTAL_FORMS")) continue;
        const count = form.elements[name], group = document.getElementById(`${name.slice(0, -12)}-group`);
        const add = group && group.querySelector(".add-row a, .add-row button");
        for (let tries = 0; count && add && Number(count.value) < Number(wanted) && tries < 200; tries += 1) add.click();
      }
    }

    // Returns the field that took the value, for the focus.
    function put(name, found) {
      if (name.endsWith("-TOTAL_FORMS") || name.endsWith("-INITIAL_FORMS")) return null;
      let taken = null;
      for (const field of form.elements) {
        if (field.name !== name) continue;
        if (field.type === "checkbox" || field.type === "radio") field.checked = found.includes(field.value);
        else if (field.options) for (const one of field.options) one.selected = found.includes(one.value);
        else [field.value] = found;
        if (field.type !== "hidden") {
          field.dispatchEvent(new Event("change", { bubbles: true }));
          taken = taken || field;
        }
      }
      return taken;
    }
  }
})();
