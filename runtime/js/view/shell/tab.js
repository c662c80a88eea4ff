/**
 * One tab of the tab bar. Changes in place, so that pictures do not flicker. Runs in the shell page.
 */

import { h } from "./element.js";
import { resourceUrl } from "./resource_url.js";

const MAX_BADGE = 4;

export class Tab {
  /** @param {() => void} tapped */
  constructor(tapped) {
    // A picture that is missing leaves its place empty.
    this._picture = h("img", { alt: "", onload: () => this._show(true), onerror: () => this._show(false) });
    this._mark = h("span");
    this._text = h("span.tab-text");
    this.element = h("button.tab", { onclick: tapped }, h("span.tab-icon", {}, this._picture, this._mark), this._text);
  }

  /**
   * @param {{text?: string, iconPath?: string, selectedIconPath?: string}} item
   * @param {{badge: string, redDot: boolean}} mark
   * @param {{isSelected: boolean, hasIcon: boolean}} state
   */
  draw(item, mark, { isSelected, hasIcon }) {
    this._text.textContent = item.text || "";
    this.element.classList.toggle("selected", isSelected);
    const path = isSelected ? item.selectedIconPath || item.iconPath : item.iconPath;
    const url = path && hasIcon ? resourceUrl(path, "app") : "";
    this._picture.hidden = !url;
    if (url && this._picture.getAttribute("src") !== url) this._picture.src = url;
    this._mark.className = mark.badge ? "badge" : "red-dot";
    this._mark.hidden = !mark.badge && !mark.redDot;
    this._mark.textContent = mark.badge.length > MAX_BADGE ? "…" : mark.badge;
  }

  _show(isLoaded) {
    this._picture.style.visibility = isLoaded ? "" : "hidden";
  }
}
