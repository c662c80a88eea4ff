/**
 * The global `Intl`, which the engine lacks: DateTimeFormat, NumberFormat and Collator over the other files of this
 * folder. Logic process; called by programs and by libraries that look for it.
 */

import { compareStrings } from './collation.js';
import { formatDate } from './dates.js';
import { resolveLocale } from './locales.js';
import { formatNumber } from './numbers.js';

function define(name, formatName, make, resolved) {
  function Format(locales, options = {}) {
    if (!(this instanceof Format)) return new (/** @type {any} */ (Format))(locales, options);
    const locale = resolveLocale(locales);
    const given = { ...options };
    Object.defineProperty(this, formatName, { value: make(locale, given) });
    Object.defineProperty(this, 'resolvedOptions', { value: () => ({ locale: locale.tag, ...resolved(given) }) });
  }
  Object.defineProperty(Format, 'name', { value: name });
  Format.supportedLocalesOf = (locales) =>
    (Array.isArray(locales) ? locales : [locales]).filter((tag) => /^(?:zh|en)(?:-|$)/i.test(tag));
  return Format;
}

function ownZone() {
  const minutes = -new Date().getTimezoneOffset();
  if (minutes === 0) return 'UTC';
  if (minutes === 480) return 'Asia/Shanghai';
  const hours = minutes / 60;
  return Number.isInteger(hours) ? `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}` : 'UTC';
}

const Intl = {
  DateTimeFormat: define(
    'DateTimeFormat',
    'format',
    (locale, options) => (date) =>
      formatDate(date === undefined ? new Date() : date, locale, options, 'any', 'date'),
    (options) => ({ calendar: 'gregory', numberingSystem: 'latn', timeZone: options.timeZone || ownZone() }),
  ),
  NumberFormat: define(
    'NumberFormat',
    'format',
    (locale, options) => (value) =>
      formatNumber(typeof value === 'bigint' ? value : Number(value), locale, options),
    (options) => ({ numberingSystem: 'latn', style: options.style || 'decimal', ...options }),
  ),
  Collator: define(
    'Collator',
    'compare',
    (locale, options) => (left, right) => compareStrings(String(left), String(right), locale, options),
    (options) => ({ usage: 'sort', sensitivity: 'variant', numeric: false, ...options }),
  ),
};
Object.defineProperty(Intl, Symbol.toStringTag, { value: 'Intl' });
Object.defineProperty(globalThis, 'Intl', { value: Intl, writable: true, configurable: true });
