/**
 * The stack of page layers: opens, shows, moves and closes them, and passes messages on to their page views.
 * Runs in the shell page; called by `dispatch.js`. Sends: rendered (after each batch).
 */

import { h } from "./element.js";
import { Frames } from "./frames.js";
import { prepareFrame } from "./page_frame.js";
import { PageLayer } from "./page_layer.js";
import { endOfAnimations, filesCome } from "./settling.js";
import { slide } from "./slide.js";
import { orderWorklets, routeFor } from "../page/worklet_orders.js";
import { fromView } from "../../shared/wire/view.js";

const FIRST_CONTENT_MS = 80;
const FIRST_CONTENT_OF_A_RUN_MS = 1500;
const TAB_LEVEL = 1;
const TOP_LEVEL = 20;

export class Pages {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    this._layers = new Map();
    this._visible = null;
    this._seen = null;
    this._frames = new Frames();
    this._running = null;
    this.element = h("div.pages");
    this._spare = prepareFrame(this.element);
  }

  /** @param {number} pageId @returns {PageLayer|undefined} */
  find(pageId) {
    return this._layers.get(pageId);
  }

  /** The page that was shown last; a moment later the user sees it. @returns {PageLayer|null} */
  get visible() {
    return this._visible;
  }

  /** @returns {"black"|"white"} */
  textStyle() {
    return this._seen ? this._seen.navigationBar.textStyle : "black";
  }

  /** @returns {number} index of the tab whose page the user sees, or -1 */
  visibleTab() {
    return this._seen ? this._seen.tabIndex : -1;
  }

  /** @returns {boolean} */
  hasTabPage() {
    return [this._seen, ...this._layers.values()].some((layer) => layer && layer.tabIndex >= 0 && layer.hasBeenShown);
  }

  /** @param {object} message open-page */
  open(message) {
    const frame = this._spare;
    this._spare = prepareFrame(this.element);
    const layer = new PageLayer(this._phone, frame, message);
    this._layers.set(layer.pageId, layer);
    layer.layOut();
  }

  /**
   * @param {number} pageId @param {"none"|"push"|"pop"|"fade"} animation @param {number[]} closed
   */
  async show(pageId, animation, closed) {
    const layer = this._require(pageId);
    if (this._running) this._running.finish();
    const ending = closed.map((id) => this._layers.get(id)).filter(Boolean);
    for (const gone of ending) this._layers.delete(gone.pageId);
    if (layer !== this._visible) for (const other of this._layers.values()) other.setShown(other === layer);
    this._visible = layer;
    layer.takeDevice(this._phone.device);
    if (layer !== this._seen) {
      // The last screen stays until there is something to see, that of a former run a little longer.
      const retired = this._seen?.isRetired ? this._seen : null;
      await layer.contentWithin(retired ? FIRST_CONTENT_OF_A_RUN_MS : FIRST_CONTENT_MS);
      if (this._visible === layer) await this._bringUp(layer, animation);
      if (retired && retired !== this._seen) retired.destroy();
    }
    this._settle(layer, ending);
  }

  /** @param {number} pageId @param {number} batchId @param {Array} ops @param {boolean} isMeasured */
  apply(pageId, batchId, ops, isMeasured) {
    const layer = this._layers.get(pageId);
    if (!layer) return;
    layer.whenLoaded((view) => {
      const start = performance.now();
      const first = !layer.hasContent;
      layer.guard("apply", () => view.apply(ops));
      const applied = performance.now();
      layer.contentArrived();
      this._frames.afterPaint((rendering) => this._phone.send(fromView.rendered({
        page_id: pageId, batch_id: batchId, first,
        view_ms: applied - start, paint_ms: performance.now() - applied,
        ...(rendering && isMeasured ? measured(rendering, applied) : {}),
      })), isMeasured ? view.document : undefined);
    });
  }

  /** @param {object} style a compiled sheet */
  replaceStyle(style) {
    for (const layer of this._layers.values()) layer.whenLoaded((view) => view.setStyle(style));
  }

  /** @param {number} pageId @param {import("../../shared/wire/view_calls.js").ViewRequest} call @returns {Promise<any>} */
  call(pageId, call) {
    if (call.name === "worklets") return Promise.resolve(orderWorklets(this._phone, call.jobs) ?? null);
    const layer = this._require(pageId);
    return new Promise((resolve, reject) => {
      layer.whenLoaded((view) => resolve(attempt(() => view.call(call))), reject);
    });
  }

  /** @param {number} pageId @param {import("../../shared/wire/inspection.js").Inspection} question @returns {Promise<any>} */
  inspect(pageId, question) {
    const layer = this._require(pageId);
    return new Promise((resolve, reject) => {
      layer.whenLoaded((view) => resolve(attempt(() => view.inspect(question))), reject);
    });
  }

  /**
   * @param {number} pageId @param {import("../../shared/wire/automation.js").AutomationAction} action
   * @returns {Promise<any>}
   */
  automate(pageId, action) {
    const layer = pageId ? this._require(pageId) : this._visible;
    if (!layer) return Promise.reject(new Error("no page is open"));
    return new Promise((resolve, reject) => {
      layer.whenLoaded((view) => resolve(attempt(() => view.automate(action))), reject);
    });
  }

  /** When what is in the documents now has been painted. @returns {Promise<void>} */
  painted() {
    return new Promise((resolve) => this._frames.afterPaint(() => resolve()));
  }

  /**
   * When the visible page no longer moves, and what it shows has been painted.
   * @param {boolean} withFiles once those that are on their way have come
   */
  async settled(withFiles) {
    const rest = (document) => Promise.all([endOfAnimations(document), withFiles ? filesCome(document) : null]);
    await new Promise((/** @type {(end?: any) => void} */ resolve) => {
      if (this._visible) this._visible.whenLoaded((view) => resolve(rest(view.document)), resolve);
      else resolve();
    });
    await this.painted();
  }

  /** One page follows the phone at once, the others when they are shown. @param {object} device @param {number} pageId */
  setDevice(device, pageId) {
    (pageId ? this._layers.get(pageId) : this._visible)?.takeDevice(device);
  }

  /** Sizes of all pages, after a bar has come or gone. */
  layOut() {
    for (const layer of this._layers.values()) layer.layOut();
  }

  /** Ends every page at once. What the user sees stays, dead, until the first page of the next run is shown. */
  closeAll() {
    if (this._running) this._running.finish();
    for (const layer of this._layers.values()) if (layer !== this._seen) layer.destroy();
    if (this._seen) this._seen.retire();
    this._layers.clear();
    this._visible = null;
  }

  async _bringUp(layer, animation) {
    const before = this._seen;
    this._seen = layer;
    layer.enter(this._levelFor(layer));
    this._phone.followPage();
    if (!before || animation === "none") return;
    const isAnimated = this._phone.settings.animations && !document.hidden;
    const own = await routeFor(this._phone, { before, after: layer, isPush: animation === "push", isAnimated });
    if (!own && !isAnimated) return;
    this._running = own ?? slide(before, layer, animation);
    await this._running.ended;
    this._running = null;
  }

  /** Tab pages lie under the tab bar; the others above it, a new one on top, a former one where it was. */
  _levelFor(layer) {
    if (layer.tabIndex >= 0) return TAB_LEVEL;
    if (layer.level) return layer.level;
    return 1 + Math.max(TOP_LEVEL, ...[...this._layers.values()].map((other) => other.level));
  }

  _settle(layer, ending) {
    for (const gone of ending) gone.destroy();
    if (this._layers.get(layer.pageId) === layer) {
      this._phone.send(fromView.pageSignal({ page_id: layer.pageId, name: "onRouteDone" }));
    }
    if (this._visible !== layer) return;
    const seen = [...layersFrom(layer)];
    for (const other of this._layers.values()) other.element.classList.toggle("shown", seen.includes(other));
    this._phone.followPage();
    layer.focus();
  }

  _require(pageId) {
    const layer = this._layers.get(pageId);
    if (!layer) throw new Error(`page ${pageId} is not open`);
    return layer;
  }
}

/** A page and those that are seen behind it. */
function* layersFrom(layer) {
  for (let one = layer; one; one = one.below) yield one;
}

/** What an action returns or throws, as a promise. */
function attempt(action) {
  return new Promise((resolve) => resolve(action()));
}

/** @param {import("./rendering_time.js").Rendering} rendering @param {number} applied when the batch was in the document */
function measured({ begun_ms: begun, style_ms, layout_ms }, applied) {
  return { wait_ms: Math.max(0, begun - applied), style_ms, layout_ms };
}
