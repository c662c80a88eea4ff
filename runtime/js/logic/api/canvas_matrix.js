/**
 * The matrix of `getTransform`, kept in the logic layer so that it can be read at once.
 *
 * Runs in the logic process (QuickJS); used by canvas_context_2d.js. Matrices are never changed: each step makes one.
 */

/** x' = a x + c y + e, y' = b x + d y + f. */
export class CanvasMatrix {
  /** @param {number[]} numbers a to f; the identity for those that are left out */
  constructor([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = []) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.e = e;
    this.f = f;
  }

  get is2D() {
    return true;
  }

  get isIdentity() {
    return this.a === 1 && this.b === 0 && this.c === 0 && this.d === 1 && this.e === 0 && this.f === 0;
  }

  /** This one after `other`. @param {CanvasMatrix} other */
  multiply(other) {
    return new CanvasMatrix([
      this.a * other.a + this.c * other.b,
      this.b * other.a + this.d * other.b,
      this.a * other.c + this.c * other.d,
      this.b * other.c + this.d * other.d,
      this.a * other.e + this.c * other.f + this.e,
      this.b * other.e + this.d * other.f + this.f,
    ]);
  }

  translate(x, y = 0) {
    return this.multiply(new CanvasMatrix([1, 0, 0, 1, x, y]));
  }

  scale(x, y = x) {
    return this.multiply(new CanvasMatrix([x, 0, 0, y]));
  }

  /** @param {number} angle degrees, as DOMMatrix has it */
  rotate(angle) {
    return this.turn((angle * Math.PI) / 180);
  }

  /** @param {number} angle radians */
  turn(angle) {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return this.multiply(new CanvasMatrix([cos, sin, -sin, cos]));
  }

  inverse() {
    const { a, b, c, d, e, f } = this;
    const area = a * d - b * c;
    return new CanvasMatrix([
      d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area,
    ]);
  }

  /** @param {{x: number, y: number}} point */
  transformPoint({ x = 0, y = 0 }) {
    return { x: this.a * x + this.c * y + this.e, y: this.b * x + this.d * y + this.f, z: 0, w: 1 };
  }
}

['m11', 'm12', 'm21', 'm22', 'm41', 'm42'].forEach((name, index) => {
  Object.defineProperty(CanvasMatrix.prototype, name, {
    get() {
      return this['abcdef'[index]];
    },
  });
});
