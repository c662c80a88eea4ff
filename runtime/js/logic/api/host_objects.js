/**
 * Objects that are the host's: sockets (wx.createTCPSocket, wx.createUDPSocket) and the recorder of sound. Each is known by
 * the id of the call that has made it; here are its methods and its listeners.
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
