/**
 * Objects of wx.create… that Handset does not carry out yet: every documented method exists, says so once a page, and fails in
 * form; listeners and properties are kept.
 *
 * Runs in the logic process (QuickJS), used by facade.js. The first call of a method on a page is an ordinary call of
 * `Object.method`, so that the console and the report hear of it; later ones stay here.
 */

import { bare } from '../base/records.js';
import { answerCallbacks, titleOf } from './call.js';
import { askHost } from './interception.js';
import { Listeners } from './listeners.js';
/** @import { Bridge } from './facade.js' */

const REASON = 'not supported by Handset';

/**
 * A function that tells the host about a name the first time on every page, or always if it wants to see it. @param {Bridge} bridge @param {string} name
 */
export function noticeOnce(bridge, name) {
  return () => {
    const key = `${bridge.shownPage()} ${name}`;
    if (bridge.noticed.has(key) && !bridge.intercepted.has(name)) return;
    bridge.noticed.add(key);
    bridge.callApi(name, '{}', 0, true);
  };
}

/**
 * Where a method hands out a further object, that one is there as well.
 * @param {Bridge} bridge @param {string} kind the object's name in the table
 */
export function unsupportedObject(bridge, kind) {
  const { objects, returns } = bridge.table;
  const methods = objects[kind] || {};
  const object = bare({});
  const listeners = new Listeners(bridge, kind);
  const names = Object.keys(methods);
  for (const name of names) {
    if (!'+-'.includes(methods[name][0])) object[name] = method(bridge, listeners, `${kind}.${name}`, methods[name]);
  }
  listeners.attach(object, names.filter((name) => '+-'.includes(methods[name][0])));
  for (const name of names) {
    const given = returns[`${kind}.${name}`];
    if (given !== undefined) object[name] = handingOut(bridge, object[name], given);
  }
  return object;
}

function handingOut(bridge, method, given) {
  return (...args) => {
    const mocked = method(...args);
    return mocked === undefined ? unsupportedObject(bridge, given) : mocked;
  };
}

function method(bridge, listeners, name, row) {
  const [letter] = row;
  const notice = noticeOnce(bridge, name);
  const failure = () => ({ errMsg: `${titleOf(name)}:fail ${REASON}`, errCode: -1 });
  const fail = (option) => {
    if (letter !== 'a' && letter !== 'c') {
      bridge.later(() => listeners.fire('onError', failure()));
      return undefined;
    }
    const given = option && typeof option === 'object' ? option : {};
    bridge.later(() => answerCallbacks(bridge, name, given, false, failure()));
    return letter === 'a' ? quiet(Promise.reject(failure())) : undefined;
  };
  return (...args) => {
    if (bridge.intercepted.has(name)) return quiet(askHost(bridge, { name, row, args, carryOut: () => fail(args[0]) }));
    notice();
    return fail(args[0]);
  };
}

/**
 * A promise whose rejection nobody needs to handle: what Handset lacks has been said by a notice, and must not look like
 * a mistake of the program. What the program chains to it is watched as usual.
 * @param {Promise<any> | undefined} promise
 */
export function quiet(promise) {
  if (promise && typeof promise.catch === 'function') promise.catch(() => {});
  return promise;
}
