/** What the rules of a form mean: each validator returns what is wrong, or nothing. */

const length = (value) => String(value === undefined || value === null ? '' : value).length;
const bytes = (value) => String(value || '').replace(/[^\x00-\xff]/g, '**').length;
const isGiven = (value) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '');
const unless = (isRight, message) => (isRight ? '' : message);
const matches = (pattern, message) => (value) => unless(pattern.test(String(value)), message);

/** name of the rule → (value, what the rule says, all values) → message. */
const VALIDATORS = {
  minlength: (value, least) => unless(length(value) >= least, `长度最少为${least}`),
  maxlength: (value, most) => unless(length(value) <= most, `长度最大为${most}`),
  rangelength: (value, [least, most]) => unless(length(value) >= least && length(value) <= most, `长度在${least}到${most}之间`),
  bytelength: (value, { min = 0, max = Infinity } = {}) => unless(bytes(value) >= min && bytes(value) <= max, `最多只能输入${max}个字`),
  range: (value, [least, most]) => unless(value >= least && value <= most, `请输入值在${least}到${most}之间`),
  min: (value, least) => unless(Number(value) >= least, `值最小为${least}`),
  max: (value, most) => unless(Number(value) <= most, `值最大为${most}`),
  mobile: matches(/^1\d{10}$/, '请输入正确的手机号'),
  email: matches(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, '请输入正确的电子邮件'),
  url: matches(/^https?:\/\/[^\s/]+\.[^\s]+$/i, '请输入正确的网址'),
  equalTo: (value, other, values) => unless(value === values[other], '值和字段' + other + '不相等'),
};

/** The first rule of a field that its value breaks: `{name, message, rule}`; null if there is none. */
function check({ name, rules }, values, own) {
  const value = values[name];
  for (const rule of [].concat(rules || [])) {
    const message = broken(rule, value, values, own);
    if (message) return { name, message: rule.message || message, rule };
  }
  return null;
}

function broken(rule, value, values, own) {
  if (rule.required && !isGiven(value)) return '此字段必填';
  if (typeof rule.validator === 'function') return rule.validator(rule, value, rule.param, values);
  if (!isGiven(value)) return '';
  for (const name of Object.keys(rule)) {
    if (own[name] && rule[name]) return own[name](rule, value, rule[name], values);
    if (VALIDATORS[name] && rule[name] !== false) return VALIDATORS[name](value, rule[name], values);
  }
  return '';
}

module.exports = { check };
