/**
 * What the `text` element's attributes `decode` and `space` do to a piece of text.
 *
 * Runs in the shell page (Chromium); pure functions, called when a text node is filled.
 */

const ENTITIES = { nbsp: "\u00a0", lt: "<", gt: ">", amp: "&", apos: "'", ensp: "\u2002", emsp: "\u2003" };
const SPACES = { ensp: "\u2002", emsp: "\u2003", nbsp: "\u00a0" };

/** @param {string} text */
export function entitiesDecoded(text) {
  return text.replace(/&(nbsp|lt|gt|amp|apos|ensp|emsp);/g, (_, name) => ENTITIES[name]);
}

/** @param {string} text @param {unknown} kind ensp, emsp or nbsp */
export function spacesReplaced(text, kind) {
  const space = SPACES[kind];
  return space ? text.replace(/ /g, space) : text;
}
