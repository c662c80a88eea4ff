/**
 * Elements that are shown as if they were pressed, under the mouse or in focus.
 *
 * Runs in the shell page (Chromium); called by `inspector.js`. A page cannot set pseudo-classes. While a state is forced
 * the sheets say `:is(:active, [handset-forced~="active"])` for `:active` (styles.js), which weighs the same; `active`
 * also shows the element's `hover-class`.
 */

const ATTRIBUTE = "handset-forced";

export class ForcedStates {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {Element} element @returns {string[]} */
  of(element) {
    return (element.getAttribute(ATTRIBUTE) ?? "").split(" ").filter(Boolean);
  }

  /** @param {HTMLElement} element @param {string[]} states none to end it */
  set(element, states) {
    if (states.length > 0) element.setAttribute(ATTRIBUTE, states.join(" "));
    else element.removeAttribute(ATTRIBUTE);
    this.page.gestures.hover.hold(element, states.includes("active"));
    this.page.styles.setForcing(this.page.document.querySelector(`[${ATTRIBUTE}]`) !== null);
  }
}
