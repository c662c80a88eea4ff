/** What the base library says to a developer goes to the console of the tests, which stays as it is. */

import { around } from '../../logic_in_node/around.js';

export function warn(text) {
  around.say('warn', [text]);
}

export function logFrom(text) {
  around.say('log', [text]);
}

export function complain(text) {
  around.say('error', [text]);
}
