/**
 * One open page on the phone: its navigation bar, its frame, its background, and the page view inside.
 * Runs in the shell page; owned by `pages.js`. Sends view-log when the page view fails.
 */

import { PageView } from "../page/page_view.js";
import { setLengths } from "./element.js";
import { watchLoadedFiles } from "./loaded_files.js";
import { PhoneNavigationBar } from "./navigation_bar.js";
import { PhonePullDown } from "./pull_down.js";
import { resourceUrl } from "./resource_url.js";

const DEFAULT_TOP_COLOR = "#ffffff";

export class PageLayer {
  /**
   * @param {import("./phone.js").Phone} phone
   * @param {ReturnType<import("./page_frame.js").prepareFrame>} frame
   * @param {object} message open-page
   */
  constructor(phone, frame, message) {
    this._phone = phone;
    /** The phone as the page knows it: a covered page does not turn with the one above. */
    this._device = phone.device;
    this._frame = frame;
    this._view = null;
    this._queue = [];
    this._contentWaiters = [];
    this.pageId = message.page_id;
    this.path = message.path;
    this.tabIndex = message.tab_index === undefined ? -1 : message.tab_index;
    /** The page's configuration by theme. */
    this._windows = { light: message.window || {}, dark: message.window_dark || message.window || {} };
    this._chosenColors = {};
    this.hasContent = false;
    this.hasBeenShown = false;
    this.isRetired = false;
    this.isCovering = false;
    /** It came by a route of the program's (worklet/routes.js). */
    this.hasOwnWay = false;
    /** The layer that is seen behind this one. @type {PageLayer|null} */
    this.below = null;
    this.level = 0;
    this.raised = 0;
    /** What the back button asks first; empty = nothing. */
    this.leavingQuestion = "";
    this.element = frame.element;
    this.element.dataset.path = message.path;
    this.pullDown = new PhonePullDown(frame, phone.settings);
    const canGoBack = Boolean(message.can_go_back);
    const hasHome = Boolean(message.home_button) || (canGoBack && this.window.homeButton === true);
    this.navigationBar = new PhoneNavigationBar(phone, { window: this.window, canGoBack, hasHome });
    this.element.append(this.pullDown.element, this.navigationBar.element);
    this._drawBackground();
    const styles = message.styles || [];
    const { port } = phone;
    frame.loaded.then(() => this._start(styles, port));
  }

  /** The page's configuration in the phone's present theme. */
  get window() {
    return this._windows[this._device?.theme === "dark" && this._windows.light.darkmode ? "dark" : "light"];
  }

  /** Whether the page lies under the bars. */
  get isCustom() {
    return this.window.navigationStyle === "custom";
  }

  /** Rectangle of the page on the phone's screen. @returns {{left: number, top: number, width: number, height: number}} */
  rect() {
    const { tabBar } = this._phone;
    const device = this._device;
    if (!device) return { left: 0, top: 0, width: 0, height: 0 };
    if (this.isCovering) return { left: 0, top: 0, width: device.width, height: device.height };
    const hasTabBar = this.tabIndex >= 0 && tabBar.takesRoom;
    const bar = hasTabBar ? device.tabBarHeight : 0;
    const isOnTop = hasTabBar && tabBar.position === "top";
    const top = (this.isCustom ? 0 : device.statusBarHeight + device.navigationBarHeight) + (isOnTop ? bar : 0);
    const bottom = hasTabBar && !isOnTop ? bar + device.insets.bottom : 0;
    return { left: 0, top, width: device.width, height: device.height - top - bottom };
  }

