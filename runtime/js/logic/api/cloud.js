/**
 * wx.cloud: there is no cloud behind Handset. Every function exists and fails with an error that says so.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Each function's first call is noted through the call
 * `WxCloud.<name>`, for the console.
 */

import { answerCallbacks } from './call.js';
import { askHost } from './interception.js';
import { noticeOnce, quiet } from './unsupported_objects.js';
/** @import { Bridge } from './facade.js' */

const REASON = 'no cloud environment: Handset has none';
const CALLS = [
  'callFunction', 'callContainer', 'connectContainer', 'uploadFile', 'downloadFile', 'getTempFileURL', 'deleteFile',
];
const CHAINED = [
  'collection', 'doc', 'where', 'orderBy', 'limit', 'skip', 'field', 'aggregate', 'match', 'project', 'sort', 'group',
  'lookup', 'unwind', 'sample', 'addFields', 'replaceRoot', 'geoNear', 'bucket',
];
const ENDS = ['get', 'add', 'update', 'set', 'remove', 'count', 'end', 'watch', 'createCollection', 'runTransaction'];
/** Of these, callbacks get a task to stop and to listen to. */
const TRANSFERS = new Set(['uploadFile', 'downloadFile']);
const ERROR_CODE = -601034;

/** @param {Bridge} bridge */
export function cloudObject(bridge) {
  const fail = failing(bridge);
  const object = {
    init() {},
    database: () => database(bridge, fail),
    CloudID: function CloudID(id) {
      this.id = id;
    },
    services: {},
    extend: {},
  };
  for (const name of CALLS) object[name] = (option) => call(bridge, fail, name, option);
  object.CDN = (target) => target;
  return object;
}

function call(bridge, fail, name, option) {
  const full = `WxCloud.${name}`;
  const carryOut = () => fail(name, option);
  if (bridge.intercepted.has(full)) return quiet(askHost(bridge, { name: full, row: ['a', 'l', 'u'], args: [option], carryOut }));
  noticeOnce(bridge, full)();
  return carryOut();
}

/** A failure of a call, or of what a chain of the database ends in. */
function failing(bridge) {
  return (name, option) => {
    if (name.startsWith('database.')) noticeOnce(bridge, 'WxCloud.database')();
    const given = option && typeof option === 'object' ? option : {};
    const failure = { errCode: ERROR_CODE, errMsg: `cloud.${name}:fail ${REASON}` };
    const heard = ['success', 'fail', 'complete'].some((key) => typeof given[key] === 'function');
    if (!heard) return quiet(Promise.reject(Object.assign(new Error(failure.errMsg), failure)));
    bridge.later(() => answerCallbacks(bridge, `cloud.${name}`, given, false, failure));
    return TRANSFERS.has(name) ? endedTask() : undefined;
  };
}

function endedTask() {
  return { abort() {}, onProgressUpdate() {}, offProgressUpdate() {}, onHeadersReceived() {}, offHeadersReceived() {} };
}

function database(bridge, fail) {
  const chain = {};
  for (const name of CHAINED) chain[name] = () => chain;
  for (const name of ENDS) chain[name] = (option) => fail(`database.${name}`, option);
  const word = () => word;
  const command = new Proxy(word, { __proto__: null, get: () => command, apply: () => command });
  return Object.assign(chain, {
    command,
    serverDate: () => new Date(),
    RegExp: (option) => new RegExp(option.regexp, option.options),
    Geo: command,
  });
}
