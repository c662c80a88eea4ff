/**
 * Whether what runs now goes back to a tap of the user: some APIs need it. Logic process. It lasts for the task of the
 * tap with its microtasks, and is given on to the answers of some calls; a timer has lost it. Used by api_bridge.js.
 *
 * Source: framework guide, user tap context.
 */
'use strict';

/** The user answers by a tap. */
const TAPPED = new Set(['showModal', 'showActionSheet', 'requestPayment']);
/** A call that is made within a tap gives it on to its callbacks. */
const INHERITS = new Set([
  'request', 'downloadFile', 'uploadFile', 'getSetting', 'authorize', 'login', 'checkSession', 'getUserInfo',
  'getPrivacySetting', 'requirePrivacyAuthorize', 'getNetworkType',
]);
const carriers = new Set();

/** A call goes out to the host. */
__handset.carryTap = function (name, callId) {
  if (TAPPED.has(name) || (__handset.isInTap && INHERITS.has(name))) carriers.add(callId);
};

/** Its answer is here: its callbacks run in this task. */
__handset.resumeTap = function (callId) {
  if (carriers.delete(callId)) __handset.isInTap = true;
};
