/**
 * wx.createTCPSocket and wx.createUDPSocket: the objects in the program. The sockets are the host's, each known by the id
 * of the call that created it.
 *
 * Runs in the logic process (QuickJS), used by facade.js. Their events come as ApiEvent with that id as target. What a
 * socket cannot do is told to its listeners of `onError`, as is what is asked of a closed one.
 */

import { bare, bareClass } from '../base/records.js';
import { namedArguments } from './call.js';
import { handedOut } from './interception.js';
import { Listeners } from './listeners.js';
import { noticeOnce } from './unsupported_objects.js';
/** @import { Calls } from './call.js' */

/** The sockets that can still be heard. */
export class RawSockets {
  /** @param {Calls} calls */
  constructor(calls) {
    this.calls = calls;
    /** @type {Map<string, Listeners>} */
    this.open = new Map();
  }

  /** @param {'TCPSocket' | 'UDPSocket'} kind @returns {object} the socket */
  create(kind) {
    const { calls, open } = this;
    const { bridge } = calls;
    calls.now(`create${kind}`, {});
    const task = calls.lastId;
    const listeners = new Listeners(bridge, kind);
    open.set(String(task), listeners);
    const socket = bare({});
    const rows = bridge.table.objects[kind];
    const names = Object.keys(rows);
    for (const name of names) {
      const [letter, , state, parameters] = rows[name];
      if ('+-'.includes(letter)) continue;
      const given = (args) => Object.assign(bare({}), namedArguments(parameters, args), { task });
      if (state === 'u') socket[name] = noticeOnce(bridge, `${kind}.${name}`);
      else if (name === 'bind') socket[name] = (...args) => calls.now(`${kind}.${name}`, given(args));
      else socket[name] = (...args) => this.ask(listeners, `${kind}.${name}`, given(args));
    }
    listeners.attach(socket, names.filter((name) => '+-'.includes(rows[name][0])));
    return handedOut(bridge, kind, socket);
  }

  /** An event of a socket. @returns {boolean} whether the target is one of them */
  event(target, name, detail) {
    const listeners = this.open.get(target);
    if (listeners === undefined) return false;
    if (name === 'onClose') this.open.delete(target);
    listeners.fire(name, detail);
    return true;
  }

  /** Asks the host; a refusal is an error of the socket. */
  ask(listeners, name, args) {
    this.calls.start(name, args, (ok, { errMsg }) => {
      if (!ok) listeners.fire('onError', { errMsg });
    });
  }
}
bareClass(RawSockets);
