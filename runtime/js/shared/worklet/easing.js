/**
 * The curves of `wx.worklet.Easing`: functions of a share of the time, 0 to 1, that give a share of the way.
 *
 * Runs in the logic process, where a program calls and combines them, and in the realm of worklets in the view, which
 * makes the same ones of what `noted` was told. Source: reference, worklet.Easing; formulas: Robert Penner's.
 */

const { PI, cos, pow, sin, sqrt, abs } = Math;
const BOUNCE = 7.5625;
const NEWTON_STEPS = 8;
const HALVINGS = 40;

const linear = (t) => t;
const quad = (t) => t * t;
const cubic = (t) => t * t * t;
const sine = (t) => 1 - cos((t * PI) / 2);
const circle = (t) => 1 - sqrt(1 - t * t);
const exp = (t) => pow(2, 10 * (t - 1));

function bounce(t) {
  if (t < 1 / 2.75) return BOUNCE * t * t;
  const shifted = t < 2 / 2.75 ? t - 1.5 / 2.75 : t < 2.5 / 2.75 ? t - 2.25 / 2.75 : t - 2.625 / 2.75;
  const base = t < 2 / 2.75 ? 0.75 : t < 2.5 / 2.75 ? 0.9375 : 0.984375;
  return BOUNCE * shifted * shifted + base;
}

const poly = (n) => (t) => pow(t, n);
const elastic = (bounciness = 1) => (t) => 1 - pow(cos((t * PI) / 2), 3) * cos(t * bounciness * PI);
const back = (s = 1.70158) => (t) => t * t * ((s + 1) * t - s);
const turned = (easing) => (t) => 1 - easing(1 - t);
const both = (easing) => (t) => (t < 0.5 ? easing(t * 2) / 2 : 1 - easing((1 - t) * 2) / 2);
const kept = (easing) => (t) => easing(t);
const steps = (n = 10, jumps = true) => (t) => Math.min(Math.max((jumps ? Math.ceil : Math.floor)(t * n) / n, 0), 1);

/** As CSS has it: the point of a curve from 0,0 to 1,1 at a given x. */
function bezier(x1, y1, x2, y2) {
  const at = (a, b, u) => ((1 - 3 * b + 3 * a) * u + (3 * b - 6 * a)) * u * u + 3 * a * u;
  const slope = (a, b, u) => 3 * (1 - 3 * b + 3 * a) * u * u + 2 * (3 * b - 6 * a) * u + 3 * a;
  return (t) => {
    if (t <= 0 || t >= 1 || (x1 === y1 && x2 === y2)) return t;
    let u = t;
    for (let i = 0; i < NEWTON_STEPS; i++) {
      const steepness = slope(x1, x2, u);
      if (abs(steepness) < 1e-6) break;
      u -= (at(x1, x2, u) - t) / steepness;
    }
    if (!(abs(at(x1, x2, u) - t) < 1e-5)) u = halved((v) => at(x1, x2, v), t);
    return at(y1, y2, u);
  };
}

function halved(x, wanted) {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (x(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The same as an object of the library whose names these are has it: programs ask it for the curve. */
function bezierMaker(x1, y1, x2, y2) {
  const curve = bezier(x1, y1, x2, y2);
  return Object.assign((t) => curve(t), { factory: () => curve });
}

/** Curves, and what makes one. */
const CURVES = { linear, quad, cubic, sin: sine, circle, exp, bounce };
const MAKERS = { poly, elastic, back, bezier: bezierMaker, cubicBezier: bezier, bezierFn: bezier, steps, in: kept, out: turned, inOut: both };

/**
 * `Easing`. `noted` hears of every curve how it is made: its name, and the arguments if it is made with some.
 * @param {(curve: Function, name: string, args: any[] | null) => void} noted
 */
export function createEasing(noted) {
  const easing = {};
  for (const name in CURVES) {
    easing[name] = CURVES[name];
    noted(easing[name], name, null);
  }
  easing.ease = bezier(0.42, 0, 1, 1);
  noted(easing.ease, 'ease', null);
  for (const name in MAKERS) {
    easing[name] = (a, b, c, d) => {
      const curve = MAKERS[name](a, b, c, d);
      noted(curve, name, [a, b, c, d]);
      // Observed: official demo, which asks `bezier(…)` for its `factory()`.
      if (curve.factory) noted(curve.factory(), 'bezierFn', [a, b, c, d]);
      return curve;
    };
  }
  return easing;
}
