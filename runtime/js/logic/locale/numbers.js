/**
 * Number.prototype.toLocaleString, BigInt.prototype.toLocaleString and Intl.NumberFormat for Chinese and English.
 * Logic process. Rounds the shortest decimal form of a number, halves away from zero, as ICU does.
 */

import { resolveLocale } from './locales.js';

const CURRENCY_DIGITS = { JPY: 0, KRW: 0 };

/** The text of a number or BigInt. `options` as those of Intl.NumberFormat. */
export function formatNumber(value, locale, options = {}) {
  if (typeof value === 'number' && Number.isNaN(value)) return 'NaN';
  const style = options.style || 'decimal';
  const isNegative = value < 0 || Object.is(value, -0);
  let digits = decimalText(typeof value === 'bigint' ? (value < 0n ? -value : value) : Math.abs(value));
  let suffix = '';
  if (style === 'percent') digits = shifted(digits, 2);
  if (options.notation === 'compact' && digits !== '∞') [digits, suffix] = compact(digits, locale);
  const text = digits === '∞' ? digits : written(digits, limits(options, style, suffix), options, suffix);
  return withSign(affixed(text + suffix, style, locale, options), isNegative, Number(value) === 0, options.signDisplay);
}

/** `1.5e-7` → `0.00000015`. */
function decimalText(value) {
  if (value === Infinity) return '∞';
  const [mantissa, exponent] = String(value).split('e');
  return exponent === undefined ? mantissa : shifted(mantissa, Number(exponent));
}

function shifted(digits, places) {
  if (digits === '∞') return digits;
  const [whole, fraction = ''] = digits.split('.');
  const all = whole + fraction;
  const point = whole.length + places;
  if (point <= 0) return `0.${'0'.repeat(-point)}${all}`;
  const padded = all.padEnd(point, '0');
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  return point < padded.length ? `${left}.${padded.slice(point)}` : left;
}

function compact(digits, locale) {
  const value = Number(digits);
  for (const [size, word] of locale.words.compact) {
    if (value >= size) return [shifted(digits, -Math.round(Math.log10(size))), word];
  }
  return [digits, ''];
}

function limits(options, style, suffix) {
  if (options.maximumSignificantDigits !== undefined || options.minimumSignificantDigits !== undefined) {
    const most = within(options.maximumSignificantDigits, 1, 21, 21, 'maximumSignificantDigits');
    return { significant: most, least: within(options.minimumSignificantDigits, 1, most, 1, 'minimumSignificantDigits') };
  }
  const money = options.currency && CURRENCY_DIGITS[options.currency.toUpperCase()];
  const usual = style === 'currency' ? (money === undefined ? 2 : money) : 0;
  const given = options.minimumFractionDigits;
  if (options.notation === 'compact' && given === undefined && options.maximumFractionDigits === undefined) {
    return { compact: true };
  }
  const most = options.maximumFractionDigits;
  const low = within(given, 0, 100, Math.min(usual, most === undefined ? usual : most), 'minimumFractionDigits');
  const high = Math.max(low, style === 'decimal' ? 3 : usual);
  return { from: low, to: within(most, low, 100, high, 'maximumFractionDigits') };
}

function within(value, low, high, fallback, name) {
  if (value === undefined) return fallback;
  const number = Math.floor(Number(value));
  if (!(number >= low && number <= high)) throw new RangeError(`${name} value is out of range.`);
  return number;
}

function written(digits, limit, options, suffix) {
  let text = digits;
  if (limit.compact) {
    const whole = digits.split('.')[0];
    text = trimmed(rounded(digits, whole.length === 1 && whole !== '0' ? 1 : 0), 0);
    if (whole === '0') text = trimmed(significant(digits, 2), 0);
  } else if (limit.significant) {
    text = significant(digits, limit.significant);
    text = padded(trimmed(text, 0), limit.least);
  } else {
    text = trimmed(rounded(digits, limit.to), limit.from);
  }
  let [whole, fraction = ''] = text.split('.');
  whole = whole.padStart(within(options.minimumIntegerDigits, 1, 21, 1, 'minimumIntegerDigits'), '0');
  const groups = options.useGrouping !== false && options.useGrouping !== 'false' && !(suffix && whole.length < 5);
  if (groups) whole = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction ? `${whole}.${fraction}` : whole;
}

/** The decimal text with `places` digits behind the point. */
function rounded(digits, places) {
  const [whole, fraction = ''] = digits.split('.');
  if (fraction.length <= places) return places ? `${whole}.${fraction.padEnd(places, '0')}` : whole;
  const kept = BigInt(whole + fraction.slice(0, places)) + (fraction[places] >= '5' ? 1n : 0n);
  const all = String(kept).padStart(places + 1, '0');
  return places ? `${all.slice(0, -places)}.${all.slice(-places)}` : all;
}

function significant(digits, count) {
  const bare = digits.replace('.', '').replace(/^0+/, '');
  if (!bare) return '0';
  const whole = digits.split('.')[0];
  const leading = whole === '0' ? -(digits.split('.')[1].match(/^0*/)[0].length) : whole.length;
  const places = count - leading;
  return places >= 0 ? rounded(digits, places) : shifted(rounded(shifted(digits, places), 0), -places);
}

function padded(text, least) {
  const missing = least - text.replace('.', '').replace(/^0+(?=.)/, '').length;
  return missing > 0 ? `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(missing)}` : text;
}

/** Without zeros at the end, beyond `least` digits behind the point. */
function trimmed(text, least) {
  let [whole, fraction = ''] = text.split('.');
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return fraction ? `${whole}.${fraction}` : whole;
}

function affixed(text, style, locale, options) {
  if (style === 'percent') return `${text}%`;
  if (style !== 'currency') return text;
  if (!options.currency) throw new TypeError('Currency code is required with currency style.');
  const code = options.currency.toUpperCase();
  const symbol = options.currencyDisplay === 'code' ? undefined : locale.words.currencies[code];
  if (symbol === undefined) return `${code}\u00a0${text}`;
  return (options.currencyDisplay === 'narrowSymbol' ? symbol.replace(/^[A-Z]+/, '') : symbol) + text;
}

function withSign(text, isNegative, isZero, display = 'auto') {
  if (isNegative && display !== 'never' && !(display === 'exceptZero' && isZero)) return `-${text}`;
  return display === 'always' || (display === 'exceptZero' && !isZero) ? `+${text}` : text;
}

Number.prototype.toLocaleString = function toLocaleString(locales, options) {
  return formatNumber(Number(this), resolveLocale(locales), options);
};
BigInt.prototype.toLocaleString = function toLocaleString(locales, options) {
  return formatNumber(BigInt(/** @type {any} */ (this)), resolveLocale(locales), options);
};
for (const method of [Number.prototype, BigInt.prototype]) {
  Object.defineProperty(method, 'toLocaleString', { enumerable: false });
}
