/**
 * String.prototype.localeCompare for Chinese and English. Logic process. Compares as ICU does by default: first by
 * letters, then by accents, then by case (small letters first). In Chinese, characters follow the order of their
 * pinyin and stand before Latin letters; in English they follow their code points behind all letters.
 */

import { resolveLocale } from './locales.js';
import { PINYIN_ORDER } from './pinyin_order.js';

const MARKS = '_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';
const CLASSES = { space: 0, mark: 1, digit: 2, han: 3, letter: 4, other: 5 };
let pinyin = null;

function pinyinOrder() {
  if (pinyin === null) {
    pinyin = new Map();
    let index = 0;
    for (const character of PINYIN_ORDER) pinyin.set(character, (index += 1));
  }
  return pinyin;
}

/** A number that orders a character by what it is, apart from accents and case. */
function weight(character, isChinese) {
  const code = character.codePointAt(0);
  if (/\s/.test(character)) return [CLASSES.space, code];
  if (code >= 48 && code <= 57) return [CLASSES.digit, code];
  if (/[a-z]/.test(character)) return [CLASSES.letter, code];
  if (code >= 0x3400 && code <= 0x9fff) {
    if (!isChinese) return [CLASSES.other, 0x10000 + code];
    return [CLASSES.han, pinyinOrder().get(character) || 0x10000 + code];
  }
  const mark = MARKS.indexOf(character);
  if (mark >= 0) return [CLASSES.mark, mark];
  return [/\p{L}/u.test(character) ? CLASSES.other : CLASSES.mark, 0x1000 + code];
}

/** What a text is compared by: letters with their weights, accents, case. */
function keyOf(text, isChinese, isNumeric) {
  const weights = [];
  let accents = '';
  let cases = '';
  for (const character of text.normalize('NFD')) {
    if (/\p{M}/u.test(character)) {
      accents += character;
      continue;
    }
    const small = character.toLowerCase();
    const last = weights[weights.length - 1];
    const pair = weight(small, isChinese);
    if (isNumeric && pair[0] === CLASSES.digit && last && last[0] === CLASSES.digit) last[1] = last[1] * 10 + pair[1] - 48;
    else weights.push(isNumeric && pair[0] === CLASSES.digit ? [pair[0], pair[1] - 48] : pair);
    accents += ' ';
    cases += small === character ? '0' : '1';
  }
  return { weights, accents, cases };
}

function compareWeights(left, right) {
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const order = left[i][0] - right[i][0] || left[i][1] - right[i][1];
    if (order !== 0) return Math.sign(order);
  }
  return Math.sign(left.length - right.length);
}

function compareText(left, right) {
  return left < right ? -1 : Number(left > right);
}

/** -1, 0 or 1. `options` as those of Intl.Collator: `numeric`, `sensitivity`, `caseFirst`. */
export function compareStrings(left, right, locale, options = {}) {
  if (left === right) return 0;
  const isChinese = locale.language === 'zh';
  const one = keyOf(left, isChinese, Boolean(options.numeric));
  const two = keyOf(right, isChinese, Boolean(options.numeric));
  const sensitivity = options.sensitivity || 'variant';
  let order = compareWeights(one.weights, two.weights);
  if (order === 0 && (sensitivity === 'accent' || sensitivity === 'variant')) order = compareText(one.accents, two.accents);
  if (order === 0 && (sensitivity === 'case' || sensitivity === 'variant')) {
    order = compareText(one.cases, two.cases) * (options.caseFirst === 'upper' ? -1 : 1);
  }
  return order;
}

Object.defineProperty(String.prototype, 'localeCompare', {
  value: {
    localeCompare(that, locales, options) {
      if (this === undefined || this === null) throw new TypeError('String.prototype.localeCompare called on null or undefined');
      return compareStrings(String(this), String(that), resolveLocale(locales), options);
    },
  }.localeCompare,
  writable: true,
  configurable: true,
});
