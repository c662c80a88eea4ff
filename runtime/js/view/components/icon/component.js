/**
 * `icon`: the platform's glyphs, drawn as SVG. Runs in the shell page (Chromium).
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn } from "../built_in.js";

const DISC = '<circle cx="12" cy="12" r="10"/>';
const white = (path) => `<path d="${path}" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`;
const line = (path, width = 1.6) =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const ring = '<circle cx="12" cy="12" r="9.2" fill="none" stroke="currentColor" stroke-width="1.4"/>';

/** type: [default colour, drawing in a box of 24]. The types with a ring are undocumented, but projects use them. */
const GLYPHS = Object.freeze({
  success: ["#09BB07", DISC + white("M7 12.5l3.5 3.5L17.2 8.8")],
  success_no_circle: ["#09BB07", line("M4 12.8l5 5L20 6.6", 2)],
  info: ["#10AEFF", DISC + white("M12 11v6") + '<circle cx="12" cy="7.4" r="1.2" fill="#fff"/>'],
  warn: ["#F76260", DISC + white("M12 6.6v7") + '<circle cx="12" cy="17" r="1.2" fill="#fff"/>'],
  waiting: ["#10AEFF", DISC + white("M12 6.5V12l3.8 3")],
  cancel: ["#F43530", ring + line("M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8")],
  download: ["#09BB07", ring + line("M12 6.6v9M8.4 12.2l3.6 3.6 3.6-3.6")],
  search: ["#B2B2B2", '<circle cx="10.5" cy="10.5" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6"/>' + line("M15.5 15.5l5 5")],
  circle: ["#C9C9C9", ring],
  success_circle: ["#09BB07", ring + line("M7.4 12.4l3.2 3.2L16.8 9")],
  info_circle: ["#10AEFF", ring + line("M12 11v5.6") + '<circle cx="12" cy="7.6" r="1.1"/>'],
  waiting_circle: ["#10AEFF", ring + line("M12 7v5l3.4 2.8")],
  clear: ["#B2B2B2", DISC + white("M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6")],
});

const COLORS_V2 = Object.freeze({ success: "#07C160", success_no_circle: "#07C160", download: "#07C160", warn: "#FA5151", cancel: "#FA5151" });

export class Icon extends BuiltIn {
  static css() {
    return "wx-icon { display: inline-block; font-size: 0; box-sizing: border-box; } wx-icon > svg { display: block; }";
  }

  draw() {
    const glyph = GLYPHS[this.text("type")];
    if (!glyph) {
      this.element.textContent = "";
      return;
    }
    const size = lengthPx(this.attributes.size, this.tree.rpx, 23);
    this.element.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" fill="currentColor">${glyph[1]}</svg>`;
    const color = (this.isV2 && COLORS_V2[this.text("type")]) || glyph[0];
    this.element.firstChild.style.color = this.text("color", color);
  }
}
