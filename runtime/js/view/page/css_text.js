/**
 * CSS as projects write it, made fit for Chromium on a desk: lengths in rpx, and the safe area, which the shell gives
 * as custom properties of the root element.
 *
 * Runs in the shell page (Chromium); called for style sheets and inline styles.
 */

import { convertRpx } from "./rpx.js";

const SAFE_AREA = /env\(\s*(safe-area-inset-)/g;

/** @param {string} text CSS */
export function withSafeArea(text) {
  return text.includes("safe-area-inset-") ? text.replace(SAFE_AREA, "var(--$1") : text;
}

/**
 * An inline style.
 * @param {string} text @param {import("./rpx.js").RpxScale} rpx
 */
export function inlineStyle(text, rpx) {
  return withSafeArea(convertRpx(text, rpx));
}
