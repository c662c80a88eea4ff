/**
 * Pointer events of the mouse, as desktop clients send them: as the browser has them, told to those who listen.
 *
 * Runs in the shell page (Chromium), one per mini-program page; made by gestures.js. Assumed: what the browser's event
 * says stands in `detail`.
 */

const BUBBLING = ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerover", "pointerout"];
const OF_ONE = ["pointerenter", "pointerleave"];

/** @param {import("../page/page_view.js").PageView} page @param {AbortSignal} signal */
export function sendPointerEvents(page, signal) {
  const { document, events } = page;
  const on = (type, listener) => document.addEventListener(type, listener, { capture: true, signal });
  for (const type of BUBBLING) {
    on(type, (event) => {
      if (!events.isHandled(event.target, type)) return;
      events.bubble(event.target, type, { detail: detailOf(page, event), touches: [], changedTouches: [] });
    });
  }
  for (const type of OF_ONE) {
    on(type, (event) => event.target.__id !== undefined && events.emit(event.target, type, detailOf(page, event)));
  }
}

function detailOf({ window }, event) {
  const { pointerId, pointerType, isPrimary, button, buttons, pressure, clientX, clientY } = event;
  return {
    pointerId, pointerType, isPrimary, button, buttons, pressure, clientX, clientY,
    pageX: clientX + window.scrollX, pageY: clientY + window.scrollY,
  };
}
