/**
 * What the logic layer and the host ask of a page (`runtime/protocol/view_calls.py`).
 *
 * Runs in the shell page (Chromium); called by page_view.js. Each answer is a value or a promise.
 */

import { orderAudio, orderDecoder, orderWebAudio } from "./media_orders.js";
import { MediaQueries } from "./media_queries.js";
import { Observers } from "./observers.js";
import { runQuery } from "./query.js";
import { selectedText } from "./selected_text.js";
import { CanvasJobs } from "../components/canvas/jobs.js";

/** @typedef {import("../../shared/wire/view_calls.js").ViewRequest} ViewRequest */

export class Calls {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.observers = new Observers(page);
    this.mediaQueries = new MediaQueries(page);
    this.canvas = new CanvasJobs(page);
    /** Those of the run are the shell's (`worklets`). @type {{[Call in Exclude<ViewRequest, {name: "worklets"}> as Call["name"]]: (call: Call) => any}} */
    this.methods = {
      query: ({ requests }) => runQuery(page, requests),
      observe: (call) => this.observers.observe(call),
      unobserve: ({ key }) => this.#unobserve(key),
      pageScroll: (call) => page.scroll.to(call),
      pageStyle: ({ style }) => setPageStyle(page.document.body, style),
      selectedText: () => selectedText(page.document),
      element: ({ id, node, call }) => page.dom.callElement(id, node, call),
      mediaQuery: (call) => this.mediaQueries.observe(call),
      loadFont: (call) => page.fonts.load(call),
      canvas: ({ jobs }) => this.canvas.run(jobs),
      audio: (order) => orderAudio(page, order),
      hasSmallWindow: () => page.port.hasSmallWindow,
      decodeVideo: (order) => orderDecoder(page, order),
      webAudio: ({ jobs }) => orderWebAudio(page, jobs),
    };
  }

  /** @param {ViewRequest} call */
  answer(call) {
    if (!Object.hasOwn(this.methods, call.name)) throw new Error(`the page view has no call "${call.name}"`);
    const result = this.methods[call.name](/** @type {any} */ (call));
    return result === undefined ? null : result;
  }

  destroy() {
    this.observers.destroy();
    this.mediaQueries.destroy();
  }

  #unobserve(key) {
    this.observers.unobserve(key);
    this.mediaQueries.unobserve(key);
  }
}

/** Values that are none are left out, as in any style. @param {HTMLElement} body @param {Record<string, string>} style */
function setPageStyle(body, style) {
  for (const [name, value] of Object.entries(style)) {
    body.style.setProperty(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
  }
}
