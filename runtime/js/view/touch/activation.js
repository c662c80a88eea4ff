/**
 * What a tap does beside its event: a button submits its form, a navigator goes, a label passes the tap to its
 * control, a switch turns. The nearest component on the path that wants the tap gets it.
 *
 * Runs in the shell page (Chromium); called by gestures.js after the `tap` event was delivered.
 */

/**
 * @param {import("../page/page_view.js").PageView} page @param {Element} target
 * @param {{clientX: number, clientY: number}} at
 */
export function activate(page, target, at) {
  const origin = page.events.numbered(target);
  if (!origin) return;
  for (const element of page.events.path(origin)) {
    if (element.__builtIn?.tapped?.(target, at)) return;
    if (page.events.isCaught(element, "tap")) return;
  }
}
