/**
 * The commands of a drawing, as they arrive: a flat array of numbers and values (wire.md, "Canvas").
 *
 * Runs in the shell page (Chromium); called by surface.js and values.js. The numbers are the places in
 * these two lists; runtime/js/logic/api/canvas_commands.js has the same lists.
 */

/** Methods of a context or a path. A command is `place * 10 + number of arguments`, then the arguments. */
export const METHODS = [
  "beginPath", "closePath", "moveTo", "lineTo", "bezierCurveTo", "quadraticCurveTo", "arc", "arcTo", "ellipse", "rect",
  "roundRect", "fill", "stroke", "clip", "clearRect", "fillRect", "strokeRect", "fillText", "strokeText", "drawImage",
  "putImageData", "save", "restore", "scale", "rotate", "translate", "transform", "setTransform", "resetTransform",
  "setLineDash", "addPath", "reset",
];

/** Properties of a context. A command is `-1 - place`, then the value. */
export const PROPERTIES = [
  "fillStyle", "strokeStyle", "globalAlpha", "globalCompositeOperation", "lineWidth", "lineCap", "lineJoin", "miterLimit",
  "lineDashOffset", "font", "textAlign", "textBaseline", "direction", "shadowBlur", "shadowColor", "shadowOffsetX",
  "shadowOffsetY", "imageSmoothingEnabled", "imageSmoothingQuality", "filter", "letterSpacing", "wordSpacing", "fontKerning",
  "fontStretch", "fontVariantCaps", "textRendering",
];

/** What a command refers to and is not there (a picture that has not loaded): the command is left out. */
export const MISSING = Symbol("missing");

/**
 * Carries commands out.
 * @param {object} target context or path
 * @param {any[]} commands
 * @param {(value: any) => any} resolve a value of the wire → what the target takes, or MISSING
 * @param {{methods?: object, properties?: object}} own what the surface does in its own way
 * @param {(name: string, error: Error) => void} failed
 */
export function play(target, commands, resolve, { methods = {}, properties = {} }, failed) {
  for (let i = 0; i < commands.length; ) {
    const code = commands[i++];
    if (code < 0) {
      const name = PROPERTIES[-1 - code];
      const value = resolve(commands[i++]);
      if (value !== MISSING) target[name] = properties[name] ? properties[name](value) : value;
      continue;
    }
    const name = METHODS[Math.floor(code / 10)];
    const count = code % 10;
    const args = [];
    for (let k = 0; k < count; k++) args.push(resolve(commands[i + k]));
    i += count;
    if (args.includes(MISSING)) continue;
    try {
      if (methods[name]) methods[name](...args);
      else target[name](...args);
    } catch (error) {
      failed(name, error);
    }
  }
}
