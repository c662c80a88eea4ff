/**
 * Fingers and the mouse of whoever drives a page: pointer, mouse and focus events at a point, as a browser fires them.
 *
 * Runs in the shell page (Chromium); used by automation.js and driving.js.
 */

/** @typedef {{x: number, y: number, target: Element}} Place px of what is seen of the page */
/** @typedef {{down: () => void, move: (at: {x: number, y: number}) => void, up: () => void, cancel: () => void}} Pointer */

/**
 * A point of the element that is on the screen, its middle if not said; scrolls there first.
 * @param {import("./page_view.js").PageView} page @param {Element} element @param {number} [x] @param {number} [y]
 * @returns {Place}
 */
export function placeOn(page, element, x, y) {
  const { window } = page;
  let box = element.getBoundingClientRect();
  const isOut = box.bottom <= 0 || box.top >= window.innerHeight || box.right <= 0 || box.left >= window.innerWidth;
  if (isOut) {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    box = element.getBoundingClientRect();
  }
  return placeAt(page, { x: box.left + (x ?? box.width / 2), y: box.top + (y ?? box.height / 2) }, element);
}

/**
 * A point of the page. What lies over it would get the finger; only that may be hit.
 * @param {import("./page_view.js").PageView} page @param {{x: number, y: number}} at @param {Element} otherwise
 * @returns {Place}
 */
export function placeAt(page, { x, y }, otherwise) {
  return { x, y, target: page.document.elementFromPoint(x, y) ?? otherwise };
}

/**
 * A pointer that does what the mouse does, or one that touches.
 * @param {import("./page_view.js").PageView} page @param {Place} place
 * @param {{pointerType?: string, pointerId?: number}} [kind]
 * @returns {Pointer}
 */
export function pointerAt(page, { x, y, target }, { pointerType = "mouse", pointerId = 1 } = {}) {
  const { window } = page;
  let last = { x, y };
  const fire = (Type, type, at, buttons) =>
    target.dispatchEvent(new Type(type, {
      bubbles: true, cancelable: true, composed: true, clientX: at.x, clientY: at.y, pointerId,
      isPrimary: pointerId === 1, pointerType, button: 0, buttons, pressure: buttons ? 0.5 : 0, view: window,
    }));
  return {
    down: () => {
      fire(window.PointerEvent, "pointerdown", { x, y }, 1);
      if (pointerType !== "mouse") return;
      const goesOn = fire(window.MouseEvent, "mousedown", { x, y }, 1);
      if (goesOn) focusAt(page.document, target);
    },
    move: (at) => {
      last = at;
      fire(window.PointerEvent, "pointermove", at, 1);
    },
    up: () => {
      fire(window.PointerEvent, "pointerup", last, 0);
      for (const type of pointerType === "mouse" ? ["mouseup", "click"] : []) fire(window.MouseEvent, type, last, 0);
    },
    cancel: () => {
      fire(window.PointerEvent, "pointercancel", last, 0);
    },
  };
}

/** Dispatched mouse events do not move the focus; a finger does. */
function focusAt(document, target) {
  const field = target.closest("input, textarea");
  if (field) field.focus({ preventScroll: true });
  else document.activeElement?.blur?.();
}
