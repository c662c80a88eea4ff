/**
 * What a page's view has, by the numbers under which the view knows it. Logic process.
 */

import { bareClass } from '../base/records.js';

export class Shown {
  constructor() {
    // By the digits of the number: of thousands of keys that are numbers, the engine's Map finds one twenty times slower.
    this.fragments = new Map();
  }

  /** The fragment of this number; undefined if the view has none. @param {number} id */
  get(id) {
    return this.fragments.get(String(id));
  }

  /** The view gets a fragment, under its number. */
  add(fragment) {
    this.fragments.set(String(fragment.id), fragment);
  }

  /** It has it no more. @param {number} id */
  delete(id) {
    this.fragments.delete(String(id));
  }

  /** All of them, in the order in which the view got them. */
  values() {
    return this.fragments.values();
  }
}
bareClass(Shown);
