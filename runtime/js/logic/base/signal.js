/**
 * An extension point: whoever has something to do when it happens adds a handler, its owner sends. Logic process. Handlers
 * are added while the base library is loaded, and called in the order in which they have come.
 */

import { bareClass } from './records.js';

export class Signal {
  #handlers = [];

  /** @param {(...args: any[]) => void} handler */
  add(handler) {
    this.#handlers.push(handler);
  }

  /** @param {any[]} args */
  send(...args) {
    for (let i = 0; i < this.#handlers.length; i++) this.#handlers[i](...args);
  }
}
bareClass(Signal);
