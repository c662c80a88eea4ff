/**
 * Plays what `wx.createAnimation(…).export()` gives: a list of steps, each a set of style changes with a transition.
 *
 * Runs in the shell page (Chromium); called by values.js for the binding kind "animation". The end of each step shows
 * as the browser's own `transitionend`, which events.js delivers.
 */

import { convertRpx } from "./rpx.js";

const LENGTHS = new Set(["translate", "translate3d", "translateX", "translateY", "translateZ"]);
const ANGLES = new Set(["rotate", "rotateX", "rotateY", "rotateZ", "skew", "skewX", "skewY"]);

/** Running animations of one page. */
export class Animations {
  /** @param {import("./tree.js").Tree} tree */
  constructor(tree) {
    this.tree = tree;
  }

  /** @param {HTMLElement} element @param {{actions?: object[]}|null} animation */
  play(element, animation) {
    const actions = animation?.actions;
    if (!Array.isArray(actions) || actions.length === 0) return;
    const run = { timer: 0, properties: element.__animation?.properties ?? new Map() };
    if (element.__animation) this.tree.window.clearTimeout(element.__animation.timer);
    element.__animation = run;
    // After the batch, when the element stands in the document.
    run.timer = this.tree.window.setTimeout(() => this.#step(element, run, actions, 0), 0);
  }

  /** Puts the animated properties back after the inline style was replaced. @param {HTMLElement} element */
  reapply(element) {
    if (!element.__animation) return;
    for (const [name, value] of element.__animation.properties) element.style.setProperty(name, value);
  }

  #step(element, run, actions, index) {
    if (index >= actions.length || element.__animation !== run) return;
    const { animates = [], option = {} } = actions[index];
    // The transition starts from what is computed now.
    element.getBoundingClientRect();
    const { duration = 400, timingFunction = "linear", delay = 0 } = option.transition ?? {};
    const set = (name, value) => {
      run.properties.set(name, value);
      element.style.setProperty(name, value);
    };
    const transforms = [];
    const changed = new Set();
    for (const { type, args } of animates) {
      if (type === "style") {
        changed.add(cssName(args[0]));
      } else {
        transforms.push(`${type}(${args.map((arg) => argument(type, arg)).join(",")})`);
        changed.add("transform");
      }
    }
    set("transition", [...changed].map((name) => `${name} ${duration}ms ${timingFunction} ${delay}ms`).join(","));
    set("transform-origin", option.transformOrigin ?? "50% 50% 0");
    for (const { type, args } of animates) {
      if (type === "style") set(cssName(args[0]), convertRpx(String(args[1]), this.tree.rpx));
    }
    if (transforms.length > 0) set("transform", convertRpx(transforms.join(" "), this.tree.rpx));
    run.timer = this.tree.window.setTimeout(() => this.#step(element, run, actions, index + 1), duration + delay);
  }
}

function argument(type, value) {
  if (typeof value !== "number") return String(value);
  if (LENGTHS.has(type)) return `${value}px`;
  return ANGLES.has(type) ? `${value}deg` : String(value);
}

function cssName(name) {
  return String(name).replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
}
