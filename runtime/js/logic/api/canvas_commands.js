/**
 * The commands of a drawing, as they travel: a flat array of numbers and values (wire.md, "Canvas").
 *
 * Runs in the logic process (QuickJS); called by the drawing contexts. The numbers are the places in these two lists;
 * runtime/js/view/components/canvas/commands.js has the same lists.
 */

/** Methods of a context or a path. A command is `place * 10 + number of arguments`, then the arguments. */
const METHODS = [
  'beginPath', 'closePath', 'moveTo', 'lineTo', 'bezierCurveTo', 'quadraticCurveTo', 'arc', 'arcTo', 'ellipse', 'rect',
  'roundRect', 'fill', 'stroke', 'clip', 'clearRect', 'fillRect', 'strokeRect', 'fillText', 'strokeText', 'drawImage',
  'putImageData', 'save', 'restore', 'scale', 'rotate', 'translate', 'transform', 'setTransform', 'resetTransform',
  'setLineDash', 'addPath', 'reset',
];

/** Properties of a context. A command is `-1 - place`, then the value. */
const PROPERTIES = [
  'fillStyle', 'strokeStyle', 'globalAlpha', 'globalCompositeOperation', 'lineWidth', 'lineCap', 'lineJoin', 'miterLimit',
  'lineDashOffset', 'font', 'textAlign', 'textBaseline', 'direction', 'shadowBlur', 'shadowColor', 'shadowOffsetX',
  'shadowOffsetY', 'imageSmoothingEnabled', 'imageSmoothingQuality', 'filter', 'letterSpacing', 'wordSpacing', 'fontKerning',
  'fontStretch', 'fontVariantCaps', 'textRendering',
];

/** Methods whose arguments are all numbers (arc and ellipse: and a flag), and how many they need at least. */
export const NUMBERS_NEEDED = {
  moveTo: 2, lineTo: 2, bezierCurveTo: 6, quadraticCurveTo: 4, arc: 5, arcTo: 5, ellipse: 7, rect: 4, clearRect: 4,
  fillRect: 4, strokeRect: 4, scale: 2, rotate: 1, translate: 2, transform: 6,
};

const methodPlace = placesOf(METHODS);
const propertyPlace = placesOf(PROPERTIES);

/** @param {string[]} names @returns {Record<string, number>} */
function placesOf(names) {
  return Object.fromEntries(names.map((name, place) => [name, place]));
}

/**
 * Appends a method call. @param {any[]} commands @param {string} name @param {any[]} args as they travel
 */
export function writeCall(commands, name, args) {
  commands.push(methodPlace[name] * 10 + args.length, ...args);
}

/** Appends the setting of a property. @param {any[]} commands @param {string} name @param {any} value as it travels */
export function writeProperty(commands, name, value) {
  commands.push(-1 - propertyPlace[name], value);
}

/**
 * A function for a method with numbers only: `write` gets the numbers, unless they are too few or one is not finite
 * (then a canvas does nothing).
 * @param {string} name @param {(self: any, numbers: number[]) => void} write
 */
export function numbersMethod(name, write) {
  const needed = NUMBERS_NEEDED[name];
  return function (...args) {
    if (args.length < needed) return;
    for (let i = 0; i < args.length; i++) {
      const value = args[i];
      if (typeof value === 'number' && value - value === 0) continue;
      if (typeof value === 'boolean' && i >= needed) continue;
      if (value === undefined && i >= needed) args[i] = false;
      else {
        args[i] = Number(value);
        if (args[i] - args[i] !== 0) return;
      }
    }
    write(this, args);
  };
}
