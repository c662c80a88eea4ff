/**
 * `handset.clock` of the console's evaluator: the program's `Date` and timers in the hands of a tool. Logic process; used by
 * `desk.js`.
 *
 * While it is installed, time stands still until `advance`. Timers that were running before go on by the real clock.
 */

import { complain } from '../base/console.js';
import { run } from '../base/failures.js';
import { queueTask } from '../base/tasks.js';

const Failure = Error;
const OwnPromise = Promise;
const NAMES = ['Date', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'];
/** Ids that no real timer has. */
const FIRST_ID = 1e9;
/** A timer that starts a timer that starts a timer … waits, as in browsers: time would stand still for ever. */
const NESTED = 5;
const LEAST_MS = 4;

/** @type {null | {now: number, timers: any[], lastId: number, level: number, real: Record<string, any>}} */
let state = null;

function installed() {
  if (state === null) throw new Failure('handset.clock is not installed');
  return state;
}

function start(callback, delay, args, repeats) {
  if (typeof callback !== 'function') {
    complain(`a timer's first argument must be a function, got ${typeof callback}`);
    return 0;
  }
  const clock = installed();
  const asked = Number(delay);
  const level = clock.level + 1;
  const least = level > NESTED ? LEAST_MS : Number(repeats);
  const wait = Math.max(least, Number.isFinite(asked) ? asked : 0);
  clock.lastId += 1;
  clock.timers.push({ id: clock.lastId, callback, args, due: clock.now + wait, every: repeats ? wait : -1, level });
  return clock.lastId;
}

function stop(id) {
  const clock = installed();
  if (id < FIRST_ID) clock.real.clearTimeout(id);
  else clock.timers = clock.timers.filter((timer) => timer.id !== id);
}

/** `Date` whose present is the clock's. */
function playedDate(Real) {
  function PlayedDate(...given) {
    const now = state === null ? Real.now() : state.now;
    if (!new.target) return String(new Real(now));
    return Reflect.construct(Real, given.length === 0 ? [now] : given, new.target);
  }
  Object.defineProperty(PlayedDate, 'name', { value: 'Date', configurable: true });
  PlayedDate.prototype = Real.prototype;
  PlayedDate.parse = Real.parse;
  PlayedDate.UTC = Real.UTC;
  PlayedDate.now = () => (state === null ? Real.now() : state.now);
  return PlayedDate;
}

/** The timer that is due first by a time; of several at once the one that was started first. */
function nextDue(clock, until) {
  let first = null;
  for (const timer of clock.timers) if (timer.due <= until && (first === null || timer.due < first.due)) first = timer;
  return first;
}

/** Runs one timer, at its own time. */
async function runTimer(clock, timer) {
  clock.now = Math.max(clock.now, timer.due);
  if (timer.every >= 0) timer.due += timer.every;
  else clock.timers = clock.timers.filter((other) => other !== timer);
  clock.level = timer.level;
  run(timer.callback, undefined, timer.args, 'timer callback');
  await settled();
  clock.level = 0;
}

/** Ends when what was set going has had its turn. */
const settled = () => new OwnPromise((resolve) => queueTask(() => resolve(undefined)));

export const deskClock = {
  /** From now on it is this time, in ms since the epoch; none: now. @param {number | null} [time] */
  install(time) {
    if (state !== null) deskClock.uninstall();
    const real = Object.fromEntries(NAMES.map((name) => [name, globalThis[name]]));
    state = { now: typeof time === 'number' ? time : real.Date.now(), timers: [], lastId: FIRST_ID, level: 0, real };
    const played = {
      Date: playedDate(real.Date),
      setTimeout: (callback, delay, ...args) => start(callback, delay, args, false),
      setInterval: (callback, delay, ...args) => start(callback, delay, args, true),
      clearTimeout: stop,
      clearInterval: stop,
    };
    for (const name of NAMES) globalThis[name] = played[name];
  },
  /** Lets so many ms go by, and ends when all that was due has run. @param {number} milliseconds */
  async advance(milliseconds) {
    const clock = installed();
    const until = clock.now + milliseconds;
    for (let timer = nextDue(clock, until); timer !== null; timer = nextDue(clock, until)) {
      await runTimer(clock, timer);
      if (state !== clock) return;
    }
    clock.now = until;
    await settled();
  },
  /** Lets time go by until one timer has run, or so many ms: how many it were. @param {number} milliseconds */
  async next(milliseconds) {
    const clock = installed();
    const before = clock.now;
    const timer = nextDue(clock, before + milliseconds);
    if (timer === null) clock.now = before + milliseconds;
    else await runTimer(clock, timer);
    return clock.now - before;
  },
  /** The real clock again; timers that still wait are dropped. */
  uninstall() {
    const clock = installed();
    for (const name of NAMES) globalThis[name] = clock.real[name];
    state = null;
  },
};
