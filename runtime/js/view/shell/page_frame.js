/**
 * Frames for pages: an iframe with an empty document of ours, loaded ahead so that a page can start at once.
 * Runs in the shell page; called by `pages.js`. An iframe that moves in the document loads again, so it is made in
 * its final place.
 */

import { h } from "./element.js";

const BLANK_PAGE = "/page.html";

/**
 * @param {HTMLElement} parent
 * @returns {{element: HTMLElement, box: HTMLElement, iframe: HTMLIFrameElement, loaded: Promise<void>}}
 */
export function prepareFrame(parent) {
  const iframe = h("iframe.page-frame", { src: BLANK_PAGE });
  const loaded = /** @type {Promise<void>} */ (new Promise((resolve) => iframe.addEventListener("load", () => resolve(), { once: true })));
  const box = h("div.page-box", {}, iframe);
  const element = h("div.page-layer", {}, box);
  parent.append(element);
  return Object.freeze({ element, box, iframe, loaded });
}
