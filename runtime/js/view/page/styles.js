/**
 * The style sheets of one page: joins the compiler's parts to CSS and keeps the cascade app < components < page.
 *
 * Runs in the shell page (Chromium). Sheets come with the page's options, with `setStyle` and by the DOM operation
 * "S", which says that a component's sheet is needed here, or that the page is isolated, and with which class prefix
 * (wire.md, "Styles"). Those of the built-in components are in the page before (page.html).
 */

import { inlineStyle, withSafeArea } from "./css_text.js";
import { rpxToPx } from "./rpx.js";
import { classPrefix } from "./scopes.js";
import { readSheet } from "../inspect/sheet_text.js";

const RANK = { app: 0, component: 1, page: 2 };
const COLOR_SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g;
const STATES = /:(active|hover|focus)(?![\w-])/g;
const WITHOUT_APP = new Set(["page-isolated", "page-apply-shared", "page-shared"]);

/** Style elements in the head of one page. */
export class Styles {
  /**
   * @param {{document: Document, sheets: object[], rpx: import("./rpx.js").RpxScale, styleVersion: string, theme: "light"|"dark",
   *          resourceUrl: (path: string) => string}} options
   */
  constructor({ document, sheets, rpx, styleVersion, theme, resourceUrl }) {
    this.document = document;
    this.theme = theme;
    this.rpx = rpx;
    this.resourceUrl = resourceUrl;
    /** Path of a component to how its sheet is used here. */
    this.active = new Map();
    this.isAppOff = false;
    /** Whether some element is shown in a state that it is not in (forced_states.js). */
    this.isForcing = false;
    /** @type {Map<string, {sheet: object, element: HTMLStyleElement, tried: Map<number, string>}>} by `kind:path` */
    this.entries = new Map();
    document.documentElement.toggleAttribute("style-v2", styleVersion === "v2");
    document.documentElement.toggleAttribute("dark", theme === "dark");
    for (const sheet of sheets) this.set(sheet);
  }

  /** Adds or replaces one sheet. @param {{path: string, parts: Array, kind: string}} sheet */
  set(sheet) {
    const key = `${sheet.kind}:${sheet.path}`;
    const known = this.entries.get(key);
    const entry = known ?? { sheet, element: this.document.createElement("style"), tried: new Map() };
    entry.sheet = sheet;
    entry.tried.clear();
    if (!known) {
      Object.assign(entry.element.dataset, { path: sheet.path, key });
      this.entries.set(key, entry);
      this.document.head.insertBefore(entry.element, this.#after(sheet));
    }
    this.#fill(entry);
  }

  /** Operation "S". @param {string} path @param {string} prefix @param {string} mode */
  activate(path, prefix, mode) {
    this.active.set(path, { prefix: classPrefix(prefix ?? "", mode), mode });
    if (WITHOUT_APP.has(mode) && !this.isAppOff) {
      this.isAppOff = true;
      for (const entry of this.entries.values()) if (entry.sheet.kind === "app") this.#fill(entry);
    }
    for (const entry of this.entries.values()) {
      if (entry.sheet.kind !== "app" && componentPath(entry.sheet.path) === componentPath(path)) this.#fill(entry);
    }
  }

  /** The same for another window width or theme. @param {import("./rpx.js").RpxScale} rpx @param {"light"|"dark"} theme */
  setWindow(rpx, theme) {
    if (rpx.key === this.rpx.key && theme === this.theme) return;
    this.rpx = rpx;
    this.theme = theme;
    this.document.documentElement.toggleAttribute("dark", theme === "dark");
    for (const entry of this.entries.values()) this.#fill(entry);
  }

  /** `kind:path` of the sheet in a style element, "" for one that is not the program's. @param {Element|null} element */
  keyOf(element) {
    const key = /** @type {HTMLElement|null} */ (element)?.dataset.key ?? "";
    return this.entries.get(key)?.element === element ? key : "";
  }

  /**
   * Puts other declarations into a rule until the sheet comes anew; null takes them back.
   * @param {string} key @param {number} rule its number among those of the sheet @param {string|null} body
   */
  tryOut(key, rule, body) {
    const entry = this.entries.get(key);
    if (!entry) throw new Error(`no style sheet ${key}`);
    if (body === null) entry.tried.delete(rule);
    else entry.tried.set(rule, inlineStyle(body, this.rpx));
    this.#fill(entry);
  }

  /** @param {boolean} isForcing */
  setForcing(isForcing) {
    if (isForcing === this.isForcing) return;
    this.isForcing = isForcing;
    for (const entry of this.entries.values()) this.#fill(entry);
  }

  #fill({ sheet, element, tried }) {
    let prefix = "";
    if (sheet.kind === "component") {
      const use = this.#use(sheet.path);
      if (!use) {
        element.textContent = "";
        return;
      }
      prefix = use.prefix;
    } else if (sheet.kind === "page") {
      prefix = this.#use(sheet.path)?.prefix ?? "";
    } else if (this.isAppOff) {
      element.textContent = "";
      return;
    }
    let text = sheet.parts.map((part) => this.#part(part, prefix)).join("");
    if (tried.size > 0) text = withBodies(text, tried);
    if (this.isForcing) text = text.replace(STATES, ':is(:$1, [handset-forced~="$1"])');
    // The computer's theme is not the phone's.
    element.textContent = text.replace(COLOR_SCHEME, (_, scheme) => `(min-width: ${scheme === this.theme ? 0 : 99999}px)`);
  }

  #use(sheetPath) {
    for (const [path, use] of this.active) if (componentPath(path) === componentPath(sheetPath)) return use;
    return null;
  }

  #part(part, prefix) {
    if (typeof part === "string") return withSafeArea(part);
    if (typeof part === "number") return rpxToPx(part, this.rpx) + "px";
    return part === null ? prefix : this.resourceUrl("/" + part[0]);
  }

  /** The style element of the first sheet that outranks this one. */
  #after(sheet) {
    for (const other of this.entries.values()) {
      if (other.sheet !== sheet && RANK[other.sheet.kind] > RANK[sheet.kind] && other.element.parentNode) {
        return other.element;
      }
    }
    return null;
  }
}

/** The text with other bodies of some rules, by their numbers. */
function withBodies(text, bodies) {
  let at = 0;
  let out = "";
  readSheet(text).forEach(({ bodyStart, bodyEnd }, number) => {
    const body = bodies.get(number);
    if (body === undefined) return;
    out += text.slice(at, bodyStart) + body;
    at = bodyEnd;
  });
  return out + text.slice(at);
}

/** A component is named with or without the extension of its sheet. */
function componentPath(path) {
  return path.replace(/\.(wxss|css|less|scss)$/, "");
}
