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
  __handset.startApp(message.launch_options.path);
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
