/**
 * What the logic layer and the host ask of a page (wire.md, "View calls").
 *
 * Runs in the shell page (Chromium); called by page_view.js. Each answer is a value or a promise.
 */

import { MediaQueries } from "./media_queries.js";
import { Observers } from "./observers.js";
import { runQuery } from "./query.js";
import { CanvasJobs } from "../components/canvas/jobs.js";

export class Calls {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.observers = new Observers(page);
    this.mediaQueries = new MediaQueries(page);
    this.canvas = new CanvasJobs(page);
    this.methods = {
      query: (requests) => runQuery(page, requests),
      observe: (params) => this.observers.observe(params),
      unobserve: ({ key }) => this.#unobserve(key),
      pageScroll: (params) => page.scroll.to(params),
      element: ({ id, node, method, args }) => page.dom.callElement(id, node, method, args),
      mediaQuery: (params) => this.mediaQueries.observe(params),
      canvas: (jobs) => this.canvas.run(jobs),
    };
  }

  /** @param {string} method @param {object} params */
  call(method, params) {
    if (!Object.hasOwn(this.methods, method)) throw new Error(`the page view has no call "${method}"`);
    const result = this.methods[method](params ?? {});
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
