/**
 * Message Launch: the program arrives; `wx` is installed and app.js runs. Logic process. Sends Launched.
 */

import { installApi } from './api/installed.js';
import { takeProgram } from './base/launched.js';
import { post } from './base/post.js';
import { onMessage } from './base/tasks.js';
import { noteOwnGlobals } from './inspect/reachable.js';
import { startApp } from './pages/app.js';
import { timedLaunch } from './pages/timeline.js';
import { toHost } from '../shared/wire/logic.js';

onMessage('launch', (message) => {
  takeProgram(message);
  installApi();
  noteOwnGlobals();
  timedLaunch(() => startApp(message.launch_options.path));
  post(toHost.launched());
});
