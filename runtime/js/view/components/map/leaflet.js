/**
 * Leaflet for the document of a page. Its text is the package's (`/map/leaflet.js`); it is made with the page's own window
 * and document, so that it measures and draws there, and leaves nothing behind that the page could reach.
 *
 * Runs in the shell page (Chromium); used by component.js and place_ground.js.
 */

const TEXT = Symbol("text of Leaflet");
/** @type {WeakMap<Document, any>} */
const MADE = new WeakMap();

/** @typedef {{services: {shared: <T>(key: symbol, make: () => T) => T}, window: any, document: Document}} Where */

/** @param {Where} where a component, or the shell @returns {Promise<any>} `L` of its document */
export async function leafletOf({ services, window, document }) {
  const text = await services.shared(TEXT, () => fetch("/map/leaflet.js").then((answer) => answer.text()));
  const known = MADE.get(document);
  if (known) return known;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/map/leaflet.css";
  const shown = new Promise((resolve) => sheet.addEventListener("load", resolve));
  document.head.prepend(sheet);
  const exports = {};
  const { navigator, Element } = /** @type {any} */ (window);
  new Function("window", "document", "navigator", "Element", "exports", "module", text)(
    window, document, navigator, Element, exports, {});
  delete /** @type {any} */ (window).L;
  MADE.set(document, exports);
  await shown;
  return exports;
}
