/**
 * The text of an editor: a list of cells, one for each UTF-16 unit and one for each picture, divider and block of the
 * program's own, so that an index into the list is the index of a delta. A line ends with a newline, which carries the
 * line's formats, or is a divider; the text ends with a newline.
 *
 * Runs in the shell page (Chromium); pure, used by the files beside it. Lists are never changed. The meaning of deltas
 * is that of Quill's.
 */

import { formatOf, formatsOf, valueOf } from "./formats.js";

/** @typedef {Readonly<{insert: string|Readonly<Record<string, any>>, attributes: Readonly<Record<string, any>>}>} Cell */

const NONE = Object.freeze({});
/** What a picture may carry beside its source. */
const IMAGE_ATTRIBUTES = ["alt", "width", "height", "class", "data-custom"];
/** A text of which a page would come to a stop. */
export const MAX_CELLS = 200_000;

/** @param {string} text @param {Record<string, any>} [attributes] @returns {Cell[]} */
export function cellsOfText(text, attributes = NONE) {
  const blocks = formatsOf(attributes, "block", () => true);
  const inlines = formatsOf(attributes, "inline", () => true);
  return [...text.replace(/\r\n?/g, "\n").split("")].map((insert) =>
    Object.freeze({ insert, attributes: insert === "\n" ? blocks : inlines }));
}

/** @param {Record<string, any>} embed @param {Record<string, any>} [attributes] @returns {Cell} */
export function embedCell(embed, attributes = NONE) {
  const kept = {};
  if (embed.image !== undefined) {
    for (const name of IMAGE_ATTRIBUTES) {
      if (attributes[name] !== undefined && attributes[name] !== null) kept[name] = String(attributes[name]);
    }
  }
  return Object.freeze({ insert: Object.freeze(embed), attributes: Object.freeze(kept) });
}

/** @param {Cell} cell */
export function isDivider(cell) {
  return typeof cell.insert === "object" && cell.insert.divider === true;
}

/** Whether a line ends with it. @param {Cell|undefined} cell undefined = there is none */
export function endsLine(cell) {
  return cell !== undefined && (cell.insert === "\n" || isDivider(cell));
}

/** In form: a divider stands alone, and the last line has an end. @param {Cell[]} cells @returns {Cell[]} */
export function normal(cells) {
  const found = [];
  for (const cell of cells.slice(0, MAX_CELLS)) {
    if (isDivider(cell) && found.length > 0 && !endsLine(found.at(-1))) found.push(newline());
    found.push(cell);
  }
  if (found.at(-1)?.insert !== "\n") found.push(newline());
  return found;
}

/**
 * @param {any} ops of a delta; what is no insertion, and no format, is left out
 * @param {(name: string) => boolean} isAllowed @returns {Cell[]}
 */
export function cellsOfOps(ops, isAllowed) {
  const found = [];
  for (const op of Array.isArray(ops) ? ops : []) {
    if (found.length >= MAX_CELLS) break;
    const { insert, attributes = NONE } = op ?? {};
    const given = attributes && typeof attributes === "object" ? attributes : NONE;
    if (typeof insert === "string") {
      const only = { ...formatsOf(given, "inline", isAllowed), ...formatsOf(given, "block", isAllowed) };
      // One by one: a text is longer than a call may have arguments.
      for (const cell of cellsOfText(insert.slice(0, MAX_CELLS), only)) found.push(cell);
    } else if (insert && typeof insert === "object") {
      const embed = embedOf(insert);
      if (embed) found.push(embedCell(embed, given));
    }
  }
  return normal(found);
}

/** What may stand in a text. @returns {Record<string, any>|null} */
function embedOf(insert) {
  if (typeof insert.image === "string") return { image: insert.image };
  if (insert.divider) return { divider: true };
  if (typeof insert.customBlock === "string") return { customBlock: insert.customBlock };
  return null;
}

