/**
 * The tab bar: icons, selection, badges, red dots, colours, top or bottom. Runs in the shell page.
 * Sends the shell event tab {index}.
 */

import { h } from "./element.js";
import { Tab } from "./tab.js";
import { touched } from "../../shared/wire/shell.js";

/** @typedef {{items: object[], style: Record<string, string>}} Bar as in app.json */

export class TabBar {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this._phone = phone;
    /**
     * The configuration by theme, and what the program has changed.
     * @type {{light: Bar, dark: Bar|null}}
     */
    this._configured = { light: { items: [], style: {} }, dark: null };
    /** @type {Bar} */
    this._chosen = { items: [], style: {} };
    /** @type {{badge: string, redDot: boolean}[]} */
    this._marks = [];
    /** @type {Tab[]} */
    this._tabs = [];
    this._isVisible = true;
    this._isCustom = false;
    this._position = "bottom";
    this._selected = -1;
    this.element = h("div.tab-bar");
  }

  /** Height that it takes from a tab page, without the bottom inset. */
  get takesRoom() {
    return this._tabs.length > 0 && this._isVisible && !this._isCustom;
  }

  /** "top" or "bottom" */
  get position() {
    return this._position;
  }

  /**
   * @param {{items?: object[], style?: Record<string, string>, dark?: Bar|null, position?: string,
   *   custom?: boolean, visible?: boolean, item?: {index: number}, badge?: {index: number, text: string},
   *   redDot?: {index: number, visible: boolean}}} params `items` and `style` as in app.json's tabBar; `items` begin a new
   *   bar, `dark` has both for the dark theme; an empty badge text removes the badge
   */
  set(params) {
    if (params.items) {
      this._configured = { light: { items: params.items, style: params.style || {} }, dark: params.dark || null };
      this._chosen = { items: params.items.map(() => ({})), style: {} };
      this._position = "bottom";
      this._isCustom = false;
      this._isVisible = true;
      this._marks = params.items.map(() => ({ badge: "", redDot: false }));
      this._tabs = params.items.map((_item, index) => new Tab(() => this._phone.shellEvent(touched.tabTouched({ index }))));
      this.element.replaceChildren(...this._tabs.map((tab) => tab.element));
    } else if (params.style) Object.assign(this._chosen.style, params.style);
    if (params.position !== undefined) this._position = params.position || "bottom";
    if (params.custom !== undefined) this._isCustom = Boolean(params.custom);
    if (params.visible !== undefined) this._isVisible = params.visible;
    if (params.item) Object.assign(this._chosen.items[params.item.index] ?? {}, params.item);
    if (params.badge) this._mark(params.badge.index, { badge: params.badge.text || "" });
    if (params.redDot) this._mark(params.redDot.index, { redDot: params.redDot.visible !== false });
    this.draw();
    this._phone.pages.layOut();
  }

  /** @param {number} index the tab of the visible page, -1 = none */
  follow(index) {
    if (index >= 0) this._selected = index;
    this.draw();
  }

  /** As the phone's theme wants it now. */
  draw() {
    const configured = (this._phone.device?.theme === "dark" && this._configured.dark) || this._configured.light;
    const { color = "#999999", selectedColor = "#07c160", backgroundColor = "#ffffff", borderStyle = "black" } =
      { ...configured.style, ...this._chosen.style };
    this.element.hidden = !this.takesRoom || !this._phone.pages.hasTabPage();
    this.element.dataset.position = this._position;
    this.element.style.backgroundColor = backgroundColor;
    this.element.style.setProperty("--border", borderStyle === "white" ? "rgba(255,255,255,.3)" : "rgba(0,0,0,.2)");
    this._tabs.forEach((tab, index) => {
      const isSelected = index === this._selected;
      const item = { ...configured.items[index], ...this._chosen.items[index] };
      tab.draw(item, this._marks[index], { isSelected, hasIcon: this._position !== "top" });
      tab.element.style.color = isSelected ? selectedColor : color;
    });
  }

  _mark(index, change) {
    if (this._marks[index]) this._marks[index] = { badge: "", redDot: false, ...change };
  }
}
