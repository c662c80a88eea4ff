/** What breakpoints write (logic/base/console.js). Evaluated in the realm of wxs (../realm_debugging.js). */

import { log } from './host.js';

/** A message of the program's in this place. */
export function logFrom(text, frames) {
  const [{ file, line }] = frames.length > 0 ? frames : [{ file: '', line: 0 }];
  log('log', text, file, line);
}

/** A notice to the developer. */
export function warn(text) {
  log('warn', text, '', 0);
}
