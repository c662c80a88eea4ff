/**
 * The part of a picture that is kept: a box in shares of its width and height, which is moved and pulled by its corners.
 * Pure. Runs in the shell page; used by image_editor.js.
 *
 * @typedef {{left: number, top: number, width: number, height: number}} CropBox
 */

/** A part is never smaller, in shares of the picture. */
const LEAST = 0.05;

/**
 * The largest part in the middle. @param {number} shape width of the part by its height, both in shares of the picture;
 * 0 = the whole picture @returns {CropBox}
 */
export function largestBox(shape) {
  const width = shape > 0 ? Math.min(1, shape) : 1;
  const height = shape > 0 ? Math.min(1, 1 / shape) : 1;
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
}

/** @param {CropBox} box @param {number} x @param {number} y @returns {CropBox} */
export function movedBox(box, x, y) {
  return { ...box, left: within(box.left + x, 1 - box.width), top: within(box.top + y, 1 - box.height) };
}

/**
 * One corner is pulled, the opposite one stays.
 * @param {CropBox} box @param {{x: 0|1, y: 0|1}} corner @param {number} x @param {number} y how far
 * @param {number} shape as of `largestBox`; 0 = any @returns {CropBox}
 */
export function pulledBox(box, corner, x, y, shape) {
  const fixed = { x: box.left + (corner.x ? 0 : box.width), y: box.top + (corner.y ? 0 : box.height) };
  const room = { x: corner.x ? 1 - fixed.x : fixed.x, y: corner.y ? 1 - fixed.y : fixed.y };
  let width = between(LEAST, box.width + (corner.x ? x : -x), room.x);
  let height = between(LEAST, box.height + (corner.y ? y : -y), room.y);
  if (shape > 0) {
    width = Math.min(room.x, room.y * shape, Math.max(width, height * shape));
    height = width / shape;
  }
  return { left: fixed.x - (corner.x ? 0 : width), top: fixed.y - (corner.y ? 0 : height), width, height };
}

function within(value, most) {
  return between(0, value, Math.max(0, most));
}

function between(least, value, most) {
  return Math.max(Math.min(least, most), Math.min(most, value));
}
