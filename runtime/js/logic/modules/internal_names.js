/**
 * Names that no page of the reference promises, but that phones have and programs read: `__wxConfig`, `__wxAppCode__`,
 * `__wxRoute`. Logic process. Their values are made when a program asks for them.
 */

import { clone } from '../base/copy.js';
import { launched } from '../base/launched.js';

const PAGE_ENDING = '.html';

function copyOf(value) {
  return clone(value === undefined ? {} : value);
}

/** A program that runs without wx.* is one under development as well. */
function account() {
  try {
    return globalThis.wx.getAccountInfoSync().miniProgram;
  } catch (_none) {
    return { appId: '', envVersion: 'develop', version: '' };
  }
}

/** Assumed: the members that programs in the wild read. */
function wxConfig() {
  const { app, pages } = launched.program;
  const page = {};
  for (const path of Object.keys(pages)) page[path + PAGE_ENDING] = { window: copyOf(pages[path].window) };
  const { appId, envVersion, version } = account();
  const tabBar = copyOf(app.tabBar);
  for (const tab of tabBar.list || []) tab.pagePath += PAGE_ENDING;
  return {
    ...copyOf(app),
    pages: Object.keys(pages),
    entryPagePath: app.entryPagePath + PAGE_ENDING,
    page,
    global: { window: copyOf(app.window) },
    ...(app.tabBar === undefined ? {} : { tabBar }),
    envVersion,
    accountInfo: { appId, envVersion, version },
    platform: launched.device.platform,
    debug: false,
  };
}

/** The JSON files of the program, by path. */
function appCode() {
  const { app, components } = launched.program;
  const code = { 'app.json': copyOf(app) };
  for (const path of Object.keys(components)) code[`${path}.json`] = copyOf(components[path].json);
  return code;
}

function defineLazily(name, make) {
  const keep = (value) => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
    return value;
  };
  Object.defineProperty(globalThis, name, { get: () => keep(make()), set: keep, configurable: true });
}

defineLazily('__wxConfig', wxConfig);
defineLazily('__wxAppCode__', appCode);

/** The script of a page or component is about to run. */
export function beginRoute(path) {
  globalThis.__wxRoute = path;
}

beginRoute(undefined);
