/**
 * App() and getApp(). Logic process. The App's life cycle is called by route steps (`routes.js`).
 */
'use strict';

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
__handset.appInstance = () => app;

/** Whether the program has called App(). */
__handset.isAppRegistered = () => registered;

function isIndependent(path) {
  const { program } = __handset;
  const root = program.pages[path] === undefined ? '' : program.pages[path].package;
  if (root === '') return false;
  return (program.app.subPackages || []).some((entry) => entry.root === root && entry.independent);
}

function loadApp() {
  const { app_script: script } = __handset.program;
  if (!script) return;
  try {
    __handset.host.running(`${script} (module)`, `${script}:1`);
    __handset.loadScript(script);
  } catch (error) {
    __handset.reportUncaught(error, `${script} (module)`, null);
  }
  if (!registered) __handset.warn(`${script} does not call App()`);
}

/**
 * The page is about to be opened: app.js runs before the first page outside independent packages, and what the App's
 * life cycle has missed until then is called. Source: independent subpackage guide.
 */
__handset.enterPackageOf = function (path) {
  if (deferred === null || isIndependent(path)) return;
  const missed = deferred;
  deferred = null;
  loadApp();
  for (const [name, args] of missed) __handset.callApp(name, args);
};

/** app.js at the start of a program whose first page is `path`. */
__handset.startApp = function (path) {
  if (isIndependent(path)) deferred = [];
  else loadApp();
};

/** Calls a method of the App, if it has it. */
__handset.callApp = function (name, args) {
  if (deferred !== null && (name === 'onLaunch' || name === 'onShow')) {
    deferred.push([name, args]);
    return undefined;
  }
  if (app === null || typeof app[name] !== 'function') return undefined;
  return __handset.run(app[name], app, args, 'App', name, null);
};
