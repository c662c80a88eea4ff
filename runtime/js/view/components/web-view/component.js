/**
 * `web-view`: a page of the web over the whole mini-program page. Runs in the shell page (Chromium).
 *
 * The frame is another origin without any way to the shell: sandboxed, without the right to move the page that holds it
 * or to open windows. What its scripts may ask (guest.js) comes as texts from the very frame, and is a route of the
 * program, or a message that the host keeps until the platform would deliver it. Sites that refuse to be framed, and
 * those that are not there, are an `error`.
 */

import { BuiltIn, inner } from "../built_in.js";

const SANDBOX = "allow-scripts allow-forms allow-same-origin";
const REMOTE = /^https?:\/\//i;
/** The routes that a site may ask for, as a navigator calls them. */
const ROUTES = Object.freeze({
  navigateTo: "navigate", redirectTo: "redirect", switchTab: "switchTab", reLaunch: "reLaunch", navigateBack: "navigateBack",
});
const MAX_TEXT = 1_000_000;
const MAX_URL = 8_192;
/** Messages of one page, all together, as texts. */
const MAX_KEPT = 2_000_000;
/** So many routes a second are a site that has lost its way. */
const MAX_ROUTES = 10;
/** How long after its frame has loaded a site may take to say that it is there. */
const PATIENCE_MS = 500;

export class WebView extends BuiltIn {
  /** What the attribute says, once it is drawn. @type {string} */
  shown;
  /** @type {(event: MessageEvent) => void} */
  heard;
  /** When the site has asked for a route, ms. @type {number[]} */
  routes;
  /** Length of its messages so far. @type {number} */
  kept;

  begin() {
    this.frame = null;
    this.url = "";
    this.kept = 0;
    this.routes = [];
    this.heard = (event) => this.#hear(event);
    this.window.addEventListener("message", this.heard);
    super.begin();
  }

  draw() {
    const source = this.text("src").trim();
    if (source === this.shown) return;
    this.shown = source;
    this.element.replaceChildren();
    this.frame = null;
    if (source === "") return;
    if (REMOTE.test(source)) this.#load(source);
    else this.#say(`<web-view> shows pages of http and https, not ${source}`);
  }

  removed() {
    super.removed();
    this.window.removeEventListener("message", this.heard);
    clearTimeout(this.patience);
  }

  #say(what) {
    this.frame = null;
    this.element.replaceChildren();
    inner(this.element, "div", "wx-web-view-label").textContent = what;
    this.services.warnOfSurroundings(what);
  }

  #load(source) {
    const frame = this.document.createElement("iframe");
    frame.setAttribute("sandbox", SANDBOX);
    frame.setAttribute("referrerpolicy", "no-referrer");
    frame.addEventListener("load", () => this.#loaded(frame));
    frame.src = source;
    this.frame = frame;
    this.url = "";
    this.element.append(frame);
  }

  /** The frame has something: the site, or a page of the browser in its stead. */
  #loaded(frame) {
    if (frame !== this.frame) return;
    const tell = () => {
      const { url } = this;
      this.url = "";
      if (url !== "") this.emit("load", { src: url });
      else {
        this.#say(`<web-view> could not show ${this.shown}: the site is not there, or refuses to be framed`);
        this.emit("error", { url: this.shown.split(/[?#]/)[0], fullUrl: this.shown });
      }
    };
    clearTimeout(this.patience);
    if (this.url !== "") tell();
    else this.patience = setTimeout(tell, PATIENCE_MS);
  }

  /** @param {MessageEvent} event */
  #hear({ source, data }) {
    if (!this.frame || source !== this.frame.contentWindow || typeof data !== "string" || data.length > MAX_TEXT) return;
    const said = parsed(data);
    switch (said?.kind) {
      case "here":
        this.url = String(said.url).slice(0, MAX_URL);
        this.services.webViewTells(this.element, { url: this.url });
        break;
      case "title":
        if (typeof said.title === "string" && said.title !== "") this.services.setNavigationBar({ title: said.title.slice(0, 200) });
        break;
      case "order":
        this.#answer(said.id, said.name, this.#order(said, data.length));
        break;
    }
  }

  /** Carries out what a site asks for. @returns {string} why not, or nothing */
  #order({ name, arg }, length) {
    if (name === "postMessage") {
      this.kept += length;
      if (this.kept > MAX_KEPT) return "the messages are too large";
      this.services.webViewTells(this.element, { message: arg });
      return "";
    }
    if (!Object.hasOwn(ROUTES, name)) return "not supported by Handset";
    const now = this.window.performance.now();
    this.routes = this.routes.filter((at) => now - at < 1000);
    if (this.routes.length >= MAX_ROUTES) return "too many routes in a second";
    this.routes.push(now);
    const { url, delta } = arg ?? {};
    if (name === "navigateBack") {
      this.services.navigate(this.element, { openType: ROUTES[name], delta: Number(delta) || 1 });
    } else if (typeof url === "string" && url !== "" && url.length <= MAX_URL) {
      this.services.navigate(this.element, { openType: ROUTES[name], url });
    } else return "url is missing";
    return "";
  }

  /** Assumed: a call-back hears that the order was taken; how a route ends, the site does not see. */
  #answer(id, name, failure) {
    const title = Object.hasOwn(ROUTES, name) ? name : "postMessage";
    const message = `${title}:${failure === "" ? "ok" : `fail ${failure}`}`;
    if (Number.isSafeInteger(id)) this.frame?.contentWindow?.postMessage({ id, message }, "*");
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
