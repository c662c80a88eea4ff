/**
 * The animations of `wx.worklet` as functions of time: what `timing`, `spring`, `decay`, `repeat`, `sequence` and `delay`
 * describe. Each becomes a course: `at(elapsedMs)` gives `{value, isOver}`, `calls` are the program's callbacks with the
 * moments at which what they belong to is over.
 *
 * Runs in the realm of worklets (realm_glue.js), joined with it as text; pure. Source: reference, worklet.timing and its
 * like; Assumed: the formulas are those of react-native-reanimated, whose names and defaults these are.
 */

const { abs, exp, sqrt, cos, sin, max, min, log, pow } = Math;
const TIMING_MS = 300;
const DECELERATION = 0.998;
const DECAY_LEAST_VELOCITY = 1;
/** A spring that comes to no rest by itself rests now. */
const SPRING_LONGEST_MS = 20000;
const MOST_REPEATS = 1e6;

/** A number, or what there is instead. */
function numberOr(value, otherwise) {
  return typeof value === 'number' && value === value ? value : otherwise;
}

/**
 * @param {any} animation `{kind, …}` as worklet_values.js and the realm make it
 * @param {number} from the value at which it begins
 * @param {(t: number) => number} curve of timing without one
 */
export function courseOf(animation, from, curve) {
  const { kind } = animation;
  if (kind === 'timing') return timing(animation, from, curve);
  if (kind === 'spring') return spring(animation, from);
  if (kind === 'decay') return decay(animation, from);
  if (kind === 'delay') return delayed(animation, from, curve);
  if (kind === 'sequence') return sequence(animation.list, from, curve);
  if (kind === 'repeat') return repeated(animation, from, curve);
  return { end: numberOr(animation, from), calls: [], at: () => ({ value: animation, isOver: true }), length: () => 0 };
}

/** The callback of one animation, by when it is over. */
function callsOf({ callback }, length) {
  return typeof callback === 'function' ? [{ after: length, callback }] : [];
}

function shifted(calls, ms) {
  const list = [];
  for (let i = 0; i < calls.length; i++) list[i] = { after: calls[i].after + ms, callback: calls[i].callback };
  return list;
}

function timing(animation, from, curve) {
  const { to, options } = animation;
  const given = options || {};
  const duration = max(0, numberOr(given.duration, TIMING_MS));
  const ease = typeof given.easing === 'function' ? given.easing : curve;
  const goal = numberOr(to, from);
  return {
    end: goal,
    calls: callsOf(animation, duration),
    length: () => duration,
    at: (elapsed) => (elapsed >= duration ? { value: goal, isOver: true }
      : { value: from + (goal - from) * numberOr(ease(elapsed / duration), 0), isOver: false }),
  };
}

function spring(animation, from) {
  const { to, options } = animation;
  const given = options || {};
  const mass = max(0.001, numberOr(given.mass, 1));
  const stiffness = max(0.001, numberOr(given.stiffness, 100));
  const damping = max(0, numberOr(given.damping, 10));
  const goal = numberOr(to, from);
  const way = goal - from;
  const v0 = -numberOr(given.velocity, 0);
  const zeta = damping / (2 * sqrt(stiffness * mass));
  const omega = sqrt(stiffness / mass);
  const restSpeed = numberOr(given.restSpeedThreshold, 2);
  const restWay = numberOr(given.restDisplacementThreshold, 0.01);
  const state = (seconds) => {
    if (zeta < 1) {
      const damped = omega * sqrt(1 - zeta * zeta);
      const fall = exp(-zeta * omega * seconds);
      const b = (v0 + zeta * omega * way) / damped;
      const [s, c] = [sin(damped * seconds), cos(damped * seconds)];
      const rest = fall * (b * s + way * c);
      return { rest, speed: zeta * omega * rest - fall * damped * (b * c - way * s) };
    }
    const fall = exp(-omega * seconds);
    const rest = fall * (way + (v0 + omega * way) * seconds);
    return { rest, speed: fall * (v0 * (seconds * omega - 1) + seconds * way * omega * omega) };
  };
  const at = (elapsed) => {
    const { rest, speed } = state(elapsed / 1000);
    const hasCrossed = given.overshootClamping === true && way !== 0 && rest * way < 0;
    const isResting = abs(speed) <= restSpeed && abs(rest) <= restWay;
    const isOver = hasCrossed || isResting || elapsed > SPRING_LONGEST_MS || !(abs(rest) < 1e12);
    return { value: isOver ? goal : goal - rest, isOver };
  };
  const length = lengthOf(at);
  return { end: goal, calls: callsOf(animation, length), length: () => length, at };
}

