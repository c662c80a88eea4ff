/**
 * Media query observers: whether the phone's window fits a description, now and when that changes.
 *
 * Runs in the shell page (Chromium); called by calls.js. Sends events of type `observer`.
 */

const FEATURES = {
  minWidth: "min-width", maxWidth: "max-width", width: "width",
  minHeight: "min-height", maxHeight: "max-height", height: "height",
};

export class MediaQueries {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.byKey = new Map();
  }

  /** @param {{key: string|number, descriptor: object}} params lengths in px */
  observe({ key, descriptor }) {
    this.unobserve(key);
    const list = this.page.window.matchMedia(mediaText(descriptor ?? {}));
    const report = () => this.page.events.plain("observer", { key, index: 0, matches: list.matches });
    list.addEventListener("change", report);
    this.byKey.set(key, () => list.removeEventListener("change", report));
    report();
  }

  /** @param {string|number} key */
  unobserve(key) {
    this.byKey.get(key)?.();
    this.byKey.delete(key);
  }

  destroy() {
    for (const key of [...this.byKey.keys()]) this.unobserve(key);
  }
}

/** @param {object} descriptor lengths in px @returns {string} CSS */
export function mediaText(descriptor) {
  const conditions = Object.entries(FEATURES)
    .filter(([name]) => descriptor[name] !== undefined)
    .map(([name, feature]) => `(${feature}: ${Number(descriptor[name])}px)`);
  if (descriptor.orientation) conditions.push(`(orientation: ${descriptor.orientation === "landscape" ? "landscape" : "portrait"})`);
  return conditions.join(" and ") || "all";
}
