/**
 * wx.createAnimation: collects steps of styles and transforms for the attribute `animation`.
 *
 * Runs in the logic process (QuickJS); no messages. `export()` gives
 * `{actions: [{animates: [{type, args}], option: {transformOrigin, transition: {duration, timingFunction, delay}}}]}`;
 * `type` is `style` (args: CSS name, value) or a transform function (args: numbers; lengths are px or have units).
 * What an earlier step has set stays in later ones, as on the platform.
 * Source: reference, Animation.
 */

import { keepState, stateOf } from './private_state.js';

const LENGTHS = ['width', 'height', 'left', 'right', 'top', 'bottom'];
const TRANSFORMS = [
  'matrix', 'matrix3d', 'rotate', 'rotate3d', 'rotateX', 'rotateY', 'rotateZ', 'scale', 'scale3d', 'scaleX', 'scaleY',
  'scaleZ', 'skew', 'skewX', 'skewY', 'translate', 'translate3d', 'translateX', 'translateY', 'translateZ',
];
const DEFAULTS = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' };

export class Animation {
  /** @param {object} [option] duration, timingFunction, delay, transformOrigin for every step */
  constructor(option) {
    const { duration, timingFunction, delay, transformOrigin } = { ...DEFAULTS, ...option };
    // Observed: programs read it, change it between steps, and hand the object on as data.
    this.option = { transition: { duration, timingFunction, delay }, transformOrigin };
    keepState(this, { actions: [], current: new Map() });
  }

  /** @param {number} value */
  opacity(value) {
    return setStyle(this, 'opacity', value);
  }

  /** @param {string} value */
  backgroundColor(value) {
    return setStyle(this, 'background-color', value);
  }

  /** Ends a step: what was called before it runs together. @param {object} [option] for this step alone */
  step(option) {
    const { actions, current } = stateOf(this);
    const { transformOrigin: origin, transition } = Object(this.option);
    const { duration, timingFunction, delay, transformOrigin } = { transformOrigin: origin, ...transition, ...option };
    actions.push({
      animates: [...current.values()],
      option: { transformOrigin, transition: { duration, timingFunction, delay } },
    });
    return this;
  }

  /** The steps so far, for the attribute; the next export starts without them. */
  export() {
    const { actions } = stateOf(this);
    stateOf(this).actions = [];
    return { actions };
  }
}

function setStyle(animation, name, value) {
  stateOf(animation).current.set(`style.${name}`, { type: 'style', args: [name, value] });
  return animation;
}

for (const name of LENGTHS) {
  Animation.prototype[name] = function length(value) {
    return setStyle(this, name, typeof value === 'number' ? `${value}px` : value);
  };
}
for (const type of TRANSFORMS) {
  Animation.prototype[type] = function transform(...args) {
    stateOf(this).current.set(type, { type, args });
    return this;
  };
}
