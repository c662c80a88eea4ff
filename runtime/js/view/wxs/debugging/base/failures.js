/** What wxs has thrown and nobody has caught (logic/base/failures.js). Evaluated in the realm (../realm_debugging.js). */

import { Signal } from '../../../../logic/base/signal.js';

/** It is about to be reported. */
export const escaped = new Signal();
