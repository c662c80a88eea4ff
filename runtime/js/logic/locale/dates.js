/**
 * Date.prototype.toLocaleString, toLocaleDateString and toLocaleTimeString for Chinese and English. Logic process.
 * Time zones: the machine's own, UTC, and those of East Asia, which have no summer time; any other counts as the own.
 */

import { resolveLocale } from './locales.js';

const DATE_FIELDS = ['weekday', 'year', 'month', 'day'];
const TIME_FIELDS = ['hour', 'minute', 'second', 'fractionalSecondDigits', 'dayPeriod'];
const OFFSETS = {
  utc: 0, gmt: 0, 'etc/utc': 0, 'etc/gmt': 0, 'asia/shanghai': 480, 'asia/chongqing': 480, 'asia/urumqi': 360, prc: 480,
  'asia/hong_kong': 480, 'asia/macau': 480, 'asia/taipei': 480, 'asia/singapore': 480, 'asia/tokyo': 540, 'asia/seoul': 540,
};
const STYLES = {
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { year: '2-digit', month: 'numeric', day: 'numeric' },
};

/** The text of a date. `needed` and `usual`: `date`, `time` or `any`/`all`, as the three methods have it. */
export function formatDate(date, locale, options, needed, usual) {
  const time = Number(date);
  if (Number.isNaN(time)) return 'Invalid Date';
  const wanted = withDefaults(options || {}, locale, needed, usual);
  const parts = partsOf(time, wanted.timeZone);
  const day = dateText(parts, wanted, locale);
  const clock = timeText(parts, wanted, locale);
  const glue = locale.language === 'zh' ? (isWeekdayAlone(wanted) ? '' : ' ') : isInWords(wanted) ? ' at ' : ', ';
  return day && clock ? day + glue + clock : day + clock;
}

function withDefaults(options, locale, needed, usual) {
  const wanted = { ...options };
  if (options.dateStyle || options.timeStyle) {
    Object.assign(wanted, options.dateStyle && styled(options.dateStyle, locale));
    if (options.timeStyle) {
      Object.assign(wanted, { hour: 'numeric', minute: '2-digit' }, options.timeStyle !== 'short' && { second: '2-digit' });
      wanted.zone = options.timeStyle === 'full' || options.timeStyle === 'long';
    }
    return wanted;
  }
  const asked = [...(needed === 'time' ? [] : DATE_FIELDS), ...(needed === 'date' ? [] : TIME_FIELDS)];
  if (asked.some((name) => options[name] !== undefined)) return wanted;
  if (usual !== 'time') Object.assign(wanted, { year: 'numeric', month: 'numeric', day: 'numeric' });
  if (usual !== 'date') Object.assign(wanted, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
  return wanted;
}

function isWeekdayAlone(wanted) {
  return wanted.weekday && !wanted.year && !wanted.month && !wanted.day;
}

function isInWords(wanted) {
  return wanted.month === 'long';
}

function styled(style, locale) {
  if (!STYLES[style]) throw new RangeError(`Value ${style} out of range for Intl.DateTimeFormat options property dateStyle`);
  if (locale.language !== 'zh') return STYLES[style];
  return style === 'short' ? { ...STYLES.short, year: 'numeric' } : { ...STYLES[style], month: 'long' };
}

function partsOf(time, zone) {
  const offset = zone === undefined ? undefined : OFFSETS[String(zone).toLowerCase()];
  const own = new Date(time);
  const minutes = offset === undefined ? -own.getTimezoneOffset() : offset;
  const date = new Date(time + minutes * 60000);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: date.getUTCDay(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), ms: date.getUTCMilliseconds(),
    offset: minutes,
  };
}

function two(value) {
  return String(value).padStart(2, '0');
}

function number(value, form) {
  return form === '2-digit' ? two(value % 100) : String(value);
}

function dateText(parts, wanted, locale) {
  const { words } = locale;
  const weekdays = { long: words.weekdays, short: words.shortWeekdays, narrow: words.narrowWeekdays }[wanted.weekday];
  const weekday = weekdays ? weekdays[parts.weekday] : '';
  const fields = {
    year: wanted.year && number(parts.year, wanted.year),
    month: wanted.month && number(parts.month + 1, wanted.month === '2-digit' ? '2-digit' : 'numeric'),
    day: wanted.day && number(parts.day, wanted.day),
    name: monthName(parts.month, wanted.month, words),
  };
  const text = locale.language === 'zh' ? chineseDate(fields, wanted) : englishDate(fields, wanted, locale);
  if (!weekday || !text) return weekday || text;
  if (locale.language === 'zh') return text + weekday;
  if (wanted.day && !wanted.month && !wanted.year) return `${text} ${weekday}`;
  return `${weekday}, ${text}`;
}

