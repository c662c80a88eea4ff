/** wxs has no promises (logic/base/promises.js). Evaluated in the realm of wxs (../realm_debugging.js). */

import { Signal } from '../../../../logic/base/signal.js';

export const unhandledRejection = new Signal();