  /** Gives the frame its place. */
  layOut() {
    const { top, width, height } = this.rect();
    Object.assign(this._frame.box.style, { top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.pullDown.layOut(top);
    if (this._view) this._setSafeArea();
  }

  /** Lies over all bars, with the whole screen for its frame, or in its place again. @param {boolean} isCovering */
  cover(isCovering) {
    this.isCovering = isCovering;
    this.element.classList.toggle("covering", isCovering);
    this.layOut();
  }

  /** @param {boolean} isShown whether it is the page that the user is on */
  setShown(isShown) {
    if (this._view) this.guard("view", () => this._view?.setShown(isShown));
  }

  /** @param {number} level z-index */
  enter(level) {
    this.hasBeenShown = true;
    this.level = level;
    this.element.style.zIndex = String(level);
    this.element.classList.add("shown");
  }

  /**
   * Window colours; what is left out stays.
   * @param {{backgroundColor?: string, backgroundColorTop?: string, backgroundColorContent?: string, backgroundTextStyle?: string}} colors
   */
  setBackground(colors) {
    Object.assign(this._chosenColors, colors);
    this._drawBackground();
  }

  /** The phone is another one, or in another state. @param {object} device */
  takeDevice(device) {
    if (device === this._device) return;
    this._device = device;
    this.navigationBar.dress(this.window);
    this._drawBackground();
    this.layOut();
    this.whenLoaded((view) => view.setDevice(device, { isNews: this.hasBeenShown }));
  }

  _drawBackground() {
    // The upper colour is filled in with its default even where only the colour of the window is meant.
    const isTopMeant = this.window.backgroundColorTop !== DEFAULT_TOP_COLOR;
    const configured = { ...this.window, backgroundColorTop: isTopMeant ? this.window.backgroundColorTop : "" };
    const { backgroundColor, backgroundColorTop, backgroundColorContent, backgroundTextStyle } =
      { ...configured, ...this._chosenColors };
    if (backgroundColor) this.element.style.backgroundColor = backgroundColor;
    if (backgroundColorContent) this._frame.iframe.style.backgroundColor = backgroundColorContent;
    this.pullDown.set({ color: backgroundColorTop || backgroundColor, textStyle: backgroundTextStyle });
  }

  /**
   * Runs an action on the page view: now, or in order once the frame has loaded.
   * @param {(view: PageView) => void} action @param {(error: Error) => void} [failed] the page ended before
   */
  whenLoaded(action, failed) {
    const view = this._view;
    if (view) this.guard("view", () => action(view));
    else this._queue.push({ action, failed });
  }

  /** Runs code of the page view; what it throws is reported and goes no further. */
  guard(what, action) {
    try {
      action();
    } catch (error) {
      this._phone.port.log("error", `${this.path}: ${what}: ${error.stack || error}`, "handset", "", 0);
    }
  }

  /** The first batch is in the document. */
  contentArrived() {
    this.hasContent = true;
    for (const resolve of this._contentWaiters.splice(0)) resolve();
  }

  /** @param {number} ms @returns {Promise<void>} when the first batch is there, or the time is over */
  contentWithin(ms) {
    if (this.hasContent) return Promise.resolve();
    return new Promise((resolve) => {
      this._contentWaiters.push(resolve);
      setTimeout(resolve, ms);
    });
  }

  /**
   * Moves the page up while a keyboard is there, as far as it takes.
   * @param {number} keyboardHeight px, 0 = it is gone @param {number|null} reach see `port.keyboard`
   */
  raise(keyboardHeight, reach) {
    const device = this._device;
    const hidden = device && reach !== null ? this.rect().top + reach - (device.height - keyboardHeight) : 0;
    this.raised = keyboardHeight > 0 ? Math.round(Math.max(0, Math.min(hidden, keyboardHeight))) : 0;
    this._frame.iframe.style.transform = this.raised > 0 ? `translateY(${-this.raised}px)` : "";
  }

  /** Closes what lies over the page. @returns {boolean} whether there was something */
  closeLayer() {
    return this._view !== null && this._view.closeLayer();
  }

  /** Key presses go to this page from now on. */
  focus() {
    const isTyping = document.activeElement instanceof HTMLTextAreaElement;
    if (!isTyping) this._frame.iframe.contentWindow?.focus();
  }

  /** The text field that has the focus loses it. */
  blur() {
    /** @type {HTMLElement|null|undefined} */ (this._frame.iframe.contentDocument?.activeElement)?.blur();
  }

  /** Ends the page view; its picture stays. */
  retire() {
    this.isRetired = true;
    this.element.inert = true;
    const view = this._view;
    this._view = null;
    if (view) this.guard("destroy", () => view.destroy());
    for (const { failed } of this._queue.splice(0)) if (failed) failed(new Error("the page is closed"));
  }

  /** Removes everything of the page. */
  destroy() {
    this.retire();
    this.element.remove();
  }

  /** Chromium knows no safe area here; sheets read these properties in place of env(safe-area-inset-…). */
  _setSafeArea() {
    const device = this._device;
    const { contentDocument } = this._frame.iframe;
    if (!device || !contentDocument) return;
    const { top, height } = this.rect();
    const { insets } = device;
    setLengths(contentDocument.documentElement, {
      "safe-area-inset-top": Math.max(0, insets.top - top),
      "safe-area-inset-right": insets.right,
      "safe-area-inset-bottom": Math.max(0, insets.bottom - (device.height - top - height)),
      "safe-area-inset-left": insets.left,
    });
  }

  _start(styles, port) {
    const { contentWindow, contentDocument } = this._frame.iframe;
    if (!contentWindow || !contentDocument || this.isRetired) return;
    watchLoadedFiles(/** @type {any} */ (contentWindow), (files) => port.filesLoaded(this.pageId, files));
    const view = new PageView({
      window: contentWindow,
      document: contentDocument,
      pageId: this.pageId,
      path: this.path,
      windowConfig: this.window,
      styles,
      device: this._device,
      port,
      resourceUrl: (path, base = this.path) => resourceUrl(path, base),
    });
    this._view = view;
    this._setSafeArea();
    for (const { action } of this._queue.splice(0)) this.guard("view", () => action(view));
  }
}
