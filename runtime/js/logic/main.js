/**
 * The base library of a program: all that a logic process has. simulator/worker/library.py joins what is imported from
 * here; simulator/worker/engine.py calls what is exported.
 *
 * A file that does something without being asked (global names, messages, extension points) is imported here.
 */

import './base/locks.js';
import './modules/dynamic_code.js';
import './modules/ios_dates.js';
import './locale/numbers.js';
import './locale/dates.js';
import './locale/collation.js';
import './locale/intl.js';
import './base/promises.js';
import './base/console.js';
import './base/timers.js';
import './base/microtasks.js';
import './modules/require.js';
import './modules/internal_names.js';
import './tree/conditions.js';
import './tree/lists.js';
import './tree/template_regions.js';
import './tree/slots.js';
import './tree/content.js';
import './component/behaviors.js';
import './component/definitions.js';
import './component/hosts.js';
import './component/instance_methods.js';
import './pages/app.js';
import './pages/flush.js';
import './pages/instance_methods.js';
import './pages/routes.js';
import './pages/page_asks.js';
import './inspect/evaluator.js';
import './inspect/names.js';
import './inspect/data_edits.js';
import './inspect/trees.js';
import './inspect/found_nodes.js';
import './inspect/script_swaps.js';
import './inspect/patches.js';
import './inspect/remote_objects.js';
import './api/device_events.js';
import './api/installed.js';
import './api/instance_methods.js';
import './driving/pages.js';
import './driving/exposed.js';
import './driving/wx_mocks.js';
import './launch.js';
import { endTask, receive, receiveNow, step } from './base/tasks.js';
import { receiveAside } from './inspect/onlookers.js';
import { noteReadings, notedReadings, replayReadings, takeReadings } from './base/readings.js';

export {
  endTask, noteReadings, notedReadings, receive, receiveAside, receiveNow, replayReadings, step,
  takeReadings,
};
