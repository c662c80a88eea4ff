/**
 * ApiEvent onNeedPrivacyAuthorization: a call needs the user's consent. The program's listener gets a function that
 * decides; without a listener the phone asks. Logic process.
 */

import { tellDesk } from '../base/desk_calls.js';

/** @import { Listeners } from './listeners.js' */

const NEED = 'onNeedPrivacyAuthorization';

/** @param {Listeners} listeners @param {string} name of the event @param {object} detail @returns {boolean} whether it was that one */
export function askedForConsent(listeners, name, detail) {
  if (name !== NEED) return false;
  if (listeners.has(NEED)) listeners.fire(NEED, decide, detail);
  else tellDesk('handset.privacy.answer', { event: 'unheard' });
  return true;
}

function decide(answer) {
  tellDesk('handset.privacy.answer', { event: String(Object(answer).event) });
}
