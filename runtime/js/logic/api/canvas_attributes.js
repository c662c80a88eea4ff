/**
 * The properties of a 2d context: what they start with, and which values they take. A value that is refused leaves the
 * old one, as in a browser.
 *
 * Runs in the logic process (QuickJS); used by canvas_context_2d.js.
 */

import { CanvasMatrix } from './canvas_matrix.js';
import { CanvasGradient, CanvasPattern } from './canvas_paints.js';

export const REFUSED = Symbol('refused');
const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
/** A font has a size, or is one of the system's. */
const FONT = /\d(px|pt|em|rem|ex|ch|vw|vh|in|cm|mm|pc|q)\b|\d%|(small|medium|large|larger|smaller)\b|^[a-z-]+$/i;
const BLENDS = [
  'source-over', 'source-in', 'source-out', 'source-atop', 'destination-over', 'destination-in', 'destination-out',
  'destination-atop', 'lighter', 'copy', 'xor', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge',
  'color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity',
];

const color = (value) => {
  const text = String(value).trim();
  if (!HEX.test(text)) return text === '' ? REFUSED : text;
  const lower = text.toLowerCase();
  return lower.length === 7 ? lower : `#${[...lower.slice(1)].map((digit) => digit + digit).join('')}`;
};

const paint = (value) => {
  if (value instanceof CanvasGradient || value instanceof CanvasPattern) return value;
  return typeof value === 'string' ? color(value) : REFUSED;
};

const number = (isGood) => (value) => {
  const found = Number(value);
  return found - found === 0 && isGood(found) ? found : REFUSED;
};

const oneOf = (...words) => (value) => (words.includes(value) ? value : REFUSED);
const text = (value) => String(value);
const positive = number((value) => value > 0);
const any = number(() => true);

/** Name → [start value, what becomes of a value]. */
export const CANVAS_STATE = {
  fillStyle: ['#000000', paint],
  strokeStyle: ['#000000', paint],
  globalAlpha: [1, number((value) => value >= 0 && value <= 1)],
  globalCompositeOperation: ['source-over', oneOf(...BLENDS)],
  lineWidth: [1, positive],
  lineCap: ['butt', oneOf('butt', 'round', 'square')],
  lineJoin: ['miter', oneOf('miter', 'round', 'bevel')],
  miterLimit: [10, positive],
  lineDashOffset: [0, any],
  font: ['10px sans-serif', (value) => (FONT.test(String(value)) ? String(value) : REFUSED)],
  textAlign: ['start', oneOf('start', 'end', 'left', 'right', 'center')],
  textBaseline: ['alphabetic', oneOf('alphabetic', 'top', 'hanging', 'middle', 'ideographic', 'bottom')],
  direction: ['inherit', oneOf('ltr', 'rtl', 'inherit')],
  shadowBlur: [0, number((value) => value >= 0)],
  shadowColor: ['rgba(0, 0, 0, 0)', color],
  shadowOffsetX: [0, any],
  shadowOffsetY: [0, any],
  imageSmoothingEnabled: [true, Boolean],
  imageSmoothingQuality: ['low', oneOf('low', 'medium', 'high')],
  filter: ['none', text],
  letterSpacing: ['0px', text],
  wordSpacing: ['0px', text],
  fontKerning: ['auto', oneOf('auto', 'normal', 'none')],
  fontStretch: ['normal', text],
  fontVariantCaps: ['normal', text],
  textRendering: ['auto', text],
};

/** The state of a new context. */
export function startState() {
  const state = { matrix: new CanvasMatrix(), lineDash: [] };
  for (const name of Object.keys(CANVAS_STATE)) state[name] = CANVAS_STATE[name][0];
  return state;
}
