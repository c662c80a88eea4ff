/**
 * Message Launch: the program arrives; `wx` is installed and app.js runs. Logic process. Sends Launched.
 */

import { installApi } from './api/installed.js';
import { launched, takeProgram } from './base/launched.js';
import { post } from './base/post.js';
import { seedRandom } from './base/readings.js';
import { onMessage } from './base/tasks.js';
import { deskClock } from './inspect/desk_clock.js';
import { noteOwnGlobals } from './inspect/reachable.js';
import { startApp } from './pages/app.js';
import { timedLaunch } from './pages/timeline.js';
import { toHost } from '../shared/wire/logic.js';

onMessage('launch', (message) => {
  takeProgram(message);
  if (launched.settings.readings) playReadings(launched.settings.readings);
  installApi();
  noteOwnGlobals();
  timedLaunch(() => startApp(message.launch_options.path));
  post(toHost.launched());
});

/** Clock and chance of a run that is the same each time. @param {import('../shared/wire/launch.js').PlayedReadings} readings */
function playReadings({ seed, time_ms: time }) {
  seedRandom(seed);
  deskClock.install(time);
}
