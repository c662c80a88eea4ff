/**
 * `icon`: the platform's glyphs, drawn as SVG. Runs in the shell page (Chromium).
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn } from "../built_in.js";

const DISC = '<circle cx="12" cy="12" r="10"/>';
const white = (path) => `<path d="${path}" fill="none" style="stroke:var(--handset-white)" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`;
const line = (path, width = 1.6) =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const ring = '<circle cx="12" cy="12" r="9.2" fill="none" stroke="currentColor" stroke-width="1.4"/>';

/** type: [token of the colour, drawing in a box of 24]. The types with a ring are undocumented, but projects use them. */
const GLYPHS = Object.freeze({
  success: ["success", DISC + white("M7 12.5l3.5 3.5L17.2 8.8")],
  success_no_circle: ["success", line("M4 12.8l5 5L20 6.6", 2)],
  info: ["info", DISC + white("M12 11v6") + '<circle cx="12" cy="7.4" r="1.2" style="fill:var(--handset-white)"/>'],
  warn: ["warn", DISC + white("M12 6.6v7") + '<circle cx="12" cy="17" r="1.2" style="fill:var(--handset-white)"/>'],
  waiting: ["info", DISC + white("M12 6.5V12l3.8 3")],
  cancel: ["cancel", ring + line("M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8")],
  download: ["success", ring + line("M12 6.6v9M8.4 12.2l3.6 3.6 3.6-3.6")],
  search: ["quiet", '<circle cx="10.5" cy="10.5" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6"/>' + line("M15.5 15.5l5 5")],
  circle: ["empty", ring],
  success_circle: ["success-ring", ring + line("M7.4 12.4l3.2 3.2L16.8 9")],
  info_circle: ["info", ring + line("M12 11v5.6") + '<circle cx="12" cy="7.6" r="1.1"/>'],
  waiting_circle: ["info", ring + line("M12 7v5l3.4 2.8")],
  clear: ["quiet", DISC + white("M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6")],
});

export class Icon extends BuiltIn {
  draw() {
    const glyph = GLYPHS[this.text("type")];
    if (!glyph) {
      this.element.textContent = "";
      return;
    }
    const size = lengthPx(this.attributes.size, this.tree.rpx, 23);
    this.element.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" fill="currentColor">${glyph[1]}</svg>`;
    const svg = /** @type {SVGElement} */ (this.element.firstChild);
    svg.style.color = this.text("color", `var(--handset-icon-${glyph[0]})`);
  }
}
