/**
 * wx.cloud. The database's chains are shared/cloud's; what ends one, functions and files are calls that the host answers
 * (runtime/api/families/cloud).
 *
 * Runs in the logic process (QuickJS), used by facade.js. What is new of a watched query comes as ApiEvent with the id of
 * the call as target.
 */

import { cloudDatabase } from '../../shared/cloud/database.js';
import { readBack } from '../../shared/cloud/queries.js';
import { bareClass } from '../base/records.js';
import { answerCallbacks, argumentsOf, hasCallback } from './call.js';
import { decode } from './codec.js';
import { askHost } from './interception.js';
import { noticeOnce, quiet } from './unsupported_objects.js';
/** @import { Calls } from './call.js' */
/** @import { Tasks } from './tasks.js' */

const REASON = 'not supported by Handset';
const CONTAINERS = ['callContainer', 'connectContainer'];
const FILES = ['getTempFileURL', 'deleteFile'];
const ERROR_CODE = -601034;
/** How messages name where a call belongs. */
const OWNERS = {
  'DB.Query': 'collection', 'DB.CollectionReference': 'collection', 'DB.DocumentReference': 'document',
  'DB.Aggregate': 'collection.aggregate', WxCloud: 'cloud', RealtimeListener: 'collection',
};
const UNLISTED_ROW = ['a', 'l', 'u'];

/** wx.cloud of a program, and who watches. */
export class Cloud {
  /** @param {Calls} calls @param {Tasks} tasks */
  constructor(calls, tasks) {
    this.calls = calls;
    this.tasks = tasks;
    /** @type {Map<string, Function>} */
    this.watching = new Map();
  }

  /** An event of a watched query. @returns {boolean} whether the target is one */
  event(target, detail) {
    const hear = this.watching.get(target);
    if (hear === undefined) return false;
    hear(detail);
    return true;
  }

  /** `wx.cloud`. @param {Record<string, any>} [config] what a `new wx.cloud.Cloud(config)` was made with */
  object(config = {}) {
    const { calls } = this;
    const { bridge } = calls;
    const given = { ...config };
    const envOf = (part, option) => chosen(option && option.config && option.config.env, part) || chosen(given.env || given.resourceEnv, part);
    const withEnv = (part, option) => {
      const args = argumentsOf(option && typeof option === 'object' ? option : {});
      const env = envOf(part, option);
      delete args.config;
      return env ? { ...args, env } : args;
    };
    const ask = (name, args, option) => askCloud(calls, name, args, option);
    const cloud = {
      init: (option) => {
        Object.assign(given, option);
        return config.isInstance ? Promise.resolve() : undefined;
      },
      database: (option) => {
        const env = chosen(option && option.env, 'database') || envOf('database');
        return cloudDatabase({ ask, env, watch: (args, heard) => this.watch(args, heard) });
      },
      callFunction: (option) => ask('WxCloud.callFunction', withEnv('functions', option), option),
      uploadFile: (option) => this.transfer('uploadFile', 'UploadTask', option, withEnv('storage', option)),
      downloadFile: (option) => this.transfer('downloadFile', 'DownloadTask', option, withEnv('storage', option)),
      CloudID: function CloudID(id) {
        this.cloudID = id;
      },
      CDN: (target) => target,
      services: {},
      extend: {},
      Cloud: cloudClass((option) => this.object({ ...option, isInstance: true })),
    };
    for (const name of FILES) cloud[name] = (option) => ask(`WxCloud.${name}`, withEnv('storage', option), option);
    for (const name of CONTAINERS) cloud[name] = (option) => refuse(bridge, name, option);
    return cloud;
  }

  /** uploadFile and downloadFile: a task if there are callbacks, else a promise. */
  transfer(name, kind, option, args) {
    const full = `WxCloud.${name}`;
    if (!hasCallback(option || {})) return askCloud(this.calls, full, args, option);
    return this.tasks.start(full, option, { kind, args, finish: (ok, result) => (ok ? resultOf : failureOf)(full, result) });
  }

