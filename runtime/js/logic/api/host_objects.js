/**
 * Objects that are the host's: sockets (wx.createTCPSocket, wx.createUDPSocket), the recorder of sound, Bluetooth servers
 * and NFC. Each is known by the id of the call that has made it; here are its methods and its listeners.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Their events come as ApiEvent with that id as target. What one
 * cannot do is told to its listeners of `onError`, as is what is asked of a closed socket.
 */

import { bare, bareClass } from '../base/records.js';
import { callWithOption, namedArguments } from './call.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { noticeOnce } from './unsupported_objects.js';
/** @import { Calls } from './call.js' */

const LISTENING = /^(on|off)[A-Z]/;

/** An object of which every method is a call with an option object. @param {Calls} calls @param {string} kind */
export function callingObject(calls, kind) {
  const object = bare({});
  for (const name of Object.keys(calls.bridge.table.objects[kind])) {
    object[name] = (option) => callWithOption(calls, `${kind}.${name}`, option);
  }
  return object;
}

/** Those that can still be heard. */
export class HostObjects {
  /** @param {Calls} calls */
  constructor(calls) {
    this.calls = calls;
    /** @type {Map<string, Listeners>} */
    this.open = new Map();
  }

  /**
   * @param {'TCPSocket' | 'UDPSocket' | 'RecorderManager'} kind
   * @param {string} [factory] the function that makes it @returns {object}
   */
  create(kind, factory = `create${kind}`) {
    const { calls, open } = this;
    const { bridge } = calls;
    calls.now(factory, {});
    const task = calls.lastId;
    const listeners = new Listeners(bridge, kind);
    open.set(String(task), listeners);
    const object = bare({});
    const rows = bridge.table.objects[kind];
    const names = Object.keys(rows);
    for (const name of names) {
      const [letter, , state, parameters] = rows[name];
      if ('+-'.includes(letter)) continue;
      const given = (args) => Object.assign(bare({}), namedArguments(parameters, args), { task });
      if (state === 'u') object[name] = noticeOnce(bridge, `${kind}.${name}`);
      else if (name === 'bind') object[name] = (...args) => calls.now(`${kind}.${name}`, given(args));
      else object[name] = (...args) => this.ask(listeners, `${kind}.${name}`, given(args));
    }
    listeners.attach(object, names.filter((name) => '+-'.includes(rows[name][0])));
    return handedOut(bridge, kind, object);
  }

  /**
   * An object that is known by `task` and whose methods answer their callbacks, as do those of the objects that it
   * hands out (`getNdef`): they are parts of it.
   * @param {string} kind @param {string | number} task @param {Listeners} [listeners] @returns {any}
   */
  answering(kind, task, listeners = new Listeners(this.calls.bridge, kind)) {
    const { calls } = this;
    this.open.set(String(task), listeners);
    const object = bare({});
    const rows = calls.bridge.table.objects[kind];
    const heard = [];
    for (const name of Object.keys(rows)) {
      if (LISTENING.test(name)) heard.push(name);
      else if (rows[name][0] === 'f') object[name] = this.handsOut(name.slice('get'.length), task, listeners);
      else object[name] = (option) => callWithOption(calls, `${kind}.${name}`, option, { task: Number(task) });
    }
    listeners.attach(object, heard);
    return handedOut(calls.bridge, kind, object);
  }

  /** The reader of tags (wx.getNFCAdapter). @returns {any} */
  reader() {
    const facts = this.calls.now('getNFCAdapter', {});
    return Object.assign(this.answering('NFCAdapter', this.calls.lastId), facts);
  }

  /** A function that hands out one part again and again. */
  handsOut(kind, task, listeners) {
    let part = null;
    return () => (part = part || this.answering(kind, task, listeners));
  }

  /** An event of one. @returns {boolean} whether the target is one of them */
  event(target, name, detail) {
    const listeners = this.open.get(target);
    if (listeners === undefined) return false;
    if (name === 'onClose') this.open.delete(target);
    listeners.fire(name, detail);
    return true;
  }

  /** Asks the host; a refusal is told as an error. */
  ask(listeners, name, args) {
    this.calls.start(name, args, (ok, { errMsg }) => {
      if (!ok) listeners.fire('onError', { errMsg });
    });
  }
}
bareClass(HostObjects);