/** When a course without a fixed length is over, in steps of a frame. */
function lengthOf(at) {
  let elapsed = 0;
  while (elapsed < SPRING_LONGEST_MS && !at(elapsed).isOver) elapsed += 1000 / 60;
  return elapsed;
}

function decay(animation, from) {
  const { options } = animation;
  const given = options || {};
  const velocity = numberOr(given.velocity, 0);
  const rate = min(0.9999, max(0.001, numberOr(given.deceleration, DECELERATION)));
  const clamp = given.clamp && given.clamp.length === 2 ? given.clamp : null;
  const k = -log(rate);
  const at = (elapsed) => {
    const speed = velocity * pow(rate, elapsed);
    const value = from + (velocity / 1000 / k) * (1 - pow(rate, elapsed));
    const isOver = abs(speed) < DECAY_LEAST_VELOCITY;
    if (clamp && velocity < 0 && value <= clamp[0]) return { value: numberOr(clamp[0], value), isOver: true };
    if (clamp && velocity > 0 && value >= clamp[1]) return { value: numberOr(clamp[1], value), isOver: true };
    return { value, isOver };
  };
  const length = lengthOf(at);
  return { end: at(length).value, calls: callsOf(animation, length), length: () => length, at };
}

function delayed({ ms, animation }, from, curve) {
  const wait = max(0, numberOr(ms, 0));
  const inner = courseOf(animation, from, curve);
  const at = (elapsed) => (elapsed < wait ? { value: from, isOver: false } : inner.at(elapsed - wait));
  return { end: inner.end, calls: shifted(inner.calls, wait), length: () => wait + inner.length(), at };
}

/** One after the other; each begins where the one before has ended. */
function sequence(list, from, curve) {
  const parts = [];
  let total = 0;
  let value = from;
  const calls = [];
  for (let i = 0; i < list.length; i++) {
    const course = courseOf(list[i], value, curve);
    const own = shifted(course.calls, total);
    for (let j = 0; j < own.length; j++) calls[calls.length] = own[j];
    parts[i] = { start: total, course };
    total += course.length();
    value = course.end;
  }
  const end = value;
  return {
    end,
    calls,
    length: () => total,
    at(elapsed) {
      if (elapsed >= total) return { value: end, isOver: true };
      let i = parts.length - 1;
      while (i > 0 && parts[i].start > elapsed) i--;
      return { value: parts[i].course.at(elapsed - parts[i].start).value, isOver: false };
    },
  };
}

function repeated(whole, from, curve) {
  const { animation, times, isReversed } = whole;
  const count = numberOr(times, 2) <= 0 ? MOST_REPEATS : min(MOST_REPEATS, times);
  const there = courseOf(animation, from, curve);
  const back = isReversed && typeof animation.to === 'number' ? courseOf({ ...animation, to: from }, animation.to, curve) : there;
  const once = max(1, there.length());
  const total = once * count;
  const end = back !== there && count % 2 === 0 ? from : there.end;
  return {
    end,
    calls: callsOf(whole, total),
    length: () => total,
    at(elapsed) {
      if (elapsed >= total) return { value: end, isOver: true };
      const round = Math.floor(elapsed / once);
      const course = round % 2 === 1 ? back : there;
      return { value: course.at(elapsed - round * once).value, isOver: false };
    },
  };
}
