/**
 * Message Launch: the program arrives; `wx` is installed and app.js runs. Logic process. Sends Launched.
 */
'use strict';

const { receivers } = __handset;
const EMPTY_DEFINITION = { tree: [], nodes: [], wire: 0, binds: [], regions: [], hosts: [] };

receivers.launch = function (message) {
  __handset.program = message.program;
  __handset.settings = message.settings;
  __handset.device = message.device;
  __handset.launchOptions = message.launch_options;
  __handset.installApi();
  const { app_script: script } = message.program;
  if (script) {
    try {
      __handset.host.running(`${script} (module)`, `${script}:1`);
      __handset.loadScript(script);
    } catch (error) {
      __handset.reportUncaught(error, `${script} (module)`, null);
    }
    if (!__handset.isAppRegistered()) __handset.warn(`${script} does not call App()`);
  }
  __handset.post({ m: 'launched' });
};

receivers['device-changed'] = function (message) {
  __handset.device = message.device;
};

/** The body of a page without a usable template. */
__handset.emptyBody = function (component) {
  const file = component.definition.config.template || component.path;
  const source = { def: { file, ...EMPTY_DEFINITION }, values: () => [], deps: [], all: [], regions: [] };
  const block = __handset.makeBlock({ path: file, imports: [], templates: new Map(), blocks: [] }, source);
  return __handset.createFragment(block, component, component.view, [], null, null);
};
