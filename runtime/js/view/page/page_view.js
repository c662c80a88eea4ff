/**
 * One mini-program page on the screen: everything inside its iframe.
 *
 * Runs in the shell page (Chromium), in its realm; the document of the iframe is passed in. The shell makes one
 * `PageView` per page, hands on `Dom`, `ReplaceStyle`, `CallView` and `Automate` messages, and gives a `port` through
 * which events, page signals and log lines go out. The shell draws everything that lies outside the page.
 */

import { Automation } from "./automation.js";
import { Calls } from "./calls.js";
import { Events } from "./events.js";
import { PageFonts } from "./fonts.js";
import { tellKeys } from "./keys.js";
import { PageScroll } from "./page_scroll.js";
import { PullDown } from "./pull_down.js";
import { rpxScale } from "./rpx.js";
import { Styles } from "./styles.js";
import { Tree } from "./tree.js";
import { leaveWorklets } from "./worklet_orders.js";
import { Services } from "../components/services.js";
import { Inspector } from "../inspect/inspector.js";
import { Gestures } from "../touch/gestures.js";
import { UserActs } from "../user/user_acts.js";
import { PageWxs } from "../wxs/page_wxs.js";

const DEFINITIONS = Symbol("block definitions");

/** Block definitions are known in every page of a program run, so they stay with the port of that run. */
function definitionsOf(port) {
  port[DEFINITIONS] ??= new Map();
  return port[DEFINITIONS];
}

export class PageView {
  /**
   * @param {{window: Window, document: Document, pageId: number, path: string, windowConfig: object, styles: Array,
   *          device: object, port: object, resourceUrl: (path: string) => string}} options
   */
  constructor({ window, document, pageId, path, windowConfig, styles, device, port, resourceUrl }) {
    this.window = window;
    this.document = document;
    this.pageId = pageId;
    this.path = path;
    this.windowConfig = windowConfig ?? {};
    this.device = device ?? {};
    this.port = port;
    this.resourceUrl = resourceUrl;
    this.styles = new Styles({
      document, sheets: styles ?? [], rpx: this.rpx, resourceUrl,
      styleVersion: this.windowConfig.styleVersion ?? "", theme: this.theme,
    });
    /** Layers over the page that one step back closes, the last one first. @type {Set<{close: () => void}>} */
    this.layers = new Set();
    /** Components that want to know whether the page is seen. @type {Set<{pageShown: (isShown: boolean) => void, deviceChanged?: () => void}>} */
    this.watchers = new Set();
    this.scrollBehindCover = 0;
    /** The page-meta that speaks for the page. @type {import("../components/page-meta/component.js").PageMeta|null} */
    this.meta = null;
    /** What the built-in components may ask of the phone and the host. */
    this.services = new Services(this);
    this.fonts = new PageFonts(this);
    this.wxs = new PageWxs(this);
    this.dom = new Tree({
      window, document, path, rpx: this.rpx, definitions: definitionsOf(port), page: this,
    });
    this.events = new Events(this);
    this.user = new UserActs(this, port.user);
    this.scroll = new PageScroll(this);
    this.pullDown = new PullDown(this);
    this.gestures = new Gestures(this);
    this.calls = new Calls(this);
    this.automation = new Automation(this);
    this.inspector = new Inspector(this);
    this.#resized = () => this.#onResize();
    this.size = this.#measured();
    document.documentElement.toggleAttribute("disable-scroll", Boolean(this.windowConfig.disableScroll));
    window.addEventListener("resize", this.#resized);
    tellKeys(document, (key) => port.key(key));
  }

  #resized;

  /** What lengths in rpx are on this phone. */
  get rpx() {
    return rpxScale(this.device, this.window.innerWidth);
  }

  /** The phone's theme, for programs that have said that they follow it. @returns {"light"|"dark"} */
  get theme() {
    return this.windowConfig.darkmode && this.device.theme === "dark" ? "dark" : "light";
  }

  /** Carries out one batch at once. @param {Array} ops */
  apply(ops) {
    this.dom.apply(ops);
    this.calls.observers.schedule();
  }

  /** A new or changed style sheet. @param {{path: string, parts: Array, kind: string}} styleSheet */
  setStyle(styleSheet) {
    this.styles.set(styleSheet);
    this.calls.observers.schedule();
  }

  /** @param {import("../../shared/wire/view_calls.js").ViewRequest} call */
  call(call) {
    return this.calls.answer(call);
  }

  /**
   * @param {object} device the device snapshot
   * @param {{isNews?: boolean}} [options] whether the program hears of another size
   */
  setDevice(device, { isNews = true } = {}) {
    this.device = device;
    if (!isNews) this.size = this.#measured();
    this.styles.setWindow(this.rpx, this.theme);
    this.dom.setRpx(this.rpx);
    for (const watcher of this.watchers) watcher.deviceChanged?.();
    this.calls.observers.schedule();
  }

  /** Another page covers this one, or it is seen again. @param {boolean} isShown */
  setShown(isShown) {
    for (const watcher of this.watchers) watcher.pageShown(isShown);
  }

  /** Something takes the next step back for itself, or does so no more. @param {object} layer @param {boolean} isOpen */
  setLayer(layer, isOpen) {
    if (isOpen === this.layers.has(layer)) return;
    if (isOpen) this.layers.add(layer);
    else this.layers.delete(layer);
    this.port.layers(this.pageId, this.layers.size > 0);
  }

  /** One step back that the page takes for itself. @returns {boolean} whether there was a layer to close */
  closeLayer() {
    const layer = [...this.layers].at(-1);
    layer?.close();
    return layer !== undefined;
  }

  /** @param {import("../../shared/wire/automation.js").AutomationAction} action */
  automate(action) {
    return this.automation.run(action);
  }

  /** @param {import("../../shared/wire/inspection.js").Inspection} question */
  inspect(question) {
    return this.inspector.answer(question);
  }

  /** @param {"log"|"warn"|"error"} level @param {string} message @param {"program"|"environment"|"handset"} source */
  log(level, message, source = "program", file = "", line = 0) {
    this.port.log(level, message, source, file, line);
  }

  /** Ends everything that would go on by itself. */
  destroy() {
    this.window.removeEventListener("resize", this.#resized);
    this.gestures.destroy();
    this.scroll.destroy();
    this.calls.destroy();
    this.fonts.destroy();
    this.dom.destroy();
    leaveWorklets(this);
  }

  #measured() {
    return [this.window.innerWidth, this.window.innerHeight];
  }

  #onResize() {
    const size = this.#measured();
    const hasTurned = size[0] !== this.size[0];
    this.size = size;
    this.calls.observers.schedule();
    // A bar that comes or goes changes the height alone, and that is no resize for the program.
    if (!hasTurned) return;
    const detail = { size: { windowWidth: size[0], windowHeight: size[1] } };
    this.meta?.emit("resize", detail);
    this.port.signal(this.pageId, "onResize", detail);
  }
}
