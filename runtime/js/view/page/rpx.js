/**
 * Lengths in rpx: 750rpx are the width of the phone's window.
 *
 * Runs in the shell page (Chromium). Called for style sheets, inline styles and attributes that hold lengths.
 * Observed: the official style runtime floors to whole pixels and never lets a length that is not zero vanish: it
 * becomes a pixel, half a one on an iPhone with several pixels for each px.
 */

const BASE_WIDTH_RPX = 750;
const EPSILON = 1e-4;
const RPX = /([+-]?(?:\d+\.?\d*|\.\d+))\s*rpx\b/gi;

/** @typedef {{windowWidth: number, leastPx: number, key: string}} RpxScale `key` is equal for equal scales. */

/**
 * @param {{windowWidth?: number, platform?: string, pixelRatio?: number}} device
 * @param {number} width px, where the device names none
 * @returns {RpxScale}
 */
export function rpxScale({ windowWidth = undefined, platform = "", pixelRatio = 1 }, width) {
  const leastPx = platform === "ios" && pixelRatio > 1 ? 0.5 : 1;
  return Object.freeze({ windowWidth: windowWidth ?? width, leastPx, key: `${windowWidth ?? width}/${leastPx}` });
}

/**
 * @param {number} lengthRpx
 * @param {RpxScale} scale
 * @returns {number} px
 */
export function rpxToPx(lengthRpx, { windowWidth, leastPx }) {
  if (lengthRpx === 0) return 0;
  const px = Math.floor((lengthRpx / BASE_WIDTH_RPX) * windowWidth + EPSILON);
  return px === 0 ? leastPx : px;
}

/**
 * Replaces every rpx length of a piece of CSS text.
 * @param {string} text
 * @param {RpxScale} scale
 */
export function convertRpx(text, scale) {
  if (!hasRpx(text)) return text;
  return text.replace(RPX, (_, number) => rpxToPx(Number(number), scale) + "px");
}

/** @param {string} text */
export function hasRpx(text) {
  return /rpx/i.test(text);
}

/**
 * An attribute that holds a length: a number (px), "12", "12px" or "24rpx".
 * @param {unknown} value
 * @param {RpxScale} scale
 * @param {number} fallback px, if the value is not a length
 */
export function lengthPx(value, scale, fallback) {
  if (value === null || value === undefined || value === "") return fallback;
  const text = String(value).trim();
  const number = Number.parseFloat(text);
  if (Number.isNaN(number)) return fallback;
  return hasRpx(text) ? rpxToPx(number, scale) : number;
}
