/**
 * The global `worker` of a worker's scripts, and its start. Process of a worker (simulator/worker/wx_workers.py).
 * Takes the messages Launch and ApiEvent `onMessage`; sends ApiEvent `onMessage` to the program that created it, and
 * ApiEvent `onError` for an error that nobody caught.
 * Scripts see the files of the workers folder alone.
 *
 * Source: framework guide, multi-thread worker.
 */

import { Calls } from '../api/call.js';
import { decode, encode } from '../api/codec.js';
import { fileSystemManager } from '../api/file_system.js';
import { Listeners } from '../api/listeners.js';
import { USER_DATA_PATH } from '../api/user_data.js';
import { reportUncaught, run } from '../base/failures.js';
import { host } from '../base/host.js';
import { takeProgram } from '../base/launched.js';
import { post } from '../base/post.js';
import { onMessage, queueTask } from '../base/tasks.js';
import { wxEvents } from '../base/wx_events.js';
import { loadScript } from '../modules/require.js';
import { toHost } from '../../shared/wire/logic.js';
/** @import { WorkerScript } from '../../shared/wire/launch.js' */

/** @type {any} what `Calls` and `Listeners` need of a `Bridge` */
const bridge = {
  callApi: (name, args, callId, isSync) => host.callApi(name, args, callId, isSync, 0, false, '[]'),
  later: queueTask,
  guard: (where, fn, self, args) => run(fn, self, args, where),
};
const listeners = new Listeners(bridge, 'worker');

/** Only what lies below the workers folder can be required. */
function ownScripts(scripts, folder) {
  return Object.fromEntries(Object.entries(scripts).filter(([path]) => path.startsWith(`${folder}/`)));
}

function makeWorker(table) {
  const calls = new Calls(bridge);
  let files = null;
  return {
    env: { USER_DATA_PATH },
    onMessage: (listener) => listeners.add('onMessage', listener),
    postMessage(message) {
      post(toHost.apiEvent({ name: 'onMessage', detail: { message: JSON.parse(encode(message, true)) } }));
    },
    getFileSystemManager: () => (files = files || fileSystemManager(calls, table)),
  };
}

onMessage('launch', (message) => {
  const { folder, script } = /** @type {WorkerScript} */ (message.settings.worker);
  const { scripts, aliases } = message.program;
  takeProgram({ ...message, program: { scripts: ownScripts(scripts, folder), aliases } });
  globalThis.worker = makeWorker(message.settings.apis);
  try {
    loadScript(script);
  } catch (error) {
    reportUncaught(error, `${script} (worker)`, null);
  }
});

onMessage('api-event', (message) => {
  listeners.fire(message.name, decode(message.detail.message));
});

wxEvents.add((event, detail) => {
  if (event !== 'onError') return;
  const error = { message: detail.message, stack: detail.stack };
  post(toHost.apiEvent({ name: 'onError', detail: { ...error, error } }));
});
