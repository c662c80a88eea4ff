/**
 * How a swiper shows an item that is `offset` places away from the current one: `layout-type` and `transformer-type`.
 *
 * Runs in the shell page (Chromium); pure. Source: reference, swiper; Assumed: measures.
 */

/** @typedef {{transform: string, opacity?: number, zIndex?: number, origin?: string}} Look */

const TRANSFORMERS = {
  scaleAndFade: (o) => ({ more: `scale(${1 - 0.2 * near(o)})`, opacity: 1 - 0.5 * near(o) }),
  accordion: (o) => ({ more: `scaleX(${1 - near(o)})`, origin: o < 0 ? "100% 50%" : "0 50%" }),
  threeD: (o) => ({ more: `perspective(800px) rotateY(${bound(o) * 60}deg)`, origin: o < 0 ? "100% 50%" : "0 50%" }),
  zoomIn: (o) => ({ more: `scale(${1 - 0.4 * near(o)})` }),
  zoomOut: (o) => ({ more: `scale(${1 + 0.4 * near(o)})`, opacity: 1 - near(o) }),
  // What comes lies in the depth, what goes leaves to the side.
  deepthPage: (o) => (o <= 0 ? { more: "" } : { more: `scale(${1 - 0.25 * near(o)})`, opacity: 1 - near(o), isStill: true, zIndex: -1 }),
};
const STACKED = 3;

/**
 * @param {{layout: string, transformer: string, isVertical: boolean}} kind @param {number} offset
 * @returns {Look}
 */
export function lookOf({ layout, transformer, isVertical }, offset) {
  if (layout === "stackLeft") return stacked(-1, offset, isVertical);
  if (layout === "stackRight") return stacked(1, offset, isVertical);
  if (layout === "tinder") return tinder(offset);
  const plain = shifted(offset, isVertical);
  const way = layout === "transformer" ? TRANSFORMERS[transformer] ?? TRANSFORMERS.scaleAndFade : null;
  if (!way) return { transform: plain };
  const { more, isStill = false, ...look } = way(offset);
  return { transform: `${isStill ? shifted(0, isVertical) : plain} ${more}`, ...look };
}

/** Cards behind the current one, seen at one side; what has gone leaves to the other. */
function stacked(side, offset, isVertical) {
  if (offset < 0) return { transform: shifted(-side * offset * -1.1, isVertical), zIndex: 1 };
  const depth = Math.min(offset, STACKED);
  return {
    transform: `${shifted(side * depth * 0.08, isVertical)} scale(${1 - depth * 0.08})`,
    opacity: offset > STACKED ? 0 : 1, zIndex: -Math.ceil(offset),
  };
}

/** The uppermost card is thrown aside. */
function tinder(offset) {
  if (offset < 0) return { transform: `translate(${offset * 120}%, ${near(offset) * 10}%) rotate(${bound(offset) * 20}deg)`, zIndex: 1 };
  const depth = Math.min(offset, STACKED);
  return { transform: `translate(0, ${depth * 4}%) scale(${1 - depth * 0.06})`, opacity: offset > STACKED ? 0 : 1, zIndex: -Math.ceil(offset) };
}

function shifted(offset, isVertical) {
  const shift = `${offset * 100}%`;
  return isVertical ? `translate(0, ${shift})` : `translate(${shift}, 0)`;
}

function near(offset) {
  return Math.min(1, Math.abs(offset));
}

function bound(offset) {
  return Math.max(-1, Math.min(1, offset));
}
