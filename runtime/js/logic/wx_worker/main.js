/**
 * The base library of a worker that a program has created (wx.createWorker): no App, no pages and no view. Process of a
 * worker. Joined and called as that of a program (`../main.js`).
 */

import '../base/locks.js';
import '../modules/dynamic_code.js';
import '../locale/numbers.js';
import '../locale/dates.js';
import '../locale/collation.js';
import '../locale/intl.js';
import '../base/promises.js';
import '../base/console.js';
import '../base/timers.js';
import '../base/microtasks.js';
import '../modules/require.js';
import './worker.js';
import { keepNoHandles } from '../base/preview.js';
import { endTask, receive, receiveNow, step } from '../base/tasks.js';

// Handles belong to the logic process; a worker's values are shown as far as they were sent.
keepNoHandles();

export { endTask, receive, receiveNow, step };
