/**
 * What a program reads by itself: the time, and random numbers. Logic process. Usually these are the engine's own
 * functions. In a run that is recorded (simulator/worker/tape.py) each reading is noted; in one that is replayed
 * (simulator/worker/replayed.py) the noted ones come back in the same order, and what time it is concerns nobody.
 *
 * Readings go to and fro as a JSON list: numbers, and `-n` for "the last one n times more": there are loops that wait
 * for the clock.
 */

import { enginesNow, useClock } from './built_ins.js';
import { host } from './host.js';
import { limitedSince } from './limited.js';

/** So many are kept here; the process around the engine takes, or brings, more in the middle of a task. */
const MOST = 1024;
/** A clock as coarse as that of a browser: a loop that reads it does not fill the recording. */
const STEPS_PER_MS = 10;
const { apply } = /** @type {any} */ (Reflect);
const { join, subarray } = Object.getPrototypeOf(Float64Array.prototype);
const { imul } = Math;
const enginesWall = Date.now;
const enginesRandom = globalThis.Math.random;
const enginesOrigin = globalThis.performance.timeOrigin;
/** @type {Float64Array} */
let kept;
/** The clock of dates that are made of nothing; null: the engine's own. @type {{wall: (() => number) | null}} */
export const clocks = { wall: null };
let size = 0;
let next = 0;
let last = 0;
let repeats = 0;
/** Somebody looks at the program from outside: what is read meanwhile is no part of the run. */
let isAside = false;

/** From now on every reading is noted. */
export function noteReadings() {
  install({
    now: () => note(Math.ceil(enginesNow() * STEPS_PER_MS) / STEPS_PER_MS),
    wall: () => note(enginesWall()),
    random: () => note(enginesRandom()),
    origin: () => note(enginesOrigin),
  });
}

/** From now on readings are those that `takeReadings` brings; when there are no more, the last one stays. */
export function replayReadings() {
  install({ now: replayed, wall: replayed, random: replayed, origin: replayed });
}

/** From now on random numbers are those that follow from this whole number (mulberry32). @param {number} seed */
export function seedRandom(seed) {
  let state = seed | 0;
  const value = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  Object.defineProperty(globalThis.Math, 'random', { value, writable: true, configurable: true });
}

function install({ now, wall, random, origin }) {
  kept = new Float64Array(MOST);
  useClock(now);
  clocks.wall = wall;
  Object.defineProperty(globalThis.Date, 'now', { value: () => wall(), writable: true, configurable: true });
  // The members of the engine's own object cannot be replaced.
  const clock = Object.create(Object.prototype, { timeOrigin: { get: origin, enumerable: true } });
  Object.defineProperty(clock, 'now', { value: () => now(), enumerable: true });
  Object.defineProperty(globalThis, 'performance', { value: clock, writable: true, configurable: true });
  Object.defineProperty(globalThis.Math, 'random', { value: () => random(), writable: true, configurable: true });
}

/** What has been noted since the last call. */
export function notedReadings() {
  const numbers = apply(join, apply(subarray, kept, [0, size]), [',']);
  size = 0;
  // Joined, not added: the host cannot take the engine's sums of strings.
  return ['[', numbers, ']'].join('');
}

/** The readings of what comes next. */
export function takeReadings(text) {
  const given = JSON.parse(text);
  size = Math.min(given.length, MOST);
  for (let at = 0; at < size; at += 1) kept[at] = given[at];
  next = 0;
  repeats = 0;
}

/** Calls a function that is no part of the run. */
export function aside(act) {
  const before = isAside;
  isAside = true;
  try {
    return act();
  } finally {
    isAside = before;
  }
}

function note(value) {
  if (isAside) return value;
  if (size > 0 && value === last) {
    if (kept[size - 1] < 0) kept[size - 1] -= 1;
    else push(-1);
    return value;
  }
  last = value;
  push(value);
  return value;
}

function push(value) {
  if (size === MOST) {
    // Within a time limit Python cannot be called: somebody looks at a value, and its getter reads the clock.
    if (limitedSince() > 0) return;
    host.readings(notedReadings());
    if (value < 0) value = last;
  }
  kept[size] = value;
  size += 1;
}

function replayed() {
  if (isAside) return last;
  if (repeats > 0) {
    repeats -= 1;
    return last;
  }
  if (next === size && limitedSince() === 0) takeReadings(host.readings(''));
  if (next === size) return last;
  const value = kept[next];
  next += 1;
  if (value >= 0) {
    last = value;
    return value;
  }
  repeats = -value - 1;
  return last;
}