  /** @returns {{close: () => Promise<void>}} a listener of a query */
  watch(args, option) {
    const { calls, watching } = this;
    const { bridge } = calls;
    const { onChange, onError } = option || {};
    let isClosed = false;
    const listener = { watch: 0 };
    const failed = (result) => {
      watching.delete(target);
      if (typeof onError === 'function') bridge.guard('watch onError', onError, option, [failureOf('DB.Query.watch', result)]);
    };
    const close = () => calls.start('RealtimeListener.close', { watch: listener.watch }, () => {});
    const target = String(calls.start('DB.Query.watch', args, (ok, result) => {
      if (!ok) return failed(result);
      listener.watch = result.watch;
      if (isClosed) close();
      return undefined;
    }));
    watching.set(target, (detail) => {
      if (detail.failure) return failed(detail.failure);
      if (typeof onChange === 'function') bridge.guard('watch onChange', onChange, option, [snapshotOf(detail)]);
      return undefined;
    });
    return {
      close() {
        if (!isClosed && listener.watch) close();
        isClosed = true;
        watching.delete(target);
        return Promise.resolve();
      },
    };
  }
}
bareClass(Cloud);

/** What `new wx.cloud.Cloud(option)` needs: a function that makes the object itself. */
function cloudClass(make) {
  return function CloudInstance(option) {
    return make(option);
  };
}

/** The environment of one part: a text, or an object with one for each part. */
function chosen(env, part) {
  const found = env !== null && typeof env === 'object' ? env[part] : env;
  return typeof found === 'string' && found ? found : undefined;
}

function snapshotOf(detail) {
  const snapshot = readBack(decode(detail));
  return { ...snapshot, requestId: '' };
}

/** Asks the host; a promise, or callbacks. */
function askCloud(calls, name, args, option) {
  const given = option && typeof option === 'object' ? option : {};
  const end = (ok, result) => (ok ? resultOf(name, result) : failureOf(name, result));
  if (hasCallback(given)) {
    calls.start(name, args, (ok, result) => answerCallbacks(calls.bridge, titled(name), given, ok, end(ok, result)));
    return undefined;
  }
  return new Promise((resolve, reject) => {
    calls.start(name, args, (ok, result) => (ok ? resolve : reject)(end(ok, result)));
  });
}

function resultOf(name, result) {
  const { errMsg, ...rest } = result;
  const read = name.startsWith('DB.') ? readBack(decode(rest)) : rest;
  return { ...read, errMsg: errMsg.replace(/^\w+/, titled(name)) };
}

function failureOf(name, { errMsg, ...rest }) {
  const message = errMsg.replace(/^\w+/, titled(name));
  return Object.assign(new Error(message), { errCode: ERROR_CODE, ...rest, errMsg: message });
}

/** `document.get`, as messages say it. */
function titled(name) {
  const dot = name.lastIndexOf('.');
  return `${OWNERS[name.slice(0, dot)]}.${name.slice(dot + 1)}`;
}

/** What a desk does not have fails and says so. */
function refuse(bridge, name, option) {
  const full = `WxCloud.${name}`;
  const carryOut = () => {
    const given = option && typeof option === 'object' ? option : {};
    const errMsg = `cloud.${name}:fail ${REASON}`;
    const failure = Object.assign(new Error(errMsg), { errCode: ERROR_CODE, errMsg });
    if (!hasCallback(given)) return quiet(Promise.reject(failure));
    bridge.later(() => answerCallbacks(bridge, `cloud.${name}`, given, false, failure));
    return undefined;
  };
  if (bridge.intercepted.has(full)) return quiet(askHost(bridge, { name: full, row: UNLISTED_ROW, args: [option], carryOut }));
  noticeOnce(bridge, full)();
  return carryOut();
}
