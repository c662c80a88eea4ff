/**
 * App() and getApp(). Logic process. The App's life cycle is called by route steps (`routes.js`).
 */
'use strict';

let app = null;
let registered = false;

globalThis.App = function App(options) {
  registered = true;
  app = Object.assign({}, options);
  for (const name of Object.keys(app)) {
    if (typeof app[name] === 'function') app[name] = __handset.watchedMethod(app[name]);
  }
};

globalThis.getApp = function getApp(options) {
  if (app === null && options && options.allowDefault) app = {};
  return app === null ? undefined : app;
};

/** The App instance; null before App() has run. */
__handset.appInstance = () => app;

/** Whether the program has called App(). */
__handset.isAppRegistered = () => registered;

/** Calls a method of the App, if it has it. */
__handset.callApp = function (name, args) {
  if (app === null || typeof app[name] !== 'function') return undefined;
  return __handset.run(app[name], app, args, 'App', name, null);
};
