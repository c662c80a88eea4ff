/**
 * The port of the built-in components: all that one may ask of the phone around its page and of the host behind it.
 *
 * Runs in the shell page (Chromium); made by page/page_view.js, one for a page, and reached as `this.services`. What a
 * component needs beyond this is a further method here: no component knows the shell, a message or a URL of files. Events
 * of the component itself go by `emit`.
 */

import { sourceUrl } from "../page/source_url.js";
import { ElementWorklets } from "../page/worklet_orders.js";

const DEFAULT_FONT_PX = 16;

export class Services {
  #page;

  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.#page = page;
  }

  // What the phone is.

  /** px */
  get keyboardHeight() {
    return this.#page.device.keyboardHeight ?? 0;
  }

  /** Size of text that the user has chosen in the phone's settings, px */
  get fontSize() {
    return this.#page.device.fontSize ?? DEFAULT_FONT_PX;
  }

  get pixelRatio() {
    return this.#page.device.pixelRatio ?? 1;
  }

  /** What components may show of the platform's accounts; null before the phone is known. */
  get account() {
    return this.#page.device.account ?? null;
  }

  /** Where the user is. @returns {{latitude: number, longitude: number} | undefined} */
  get userPlace() {
    return this.#page.port.place;
  }

  /** Calls `placeChanged` of a component whenever the user moves. */
  watchPlace(component) {
    this.#page.port.placeWatchers.add(component);
  }

  forgetPlace(component) {
    this.#page.port.placeWatchers.delete(component);
  }

  /** What is played to components that need a camera or a stream; null before the phone is known. */
  get played() {
    return this.#page.device.played ?? null;
  }

  // Files.

  /**
   * Where a file that the markup or the program names is to be had.
   * @param {string} source @param {Element} [element] whose template says it; the page's if left out
   * @returns {string} URL
   */
  fileUrl(source, element = this.#page.document.body) {
    return sourceUrl(this.#page, element, source);
  }

  // Dialogs and the keyboard.

  /** @param {object} spec see shell/picker.js @returns {Promise<object|null>} null = the user chose nothing */
  pick(spec) {
    return this.#page.port.picker(this.#page.pageId, spec);
  }

  /** A sheet with entries. @param {string[]} words names of the phone's words @returns {Promise<string|null>} null = none */
  chooseFrom(words) {
    return this.#page.port.choose(words);
  }

  /**
   * @param {number|null} reach px from the page's upper edge down to what must stay in sight; null = nothing
   * @param {import("../shell/keyboard.js").KeyboardBar} [bar] what stands over the keys
   * @returns {number} px from the page's lower edge up to the keys
   */
  showKeyboard(reach, bar) {
    const raised = this.#page.port.keyboard(true, this.keyboardHeight, reach, ...(bar ? [bar] : []));
    return this.keyboardHeight - raised;
  }

  hideKeyboard() {
    this.#page.port.keyboard(false, 0);
  }

  // The window around the page.

  /** @param {object} params see NavigationBar.set */
  setNavigationBar(params) {
    this.#page.port.navigationBar(this.#page.pageId, params);
  }

  /** @param {Record<string, string>} colors see PageLayer.setBackground */
  setBackground(colors) {
    this.#page.port.background(this.#page.pageId, colors);
  }

  /** Which way up the page wants to be. @param {string} wish empty = as configured */
  setOrientation(wish) {
    this.#page.port.orientation(this.#page.pageId, wish);
  }

  // The host.

  /** Asks for an open ability; the outcome comes as an event. @param {Element} element @param {object} attributes */
  openAbility(element, attributes) {
    this.#page.events.request(element, "opentype", attributes);
  }

  /** Tells who listens in the program to a key, as observers do. @param {{key: number}} detail */
  observed(detail) {
    this.#page.events.plain("observer", detail);
  }

  /** Asks to go somewhere; the outcome comes as an event. @param {Element} element @param {object} way */
  navigate(element, way) {
    this.#page.events.request(element, "navigate", way);
  }

  /** Tells the host what a site in a web-view is and says. @param {Element} element @param {{url?: string, message?: unknown}} detail */
  webViewTells(element, detail) {
    this.#page.events.request(element, "webview", detail);
  }

  /** Tells the program of the keyboard, wherever it listens. @param {{height: number, duration: number}} detail */
  keyboardChanged(detail) {
    this.#page.events.plain("keyboardheightchange", detail);
  }

  // Media.

  /** The page's frame gets the whole screen of the phone, or its own place again. @param {boolean} isOn */
  coverScreen(isOn) {
    const page = this.#page;
    const scroller = page.document.scrollingElement;
    if (isOn) page.scrollBehindCover = scroller?.scrollTop ?? 0;
    page.port.coverScreen(page.pageId, isOn);
    if (!isOn && scroller) scroller.scrollTop = page.scrollBehindCover;
  }

  /** @param {object} content see shell/small_window.js */
  showSmallWindow(content) {
    this.#page.port.smallWindow(content);
  }

  closeSmallWindow() {
    this.#page.port.smallWindow(null);
  }

  // The page among others.

  /** Tells a component by `pageShown(isShown)` that its page is covered by another, or is seen again. */
  watchPage(component) {
    this.#page.watchers.add(component);
  }

  forgetPage(component) {
    this.#page.watchers.delete(component);
  }

  // Worklets.

  /**
   * The handlers of an element that are worklets; null if it has none.
   * @param {Element} element @param {Record<string, string> | null} [otherwise] event → method, if the markup names none
   * @returns {ElementWorklets | null}
   */
  workletsOf(element, otherwise = null) {
    const given = this.#page.dom.nodeOf(element)?.worklets ?? otherwise;
    return given ? new ElementWorklets(this.#page, element, given) : null;
  }

  // The console.

  /** What the program has done wrong. @param {string} message */
  warn(message) {
    this.#page.log("warn", message);
  }

  /** What is missing around the program. @param {string} message */
  warnOfSurroundings(message) {
    this.#page.log("warn", message, "environment");
  }

  // The run of the program.

  /**
   * What all pages of a run share, made when it is first asked for.
   * @template T @param {symbol} key @param {() => T} make @returns {T}
   */
  shared(key, make) {
    return (this.#page.port[key] ??= make());
  }
}
