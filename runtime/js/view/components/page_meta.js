/**
 * `page-meta`: styles of the page as a whole. Runs in the shell page (Chromium). What concerns the navigation bar is the shell's.
 */

import { convertRpx } from "../page/rpx.js";
import { BuiltIn } from "./built_in.js";

export class PageMeta extends BuiltIn {
  static css() {
    return "wx-page-meta { display: contents; } wx-navigation-bar { display: none; }";
  }

  begin() {
    super.begin();
    this.scrollTop = undefined;
  }

  draw() {
    const { documentElement, body } = this.document;
    const toCss = (name) => convertRpx(this.text(name), this.tree.rpx);
    body.style.cssText = toCss("pageStyle");
    const rootFontSize = toCss("rootFontSize");
    const { fontSizeSetting = 16 } = this.page.device;
    documentElement.style.fontSize = rootFontSize === "system" ? `${fontSizeSetting}px` : rootFontSize;
    documentElement.style.backgroundColor = toCss("rootBackgroundColor");
  }

  removed() {
    this.document.body.style.cssText = "";
    this.document.documentElement.style.fontSize = "";
    this.document.documentElement.style.backgroundColor = "";
  }
}
