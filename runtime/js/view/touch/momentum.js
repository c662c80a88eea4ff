/**
 * Speed of a finger, and scrolling that runs out after it has left.
 *
 * Runs in the shell page (Chromium); used by drag.js.
 */

const SAMPLE_MS = 100;
const FRICTION_PER_MS = 0.998;
const MIN_SPEED = 0.03;

export class Momentum {
  /** @param {Window} window of the page */
  constructor(window) {
    this.window = window;
    this.samples = [];
    this.frame = 0;
  }

  /** @param {number} time ms */
  begin(time) {
    this.samples = [{ dx: 0, dy: 0, time }];
  }

  /** @param {number} dx px @param {number} dy px @param {number} time ms */
  sample(dx, dy, time) {
    this.samples.push({ dx, dy, time });
    while (this.samples.length > 1 && time - this.samples[0].time > SAMPLE_MS) this.samples.shift();
  }

  /** px per ms at a moment; 0 if the finger rested before it left. @param {number} now ms */
  velocity(now) {
    const recent = this.samples.filter(({ time }) => now - time <= SAMPLE_MS);
    if (recent.length < 2) return { velocityX: 0, velocityY: 0 };
    const span = Math.max(now - recent[0].time, 1);
    const sum = (name) => recent.slice(1).reduce((total, sample) => total + sample[name], 0);
    return { velocityX: sum("dx") / span, velocityY: sum("dy") / span };
  }

  /**
   * @param {Element} element @param {"x"|"y"} axis @param {number} velocity px per ms of the finger
   * @param {number} [friction] the share of the speed that is left after a ms
   */
  run(element, axis, velocity, friction = FRICTION_PER_MS) {
    this.stop();
    const name = axis === "x" ? "scrollLeft" : "scrollTop";
    let speed = -velocity;
    let position = element[name];
    let last = this.window.performance.now();
    const step = (now) => {
      const span = Math.min(Math.max(now - last, 0), 50);
      last = now;
      position += speed * span;
      speed *= friction ** span;
      element[name] = position;
      const isStuck = Math.abs(element[name] - position) > 1;
      this.frame = Math.abs(speed) < MIN_SPEED || isStuck ? 0 : this.window.requestAnimationFrame(step);
    };
    if (Math.abs(speed) >= MIN_SPEED) this.frame = this.window.requestAnimationFrame(step);
  }

  stop() {
    this.window.cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}
