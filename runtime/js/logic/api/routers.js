/**
 * Routers: `this.pageRouter` and `this.router` of pages and components. They route as `wx` does, but a relative path
 * counts from their own file and not from the page on top.
 *
 * Runs in the logic process (QuickJS), used by facade.js. No messages of its own.
 * Source: reference, Router.
 */

const TO_A_PAGE = ['switchTab', 'reLaunch', 'redirectTo', 'navigateTo'];

/** @param {Record<string, Function>} routes the functions of `wx` @param {string} base a page's or component's path */
export function router(routes, base) {
  const made = { navigateBack: (option) => routes.navigateBack(option) };
  for (const name of TO_A_PAGE) made[name] = (option) => routes[name](withAbsoluteUrl(option, base));
  return made;
}

function withAbsoluteUrl(option, base) {
  if (!option || typeof option !== 'object' || typeof option.url !== 'string') return option;
  return { ...option, url: absoluteUrl(option.url, base) };
}

/** `../b/b?x=1` seen from `pages/a/a` is `/pages/b/b?x=1`; what has a scheme or begins with a slash stays. */
function absoluteUrl(url, base) {
  const [path] = url.split('?', 1);
  if (path === '' || path.startsWith('/') || path.includes('://')) return url;
  const folders = base.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.' && part !== '') folders.push(part);
  }
  return `/${folders.join('/')}${url.slice(path.length)}`;
}
