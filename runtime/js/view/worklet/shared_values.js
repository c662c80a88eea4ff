/**
 * Shared values and what follows from them: animations that drive them, and updaters that run anew when one changes that
 * they have read. What worklets are and where results go is the glue's.
 *
 * Evaluated in the realm of worklets, joined with realm_glue.js.
 */

import { courseOf } from "./animations.js";

const { apply, defineProperty } = Reflect;
const Known = Map;
const Several = Set;
/** Rounds in which values may go on changing each other. */
const MOST_ROUNDS = 100;

function put(object, name, value) {
  const description = { __proto__: null, value, writable: true, configurable: true, enumerable: false };
  defineProperty(object, name, description);
}

/** A map whose methods a worklet cannot replace. */
export function ownMap() {
  const map = new Known();
  for (const name of ['get', 'set', 'has', 'delete', 'forEach']) put(map, name, Known.prototype[name]);
  return map;
}

function ownSet() {
  const set = new Several();
  for (const name of ['add', 'has', 'delete', 'forEach', 'clear']) put(set, name, Several.prototype[name]);
  return set;
}

/**
 * `around`: guarded(run) runs code of the program, report(error), frame() wants `tick`, changed() there is something to
 * tell, made(object, id) a shared value is made, animation(value) the animation that a value is or null, curve.
 */
export function createSharedValues(around) {
  const shareds = ownMap();
  const mappers = ownMap();
  const dirty = ownSet();
  const unsent = ownSet();
  const running = ownSet();
  let reader = null;
  let isSettling = false;

  function add(id, value) {
    const record = { id, value, version: 0, readers: ownSet(), course: null, object: {} };
    around.made(record.object, id);
    const get = () => {
      if (reader !== null) {
        record.readers.add(reader);
        reader.reads.add(record);
      }
      return record.value;
    };
    const description = { __proto__: null, enumerable: true, get, set: (given) => assign(record, given) };
    defineProperty(record.object, 'value', description);
    shareds.set(id, record);
    return record;
  }

  /** The one with a number. */
  function at(id) {
    return shareds.get(id) || add(id, undefined);
  }

  function assign(record, given) {
    stop(record);
    const animation = around.animation(given);
    if (animation === null) change(record, given);
    else start(record, animation);
  }

  function change(record, value) {
    if (record.value === value && (typeof value !== 'object' || value === null)) return;
    record.value = value;
    record.readers.forEach((one) => dirty.add(one));
    if (record.id > 0) unsent.add(record);
  }

  // Animations.

  function start(record, animation) {
    const from = typeof record.value === 'number' ? record.value : 0;
    record.course = { ...courseOf(animation, from, around.curve), begun: -1, called: 0 };
    running.add(record);
    around.frame();
  }

  /** Ends an animation; those who wait for its end hear that it has not come to it. */
  function stop(record) {
    const { course } = record;
    if (course === null) return;
    record.course = null;
    running.delete(record);
    while (course.called < course.calls.length) callNext(course, false);
  }

  function callNext(course, isFinished) {
    const { callback } = course.calls[course.called];
    course.called += 1;
    around.guarded(() => apply(callback, undefined, [isFinished]));
  }

  /** Brings an animation to a moment. */
  function advance(record, now) {
    const { course } = record;
    if (course.begun < 0) course.begun = now;
    const elapsed = now - course.begun;
    const result = around.guarded(() => course.at(elapsed)) || { value: course.end, isOver: true };
    change(record, result.value);
    if (result.isOver) {
      record.course = null;
      running.delete(record);
    }
    const isDue = () => course.called < course.calls.length && (result.isOver || course.calls[course.called].after <= elapsed);
    while (isDue()) callNext(course, true);
  }

  // What follows.

  function refresh(mapper) {
    mapper.reads.forEach((record) => record.readers.delete(mapper));
    mapper.reads.clear();
    const outer = reader;
    reader = mapper;
    const result = around.guarded(() => ({ value: apply(mapper.fn, undefined, []) }));
    reader = outer;
    if (result !== undefined) mapper.done(result.value);
  }

  /** Runs the updaters that the changes concern. */
  function settle() {
    if (isSettling) return;
    isSettling = true;
    for (let rounds = 0; dirty.size > 0; rounds++) {
      if (rounds === MOST_ROUNDS) {
        dirty.clear();
        around.report(new RangeError('shared values go on changing each other'));
        break;
      }
      const list = ownSet();
      dirty.forEach((one) => list.add(one));
      dirty.clear();
      list.forEach(refresh);
    }
    isSettling = false;
    if (unsent.size > 0) around.changed();
  }

  return {
    __proto__: null,
    add,
    at,
    assign,
    change,
    stop,
    settle,
    /** The logic layer has set it, and knows the value. */
    setFromLogic(id, version, value) {
      const record = at(id);
      record.version = version;
      assign(record, value);
      if (record.course === null) unsent.delete(record);
    },
    /** Runs a function now and whenever a value changes that it has read; `done` gets what it returns. */
    follow(id, fn, done) {
      const mapper = { id, fn, done, reads: ownSet() };
      mappers.set(id, mapper);
      refresh(mapper);
    },
    unfollow(id) {
      const mapper = mappers.get(id);
      if (mapper === undefined) return;
      mappers.delete(id);
      dirty.delete(mapper);
      mapper.reads.forEach((record) => record.readers.delete(mapper));
    },
    /** Brings all animations to a moment, ms; whether some go on. */
    tick(now) {
      running.forEach((record) => advance(record, now));
      return running.size > 0;
    },
    /** Calls `each(record)` with what has changed since the last time. */
    changes(each) {
      unsent.forEach(each);
      unsent.clear();
    },
  };
}
