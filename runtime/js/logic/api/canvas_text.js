/**
 * measureText: asks the view, which has the fonts, and keeps the answers, since programs measure the same texts again
 * and again (one question takes milliseconds).
 *
 * Runs in the logic process (QuickJS); one for a program, made by facade.js. Sends the canvas job `measure`.
 */

import { bareClass } from '../base/records.js';

/** @import { CanvasLink } from './canvas_link.js' */

const MAX_KEPT = 20000;
const FIELDS = [
  'width', 'actualBoundingBoxLeft', 'actualBoundingBoxRight', 'actualBoundingBoxAscent', 'actualBoundingBoxDescent',
  'fontBoundingBoxAscent', 'fontBoundingBoxDescent',
];
const FALLBACK_WIDTH_EM = 0.5;

export class TextMeasures {
  /** @param {CanvasLink} link */
  constructor(link) {
    this.link = link;
    /** @type {Map<string, number[]>} */
    this.kept = new Map();
  }

  /**
   * @param {number} pageId whose fonts count
   * @param {{font: string, textAlign?: string, textBaseline?: string, direction?: string, letterSpacing?: string}} style
   * @param {unknown} value
   */
  of(pageId, style, value) {
    const text = String(value);
    const { font, textAlign = 'start', textBaseline = 'alphabetic', direction = 'inherit', letterSpacing = '0px' } = style;
    // Words that say nothing do not make another font.
    const key = `${font.replace(/^(normal\s+)+/, '')}\n${textAlign} ${textBaseline} ${direction} ${letterSpacing}\n${text}`;
    /** @type {any} */
    let values = this.kept.get(key);
    if (values === undefined) {
      const looks = { font, textAlign, textBaseline, direction, letterSpacing };
      const answer = this.link.ask(pageId, ['measure', looks, text]);
      if (answer === null) return { width: text.length * FALLBACK_WIDTH_EM * sizeOf(font) };
      ({ values } = answer);
      if (answer.isFinal) this._keep(key, values);
    }
    const measures = {};
    for (let i = 0; i < FIELDS.length; i++) measures[FIELDS[i]] = values[i];
    return measures;
  }

  _keep(key, values) {
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(key, values);
  }
}
bareClass(TextMeasures);

/** The size in the text of a font, in px. */
function sizeOf(font) {
  const found = /[\d.]+px/.exec(font);
  return (found !== null && parseFloat(found[0])) || 10;
}
