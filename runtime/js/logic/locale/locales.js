/**
 * Which language a locale argument means, and the words and patterns of each. Logic process; called by the other files
 * of this folder. Two languages are known, Chinese and English; any other counts as English.
 * Observed: V8 with full ICU for zh-CN and en-US.
 */

import { launched } from '../base/launched.js';

const ENGLISH = {
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  shortWeekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  narrowWeekdays: ['S', 'M', 'T', 'W', 'T', 'F', 'S'],
  hour12: true,
  compact: [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']],
  currencies: { USD: '$', CNY: 'CN¥', EUR: '€', GBP: '£', JPY: '¥', HKD: 'HK$', TWD: 'NT$', KRW: '₩', INR: '₹' },
};
const CHINESE = {
  months: ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'],
  shortMonths: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  shortWeekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  narrowWeekdays: ['日', '一', '二', '三', '四', '五', '六'],
  hour12: false,
  compact: [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']],
  currencies: { CNY: '¥', USD: 'US$', EUR: '€', GBP: '£', JPY: 'JP¥', HKD: 'HK$', TWD: 'NT$', KRW: '￦', INR: '₹' },
};
const TAG = /^[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*$/i;

/**
 * The locale that an argument of `toLocaleString` and its kin means: `{tag, language, words}`.
 * Throws RangeError for what is no language tag, TypeError for what is no text.
 */
export function resolveLocale(locales) {
  const wanted = locales === undefined ? [] : Array.isArray(locales) ? locales : [locales];
  for (const tag of wanted) {
    if (typeof tag !== 'string') throw new TypeError('Incorrect locale information provided');
    if (!TAG.test(tag) || tag.includes('_')) throw new RangeError(`Incorrect locale information provided`);
  }
  const tag = wanted[0] || deviceTag();
  const isChinese = /^zh(?:-|$)/i.test(tag);
  const isBritish = /^en-(?:GB|AU|NZ|IN)$/i.test(tag);
  return { tag, language: isChinese ? 'zh' : 'en', words: isChinese ? CHINESE : ENGLISH, dayFirst: isBritish };
}

function deviceTag() {
  const language = launched.device && launched.device.language;
  return typeof language === 'string' && language ? language.replace('_', '-') : 'zh-CN';
}