/** @param {Cell[]} cells */
export function opsOf(cells) {
  const ops = [];
  let last = "";
  for (const { insert, attributes } of cells) {
    const known = JSON.stringify(attributes);
    const before = ops.at(-1);
    if (typeof insert === "string" && typeof before?.insert === "string" && known === last) before.insert += insert;
    else ops.push(known === "{}" ? { insert } : { insert, attributes });
    last = known;
  }
  return ops;
}

/** @param {Cell[]} cells */
export function textOf(cells) {
  return cells.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
}

/** Other cells instead of some. @param {Cell[]} cells @param {number} start @param {number} length @param {Cell[]} given */
export function replaced(cells, start, length, given) {
  return normal([...cells.slice(0, start), ...given, ...cells.slice(start + length)]);
}

/** The line around an index: where it begins, and where the cell is that ends it. @param {Cell[]} cells @param {number} index */
export function lineAt(cells, index) {
  let start = Math.min(index, cells.length - 1);
  while (start > 0 && !endsLine(cells[start - 1])) start -= 1;
  let end = start;
  while (end < cells.length - 1 && !endsLine(cells[end])) end += 1;
  return { start, end };
}

/**
 * The text with one format set, or (undefined) without it: of the letters in a range, or of its lines.
 * @param {Cell[]} cells @param {number} start @param {number} length @param {string} name @param {any} value
 */
export function formatted(cells, start, length, name, value) {
  const isBlock = formatOf(name)?.scope === "block";
  const from = isBlock ? lineAt(cells, start).start : start;
  const to = isBlock ? lineAt(cells, Math.max(start, start + length - 1)).end + 1 : start + length;
  return cells.map((cell, index) => {
    const isMeant = index >= from && index < to && typeof cell.insert === "string" && (cell.insert === "\n") === isBlock;
    return isMeant ? withFormat(cell, name, value) : cell;
  });
}

/** @param {Cell[]} cells @param {number} start @param {number} length */
export function unformatted(cells, start, length) {
  const { start: from } = lineAt(cells, start);
  const { end } = lineAt(cells, Math.max(start, start + length - 1));
  return cells.map((cell, index) => {
    const isMeant = cell.insert === "\n" ? index >= from && index <= end : index >= start && index < start + length;
    return isMeant && typeof cell.insert === "string" ? Object.freeze({ ...cell, attributes: NONE }) : cell;
  });
}

/**
 * The formats that all of a range have; of an index, those of the letter before and of the line.
 * @param {Cell[]} cells @param {number} start @param {number} length @returns {Record<string, any>}
 */
export function formatsAt(cells, start, length) {
  const lines = [];
  for (let at = start; at <= start + Math.max(0, length - 1) && at < cells.length;) {
    const { end } = lineAt(cells, at);
    lines.push(cells[end].attributes);
    at = end + 1;
  }
  const range = cells.slice(start, start + length).filter(({ insert }) => typeof insert === "string" && insert !== "\n");
  const before = cells[start - 1];
  const letters = length > 0 ? range : before && typeof before.insert === "string" && before.insert !== "\n" ? [before] : [];
  return { ...shared(lines), ...shared(letters.map(({ attributes }) => attributes)) };
}

/** @param {Record<string, any>[]} all */
function shared([first = NONE, ...others]) {
  return Object.fromEntries(Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value)));
}

/** @param {Cell} cell @param {string} name @param {any} value @returns {Cell} */
function withFormat(cell, name, value) {
  const { [name]: _, ...others } = cell.attributes;
  /** @type {Record<string, any>} */
  const attributes = others;
  const given = valueOf(name, value);
  if (given !== undefined) attributes[name] = given;
  // A line is a heading or an item of a list.
  if (given !== undefined && name === "header") delete attributes.list;
  if (given !== undefined && name === "list") delete attributes.header;
  const sorted = Object.fromEntries(Object.keys(attributes).sort().map((key) => [key, attributes[key]]));
  return Object.freeze({ ...cell, attributes: Object.freeze(sorted) });
}

/** @returns {Cell} */
function newline(attributes = NONE) {
  return Object.freeze({ insert: "\n", attributes });
}
