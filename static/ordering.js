"use strict";

// Dragging of objectives, on top of the buttons that do the same without it: what is dropped is sent as one form.
const ordering = document.getElementById("ordering");
const dragging = document.getElementById("dragging");
const said = document.getElementById("drag-said");

if (ordering && dragging && matchMedia("(pointer: fine)").matches) {
  const marks = ["pm-drop-before", "pm-drop-after", "pm-drop-under"];
  const title = (node) => node.querySelector(".pm-branch-title a").textContent;
  const branchOf = (node) => node.parentElement.closest(".pm-branch");
  const sibling = (node) => node.previousElementSibling;
  let moved = null;
  let place = null;

  const clear = () => {
    for (const one of ordering.querySelectorAll(`.${marks.join(", .")}`)) one.classList.remove(...marks);
    place = null;
  };

  // Where the pointer says: over the upper half before the node, over the lower after it, to the right under it.
  const placeAt = (node, event) => {
    const box = node.querySelector(".pm-branch-line").getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) {
      return { mark: "pm-drop-before", parent: branchOf(node), after: sibling(node) === moved ? sibling(moved) : sibling(node), at: node };
    }
    if (event.clientX > box.left + box.width / 4) return { mark: "pm-drop-under", parent: node, after: null, at: node };
    return { mark: "pm-drop-after", parent: branchOf(node), after: node, at: node };
  };

  const sentence = (to) => {
    const words = ordering.dataset;
    if (to.after) return `${words.dragging} ${words.after} “${title(to.after)}”`;
    return to.parent ? `${words.dragging} ${words.firstUnder} “${title(to.parent)}”` : `${words.dragging} ${words.first}`;
  };

  document.body.classList.add("pm-can-drag");
  for (const handle of ordering.querySelectorAll(".pm-handle")) handle.draggable = true;

  ordering.addEventListener("dragstart", (event) => {
    moved = event.target.closest(".pm-branch");
    if (!moved || !event.target.closest(".pm-handle")) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", title(moved));
    event.dataTransfer.setDragImage(moved, 0, 0);
    moved.classList.add("pm-dragged");
  });

  ordering.addEventListener("dragover", (event) => {
    const node = event.target.closest(".pm-branch");
    if (!moved || !node || moved.contains(node)) return clear();
    event.preventDefault();
    const to = placeAt(node, event);
    if (place && place.at === to.at && place.mark === to.mark) return;
    clear();
    place = to;
    to.at.classList.add(to.mark);
    said.textContent = sentence(to);
  });

  ordering.addEventListener("drop", (event) => {
    if (!moved || !place) return;
    event.preventDefault();
    dragging.elements.dragged.value = moved.dataset.node;
    dragging.elements.parent.value = place.parent ? place.parent.dataset.node : "";
    dragging.elements.after.value = place.after ? place.after.dataset.node : "";
    dragging.submit();
  });

  ordering.addEventListener("dragend", () => {
    if (!place) said.textContent = ordering.dataset.cancelled;
    if (moved) moved.classList.remove("pm-dragged");
    clear();
    moved = null;
  });
}
