/**
 * Which requests a rule of a cache manager means: an address with parts that may vary, a regular expression, or an object
 * that says method and data as well.
 *
 * Runs in the logic process (QuickJS), used by cache_manager.js. Pure. Source: reference, CacheManager.addRule.
 */

const METHOD = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +(.*)$/s;
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/**
 * @typedef {{url: string, method: string, data: any}} Asked
 * @typedef {{id: string, maxAge: number | undefined, holds: (asked: Asked, origin: string) => boolean}} Rule
 */

/** @param {any} written a text, a regular expression or an object @param {string} id of a rule that has none @returns {Rule} */
export function ruleOf(written, id) {
  const isObject = written !== null && typeof written === 'object' && !(written instanceof RegExp);
  const given = isObject ? written : { url: written };
  const parts = typeof given.url === 'string' ? METHOD.exec(given.url) : null;
  const method = given.method || (parts && parts[1]);
  const meansUrl = urlTest(parts ? parts[2] : given.url);
  const schema = Array.isArray(given.dataSchema) ? given.dataSchema : [];
  return {
    id: typeof given.id === 'string' && given.id ? given.id : id,
    maxAge: typeof given.maxAge === 'number' ? given.maxAge : undefined,
    holds: (asked, origin) =>
      (!method || String(method).toUpperCase() === asked.method) && meansUrl(asked.url, origin) && holdsAll(schema, asked.data),
  };
}

/** @param {unknown} written @returns {(url: string, origin: string) => boolean} */
function urlTest(written) {
  if (written instanceof RegExp) {
    const { source, flags } = written;
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    const namesOrigin = source.includes(':\\/\\/') || source.includes('://');
    return (url, origin) => pattern.test(url) && (namesOrigin || !origin || originOf(url) === origin);
  }
  const [path, query] = String(written).split('?');
  const wanted = pairs(query || '');
  return (url, origin) => {
    const [asked, askedQuery] = url.split('?');
    const given = new Map(pairs(askedQuery || ''));
    return isPath(originOf(path) ? path : origin + path, asked) &&
      wanted.every(([name, value]) => given.has(name) && (value === undefined || given.get(name) === value));
  };
}

function originOf(url) {
  const found = ORIGIN.exec(url);
  return found === null ? '' : found[0];
}

/** `/a/:id` means any part of that place. */
function isPath(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.split('#')[0].split('/');
  return wanted.length === given.length && wanted.every((part, at) => part === given[at] || (part[0] === ':' && given[at] !== ''));
}

function pairs(query) {
  return query.split('#')[0].split('&').filter((pair) => pair !== '').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function holdsAll(schema, data) {
  return schema.every((rule) => rule !== null && typeof rule === 'object' && holdsOne(rule.schema, data === null || data === undefined ? undefined : data[rule.name]));
}

/** One of several forms, or the only one. */
function holdsOne(schema, value) {
  return (Array.isArray(schema) ? schema : [schema]).some((one) => one !== null && typeof one === 'object' && isLike(one, value));
}

function isLike({ type, value: wanted }, value) {
  const kind = String(type);
  if (kind.slice(-2) === '[]') return Array.isArray(value) && value.every((item) => isKind(kind.slice(0, -2), item));
  if (!isKind(kind, value)) return false;
  if (wanted === undefined) return true;
  if (typeof wanted === 'function') return Boolean(wanted(value));
  if (wanted instanceof RegExp) return new RegExp(wanted.source, wanted.flags.replace(/[gy]/g, '')).test(String(value));
  return kind === 'object' && Array.isArray(wanted) ? holdsAll(wanted, value) : wanted === value;
}

function isKind(kind, value) {
  if (kind === 'any') return true;
  if (kind === 'null') return value === null;
  return kind === 'object' ? value !== null && typeof value === 'object' && !Array.isArray(value) : typeof value === kind;
}
