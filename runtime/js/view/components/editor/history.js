/**
 * What an editor takes back and does again. Runs in the shell page (Chromium); pure, used by component.js.
 *
 * Source: Quill, whose meaning the platform's editor has: changes by typing that follow each other are one step.
 */

const MAX_STEPS = 100;
const ONE_STEP_MS = 1000;

/** @typedef {{cells: import("./cells.js").Cell[], range: {start: number, length: number}}} Moment */

export class History {
  constructor() {
    /** @type {Moment[]} */
    this.before = [];
    /** @type {Moment[]} */
    this.after = [];
    this.typedAt = -Infinity;
  }

  get state() {
    return { undo: this.before.length > 0, redo: this.after.length > 0 };
  }

  /** A change leads away from a moment. @param {Moment} moment @param {number|null} typedAt ms, null = by no typing */
  left(moment, typedAt) {
    const goesOn = typedAt !== null && typedAt - this.typedAt < ONE_STEP_MS;
    this.typedAt = typedAt ?? -Infinity;
    this.after = [];
    if (goesOn && this.before.length > 0) return;
    this.before.push(moment);
    if (this.before.length > MAX_STEPS) this.before.shift();
  }

  /** @param {Moment} now @returns {Moment|undefined} where it leads back to */
  undo(now) {
    return this.#step(this.before, this.after, now);
  }

  /** @param {Moment} now @returns {Moment|undefined} */
  redo(now) {
    return this.#step(this.after, this.before, now);
  }

  #step(from, to, now) {
    this.typedAt = -Infinity;
    const found = from.pop();
    if (found) to.push(now);
    return found;
  }
}
