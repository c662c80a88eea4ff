/**
 * The global `worker` of a worker's scripts, and its start. Process of a worker (simulator/worker/wx_workers.py).
 * Takes the messages Launch and ApiEvent `onMessage`; sends ApiEvent `onMessage` to the program that created it.
 * Scripts see the files of the workers folder alone.
 *
 * Source: framework guide, multi-thread worker.
 */
'use strict';

const { api, receivers } = __handset;
const USER_DATA_PATH = 'http://usr';
const bridge = {
  callApi: (name, args, callId, isSync) => __handset.host.callApi(name, args, callId, isSync, 0, false),
  later: __handset.queueTask,
  guard: (where, fn, self, args) => __handset.run(fn, self, args, where, '', null),
};
const listeners = new api.Listeners(bridge, 'worker');

/** Only what lies below the workers folder can be required. */
function ownScripts(scripts, folder) {
  return Object.fromEntries(Object.entries(scripts).filter(([path]) => path.startsWith(`${folder}/`)));
}

function makeWorker(table) {
  const calls = new api.Calls(bridge);
  let files = null;
  return {
    env: { USER_DATA_PATH },
    onMessage: (listener) => listeners.add('onMessage', listener),
    postMessage(message) {
      __handset.post({ m: 'api-event', name: 'onMessage', detail: { message: JSON.parse(api.encode(message, true)) } });
    },
    getFileSystemManager: () => (files = files || api.fileSystemManager(calls, table)),
  };
}

receivers.launch = function (message) {
  const { folder, script } = message.settings.worker;
  __handset.program = { scripts: ownScripts(message.program.scripts, folder), aliases: message.program.aliases };
  globalThis.worker = makeWorker(message.settings.apis);
  try {
    __handset.loadScript(script);
  } catch (error) {
    __handset.reportUncaught(error, `${script} (worker)`, null);
  }
};

receivers['api-event'] = function (message) {
  listeners.fire(message.name, api.decode(message.detail.message));
};
