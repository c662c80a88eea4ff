/**
 * Lengths in rpx: 750rpx are the width of the phone's window.
 *
 * Runs in the shell page (Chromium). Called for style sheets, inline styles and attributes that hold lengths.
 * Observed: the official style runtime floors to whole pixels and never lets a length that is not zero vanish.
 */

const BASE_WIDTH_RPX = 750;
const EPSILON = 1e-4;
const RPX = /([+-]?(?:\d+\.?\d*|\.\d+))\s*rpx\b/gi;

/**
 * @param {number} lengthRpx
 * @param {number} windowWidth px
 * @returns {number} px
 */
export function rpxToPx(lengthRpx, windowWidth) {
  if (lengthRpx === 0) return 0;
  const px = Math.floor((lengthRpx / BASE_WIDTH_RPX) * windowWidth + EPSILON);
  return px === 0 ? 1 : px;
}

/**
 * Replaces every rpx length of a piece of CSS text.
 * @param {string} text
 * @param {number} windowWidth px
 */
export function convertRpx(text, windowWidth) {
  if (!hasRpx(text)) return text;
  return text.replace(RPX, (_, number) => rpxToPx(Number(number), windowWidth) + "px");
}

/** @param {string} text */
export function hasRpx(text) {
  return /rpx/i.test(text);
}

/**
 * An attribute that holds a length: a number (px), "12", "12px" or "24rpx".
 * @param {unknown} value
 * @param {number} windowWidth px
 * @param {number} fallback px, if the value is not a length
 */
export function lengthPx(value, windowWidth, fallback) {
  if (value === null || value === undefined || value === "") return fallback;
  const text = String(value).trim();
  const number = Number.parseFloat(text);
  if (Number.isNaN(number)) return fallback;
  return hasRpx(text) ? rpxToPx(number, windowWidth) : number;
}
