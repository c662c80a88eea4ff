/** Sizes of an element's content, padding, border and margin, in px. Runs in the shell page; called by `inspector.js`. */

const SIDES = ["top", "right", "bottom", "left"];

/**
 * @param {Element} element @param {CSSStyleDeclaration} computed
 * @returns {import("../../shared/wire/inspection.js").BoxModel}
 */
export function boxModel(element, computed) {
  const padding = sides(computed, (side) => `padding-${side}`);
  const border = sides(computed, (side) => `border-${side}-width`);
  const { width, height } = laidOut(element);
  const box = {
    width: Math.max(0, width - padding.left - padding.right - border.left - border.right),
    height: Math.max(0, height - padding.top - padding.bottom - border.top - border.bottom),
    padding, border, margin: sides(computed, (side) => `margin-${side}`), position: computed.position,
  };
  return computed.position === "static" ? box : { ...box, inset: sides(computed, (side) => side) };
}

/** Without transforms, which change what is seen and not what is laid out. */
function laidOut(element) {
  if (element.offsetWidth === undefined) return element.getBoundingClientRect();
  const seen = element.getBoundingClientRect();
  // offsetWidth is rounded; where nothing is transformed the exact size is seen.
  const isAsLaidOut = Math.abs(seen.width - element.offsetWidth) < 1 && Math.abs(seen.height - element.offsetHeight) < 1;
  return isAsLaidOut ? seen : { width: element.offsetWidth, height: element.offsetHeight };
}

function sides(computed, nameOf) {
  const [top, right, bottom, left] = SIDES.map((side) => Number.parseFloat(computed.getPropertyValue(nameOf(side))) || 0);
  return { top, right, bottom, left };
}
