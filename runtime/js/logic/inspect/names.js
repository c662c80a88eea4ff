/**
 * Message Names: what may be written after a value and a dot, for completion in the console. Logic process.
 * Sends Inspected. Runs the getters on the way to the value, and nothing else of the program.
 */

import { toHost } from '../../shared/wire/logic.js';
import { post } from '../base/post.js';
import { onMessage } from '../base/tasks.js';
import { pages } from '../pages/stack.js';
import { evaluateCode } from './evaluator.js';

const { apply, getPrototypeOf } = Reflect;
const { getOwnPropertyNames } = Object;
const { sort } = Array.prototype;
const { startsWith } = String.prototype;
const { exec } = RegExp.prototype;
const boxed = Object;
const WRITABLE = /^[A-Za-z_$][\w$]*$/;
/** A Proxy may name itself as its prototype. */
const MOST_LEVELS = 100;
/** What a message that says no limit means. */
const MOST_NAMES = 200;

/** Names of members, own ones first, each level in order; those of a Proxy as far as it tells them. */
function namesOf(value, prefix, limit) {
  const names = [];
  const seen = { __proto__: null };
  let at = value === null || value === undefined ? null : boxed(value);
  try {
    for (let level = 0; at !== null && level < MOST_LEVELS; level += 1) {
      const own = apply(sort, getOwnPropertyNames(at), []);
      for (let index = 0; index < own.length && names.length < limit; index += 1) {
        const name = own[index];
        if (seen[name] === true || !apply(startsWith, name, [prefix]) || apply(exec, WRITABLE, [name]) === null) continue;
        seen[name] = true;
        names[names.length] = name;
      }
      at = getPrototypeOf(at);
    }
  } catch (_trap) {
    // What the Proxy has told so far counts.
  }
  return names;
}

onMessage('names', (message) => {
  /** @type {any} */
  let names = null;
  try {
    names = namesOf(evaluateCode(message.chain, pages.get(message.page_id || 0) || null, []), message.prefix, message.limit || MOST_NAMES);
  } catch (_leadsNowhere) {
    // Somebody is still typing.
  }
  post(toHost.inspected({ request_id: message.request_id, value: names }));
});