function monthName(month, form, words) {
  if (form === 'long') return words.months[month];
  return form === 'short' || form === 'narrow' ? words.shortMonths[month] : '';
}

function chineseDate(fields, wanted) {
  const { year, month, day } = fields;
  // A weekday in full makes the date one in words.
  const name = fields.name || (year && month && day && wanted.weekday === 'long' ? month : '');
  if (name) {
    if (!year && !day) return name;
    return (year ? `${year}年` : '') + (month && !/\D/.test(month) ? `${month}月` : name) + (day ? `${day}日` : '');
  }
  if (month && day) return [year, month, day].filter(Boolean).join('/');
  return (year ? `${year}年` : '') + (month ? `${month}月` : '') + (day ? `${day}日` : '');
}

function englishDate(fields, wanted, locale) {
  const { year, month, day, name } = fields;
  if (!name) {
    if (!locale.dayFirst) return [month, day, year].filter(Boolean).join('/');
    const padded = wanted.year && wanted.day && wanted.month ? [two(day), two(month)] : [day, month];
    return [...padded, year].filter(Boolean).join('/');
  }
  if (locale.dayFirst) return [day, name, year].filter(Boolean).join(' ');
  const head = day ? `${name} ${day}` : name;
  if (!year) return head;
  return day ? `${head}, ${year}` : `${head} ${year}`;
}

function timeText(parts, wanted, locale) {
  const isChinese = locale.language === 'zh';
  const { hour, minute, second } = wanted;
  const halves = hour && usesHalves(wanted, locale);
  const pieces = [];
  if (hour) {
    const value = halves ? parts.hour % 12 || 12 : parts.hour;
    const isPadded = hour === '2-digit' || (!halves && (minute || second || !isChinese));
    pieces.push(isPadded ? two(value) : String(value));
  }
  if (minute) pieces.push(hour || second ? two(parts.minute) : String(parts.minute));
  if (second) pieces.push(minute || hour ? two(parts.second) : String(parts.second));
  let text = pieces.join(':');
  const places = Number(wanted.fractionalSecondDigits);
  if (places) text += (second ? '.' : '') + String(parts.ms).padStart(3, '0').slice(0, places);
  if (hour && !minute && !second && isChinese) text += '时';
  if (halves) text = isChinese ? (parts.hour < 12 ? '上午' : '下午') + text : `${text} ${parts.hour < 12 ? 'AM' : 'PM'}`;
  if (text && (wanted.zone || wanted.timeZoneName)) {
    text = isChinese ? `${zoneName(parts.offset)} ${text}` : `${text} ${zoneName(parts.offset)}`;
  }
  return text;
}

function usesHalves(wanted, locale) {
  if (wanted.hour12 !== undefined) return Boolean(wanted.hour12);
  if (wanted.hourCycle !== undefined) return wanted.hourCycle === 'h12' || wanted.hourCycle === 'h11';
  return locale.words.hour12 && !locale.dayFirst;
}

function zoneName(minutes) {
  if (minutes === 0) return 'GMT';
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${two(size % 60)}` : '';
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

const METHODS = {
  toLocaleString: ['any', 'all'],
  toLocaleDateString: ['date', 'date'],
  toLocaleTimeString: ['time', 'time'],
};
for (const [name, [needed, usual]] of Object.entries(METHODS)) {
  const method = {
    [name](locales, options) {
      if (!(this instanceof Date)) throw new TypeError('this is not a Date object.');
      const locale = resolveLocale(locales);
      let wanted = options;
      if (needed === 'date' && options && options.timeStyle) throw new TypeError('Invalid option : timeStyle');
      if (needed !== 'any' && options) {
        // Fields of the other kind come beside the usual ones, not instead of them.
        const own = needed === 'date' ? DATE_FIELDS : TIME_FIELDS;
        const hasOwn = options.dateStyle || options.timeStyle || own.some((field) => options[field] !== undefined);
        wanted = hasOwn ? options : { ...usualFields(needed), ...options };
      }
      return formatDate(this, locale, wanted, needed, usual);
    },
  }[name];
  Object.defineProperty(Date.prototype, name, { value: method, writable: true, configurable: true });
}

function usualFields(kind) {
  if (kind === 'date') return { year: 'numeric', month: 'numeric', day: 'numeric' };
  return { hour: 'numeric', minute: '2-digit', second: '2-digit' };
}
