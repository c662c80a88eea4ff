/**
 * `this.animate` and `this.clearAnimation` of a component: key frames played by the browser, which outrank the styles
 * of the element until they are cleared.
 *
 * Runs in the shell page (Chromium); called by tree.js for the methods "animate" and "clearAnimation" of any element.
 */

import { convertRpx } from "./rpx.js";

const LENGTHS = new Set(["bottom", "height", "left", "right", "top", "width"]);
const STYLES = new Set([...LENGTHS, "backgroundColor", "opacity", "transformOrigin"]);
const TRANSFORMS = new Set(
  ("matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY " +
    "translate translate3d translateX translateY translateZ").split(" "),
);

/**
 * @param {import("./tree.js").Tree} tree @param {HTMLElement} element
 * @param {object[]} frames as in the reference: offset, ease, styles and transforms @param {number} duration ms
 * @returns {Promise<null>} when it has ended
 */
export function animate(tree, element, frames, duration) {
  const keyframes = (Array.isArray(frames) ? frames : []).map((frame) => keyframe(frame, tree.rpx));
  if (keyframes.length === 0) return Promise.resolve(null);
  const animation = element.animate(keyframes, { duration: Number(duration) || 0, fill: "forwards" });
  (element.__keyframes ??= []).push(animation);
  return animation.finished.then(() => null, () => null);
}

/**
 * @param {HTMLElement} element @param {Record<string, boolean>|null} [which] only these properties; none = all
 */
export function clearAnimation(element, which) {
  const running = element.__keyframes ?? [];
  const names = which ? Object.keys(which).filter((name) => which[name]) : [];
  if (names.length === 0) {
    for (const animation of running) animation.cancel();
    element.__keyframes = [];
    return null;
  }
  const cleared = new Set(names.map((name) => (TRANSFORMS.has(name) ? "transform" : name)));
  for (const { effect } of running) {
    effect.setKeyframes(effect.getKeyframes().map((frame) => without(frame, cleared)));
  }
  return null;
}

function without({ computedOffset: _computed, ...frame }, cleared) {
  return Object.fromEntries(Object.entries(frame).filter(([name]) => !cleared.has(name)));
}

/** @returns {Keyframe} */
function keyframe(frame, rpx) {
  /** @type {Keyframe} */
  const result = {};
  const transforms = [];
  for (const [name, value] of Object.entries(frame ?? {})) {
    if (name === "offset") result.offset = Number(value);
    else if (name === "ease") result.easing = String(value);
    else if (STYLES.has(name)) result[name] = LENGTHS.has(name) ? length(value, rpx) : String(value);
    else if (TRANSFORMS.has(name)) transforms.push(`${name}(${list(value).map((part) => unit(name, part)).join(",")})`);
  }
  if (transforms.length > 0) result.transform = convertRpx(transforms.join(" "), rpx);
  return result;
}

function list(value) {
  return Array.isArray(value) ? value : [value];
}

function length(value, rpx) {
  return typeof value === "number" ? `${value}px` : convertRpx(String(value), rpx);
}

function unit(name, value) {
  if (typeof value !== "number") return String(value);
  if (name.startsWith("translate")) return `${value}px`;
  return /^(rotate([XYZ]?)|skew[XY]?)$/.test(name) ? `${value}deg` : String(value);
}
