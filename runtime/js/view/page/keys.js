/**
 * Tells of the computer's keys while nobody types into a field. Runs in the shell page; called by `page_view.js` for the
 * document of each page. Source: reference, wx.onKeyDown, which names the fields that keys stay in.
 */

import { touched } from "../../shared/wire/shell.js";

const FIELDS = "input, textarea, [contenteditable]";

/** @param {Document} document @param {(key: import("../../shared/wire/shell.js").KeyTouched) => void} tell */
export function tellKeys(document, tell) {
  for (const type of /** @type {const} */ (["keydown", "keyup"])) {
    document.addEventListener(type, (event) => {
      const [target] = /** @type {Element[]} */ (event.composedPath());
      if (event.isTrusted && !(target.closest && target.closest(FIELDS))) tell(told(event));
    });
  }
}

/** @param {KeyboardEvent} event */
function told(event) {
  return touched.keyTouched({
    is_down: event.type === "keydown", key: event.key, code: event.code,
    has_alt: event.altKey, has_shift: event.shiftKey, at_ms: event.timeStamp,
  });
}
