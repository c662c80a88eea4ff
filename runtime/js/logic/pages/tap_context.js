/**
 * Whether what runs now goes back to a tap of the user: some APIs need it. Logic process. It lasts for the task of the
 * tap with its microtasks, and is given on to the answers of some calls; a timer has lost it. Used by `view_events.js`
 * and the bridge of `wx`.
 *
 * Source: framework guide, user tap context.
 */

import { taskBegun } from '../base/tasks.js';

/** The user answers by a tap. */
const TAPPED = new Set(['showModal', 'showActionSheet', 'requestPayment']);
/** A call that is made within a tap gives it on to its callbacks. */
const INHERITS = new Set([
  'request', 'downloadFile', 'uploadFile', 'getSetting', 'authorize', 'login', 'checkSession', 'getUserInfo',
  'getPrivacySetting', 'requirePrivacyAuthorize', 'getNetworkType',
]);
const carriers = new Set();
let isTapped = false;

taskBegun.add(() => {
  isTapped = false;
});

/** The task that runs goes back to a tap. */
export function beginTap() {
  isTapped = true;
}

export const isInTap = () => isTapped;

/** A call goes out to the host. */
export function carryTap(name, callId) {
  if (TAPPED.has(name) || (isTapped && INHERITS.has(name))) carriers.add(callId);
}

/** Its answer is here: its callbacks run in this task. */
export function resumeTap(callId) {
  if (carriers.delete(callId)) isTapped = true;
}
