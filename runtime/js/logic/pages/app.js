/**
 * App() and getApp(). Logic process. The App's life cycle is called by route steps (`routes.js`).
 */

import { warn } from '../base/console.js';
import { reportUncaught, run, uncaught } from '../base/failures.js';
import { host } from '../base/host.js';
import { launched } from '../base/launched.js';
import { unhandledRejection } from '../base/promises.js';
import { eventIsHandled, eventIsOver } from '../debugging/triggers.js';
import { loadScript } from '../modules/require.js';

let app = null;
let registered = false;
/** Calls that wait for App(): not null while only an independent package is loaded. */
let deferred = null;

globalThis.App = function App(options) {
  // What an independent package got by `allowDefault` becomes the App.
  app = Object.assign(registered || app === null ? {} : app, options);
  registered = true;
};

globalThis.getApp = function getApp(options) {
  if (app === null && options && options.allowDefault) app = {};
  return app === null ? undefined : app;
};

/** The App instance; null before App() has run. */
export const appInstance = () => app;

function isIndependent(path) {
  const { program } = launched;
  const root = program.pages[path] === undefined ? '' : program.pages[path].package;
  if (root === '') return false;
  return (program.app.subPackages || []).some((entry) => entry.root === root && entry.independent);
}

function loadApp() {
  const { app_script: script } = launched.program;
  if (!script) return;
  try {
    host.running(`${script} (module)`, `${script}:1`);
    loadScript(script);
  } catch (error) {
    reportUncaught(error, `${script} (module)`, null);
  }
  if (!registered) warn(`${script} does not call App()`);
}

/**
 * The page is about to be opened: app.js runs before the first page outside independent packages, and what the App's
 * life cycle has missed until then is called. Source: independent subpackage guide.
 */
export function enterPackageOf(path) {
  if (deferred === null || isIndependent(path)) return;
  const missed = deferred;
  deferred = null;
  loadApp();
  for (const [name, args] of missed) callApp(name, args);
}

/** app.js at the start of a program whose first page is `path`. */
export function startApp(path) {
  if (isIndependent(path)) deferred = [];
  else loadApp();
}

/** Calls a method of the App, if it has it. */
export function callApp(name, args) {
  if (deferred !== null && (name === 'onLaunch' || name === 'onShow')) {
    deferred.push([name, args]);
    return undefined;
  }
  if (app === null || typeof app[name] !== 'function') return undefined;
  eventIsHandled(name);
  const result = run(app[name], app, args, `App ${name}`);
  eventIsOver();
  return result;
}

uncaught.add((text) => callApp('onError', [text]));
unhandledRejection.add((rejection) => callApp('onUnhandledRejection', [rejection]));
