/**
 * Methods of elements that the logic layer has a page's view call, each with its arguments.
 *
 * Written from runtime/protocol/element_calls.py; change it there.
 */

/**
 * Plays key frames; answered when they have ended. ms.
 * @typedef {object} Animate
 * @property {"animate"} name
 * @property {any} frames
 * @property {any} duration
 */

/**
 * Takes back what key frames have set: of these properties, or all (None).
 * @typedef {object} ClearAnimation
 * @property {"clearAnimation"} name
 * @property {any} properties
 */

/**
 * Of a scroll-view: to `top`, `left`, px.
 * @typedef {object} ScrollTo
 * @property {"scrollTo"} name
 * @property {any} options
 */

/**
 * Of a scroll-view: to an element in it.
 * @typedef {object} ScrollIntoView
 * @property {"scrollIntoView"} name
 * @property {any} selector
 * @property {any} options
 */

/**
 * A switch of a scroll-view's context (`scrollEnabled` …).
 * @typedef {object} SetSwitch
 * @property {"setSwitch"} name
 * @property {string} switch
 * @property {any} value
 */

/**
 * A method of what rules a component (`VideoContext` …), answered with its result. `args`: a list of values.
 * @typedef {object} Invoke
 * @property {"invoke"} name
 * @property {string} method
 * @property {any} args
 */

/** @typedef {Animate | ClearAnimation | ScrollTo | ScrollIntoView | SetSwitch | Invoke} ElementCall */

export const elementCall = Object.freeze({
  /**
   * Plays key frames; answered when they have ended. ms.
   * @type {(members: Omit<Animate, "name">) => Animate}
   */
  animate: (members) => ({ name: "animate", ...members }),
  /**
   * Takes back what key frames have set: of these properties, or all (None).
   * @type {(members: Omit<ClearAnimation, "name">) => ClearAnimation}
   */
  clearAnimation: (members) => ({ name: "clearAnimation", ...members }),
  /**
   * Of a scroll-view: to `top`, `left`, px.
   * @type {(members: Omit<ScrollTo, "name">) => ScrollTo}
   */
  scrollTo: (members) => ({ name: "scrollTo", ...members }),
  /**
   * Of a scroll-view: to an element in it.
   * @type {(members: Omit<ScrollIntoView, "name">) => ScrollIntoView}
   */
  scrollIntoView: (members) => ({ name: "scrollIntoView", ...members }),
  /**
   * A switch of a scroll-view's context (`scrollEnabled` …).
   * @type {(members: Omit<SetSwitch, "name">) => SetSwitch}
   */
  setSwitch: (members) => ({ name: "setSwitch", ...members }),
  /**
   * A method of what rules a component (`VideoContext` …), answered with its result. `args`: a list of values.
   * @type {(members: Omit<Invoke, "name">) => Invoke}
   */
  invoke: (members) => ({ name: "invoke", ...members }),
});
