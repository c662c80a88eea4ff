/**
 * What two fingers do together: they move apart, turn and move on; the component that both lie on has it.
 *
 * Runs in the shell page (Chromium); driven by gestures.js. A component that takes part says so in `canPinch` and gets
 * `pinchBegan`, `pinched` and `pinchEnded`.
 */

/** @typedef {import("./fingers.js").Finger} Finger */
/** @typedef {import("./fingers.js").FingerPoint} FingerPoint */
/** @typedef {{clientX: number, clientY: number, distance: number, angle: number}} FingerPair how two points lie to each other */
/** @typedef {{scale: number, rotation: number, dx: number, dy: number, clientX: number, clientY: number}} PinchMove */

/** Nearer than this, two fingers count as this far apart, px. */
const LEAST_DISTANCE = 1;

export class Pinch {
  // What there is while there is an owner.
  /** @type {[Finger, Finger]} */
  fingers;
  /** How they lay at first, and at last. @type {FingerPair} */
  start;
  /** @type {FingerPair} */
  last;

  constructor() {
    /** @type {any} */
    this.owner = null;
  }

  /** @param {Finger} first @param {Finger} second */
  begin(first, second) {
    this.end();
    this.fingers = [first, second];
    this.start = this.last = between(first.last, second.last);
    for (let element = first.target; element; element = /** @type {any} */ (element.parentNode)) {
      const builtIn = element.__builtIn;
      if (!builtIn?.canPinch?.() || !element.contains(second.target)) continue;
      this.owner = builtIn;
      builtIn.pinchBegan?.(this.start);
      return;
    }
  }

  move() {
    if (!this.owner) return;
    const now = between(this.fingers[0].last, this.fingers[1].last);
    const { start, last } = this;
    this.last = now;
    this.owner.pinched({
      scale: now.distance / start.distance, rotation: turned(start.angle, now.angle),
      dx: now.clientX - last.clientX, dy: now.clientY - last.clientY, clientX: now.clientX, clientY: now.clientY,
    });
  }

  end() {
    this.owner?.pinchEnded?.();
    this.owner = null;
  }
}

/** Middle, distance in px, angle in degrees. @param {FingerPoint} a @param {FingerPoint} b @returns {FingerPair} */
export function between(a, b) {
  const [dx, dy] = [b.clientX - a.clientX, b.clientY - a.clientY];
  return {
    clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2,
    distance: Math.max(LEAST_DISTANCE, Math.hypot(dx, dy)), angle: (Math.atan2(dy, dx) * 180) / Math.PI,
  };
}

/** Degrees from one angle to another, the shorter way. */
function turned(from, to) {
  return ((((to - from) % 360) + 540) % 360) - 180;
}
