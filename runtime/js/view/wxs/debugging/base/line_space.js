/**
 * The modules with probes, by lines that no two of them share (logic/base/line_space.js). Evaluated in the realm of wxs
 * (../realm_debugging.js). Chromium names the source of a place, which the lines here are made of.
 */

import { sourceColumn } from '../../../../logic/base/columns.js';

/** The file of places in no module with probes. */
export const WRAPPER_FILE = 'handset';
/** No module has so many lines. */
const STRIDE = 1 << 24;
const modules = [];

/** `path` names the source; `shift`: length of what is put before its first line. */
export function placeModule(path, file, source, shift) {
  const at = modules.findIndex((module) => module.path === path);
  // Columns are told in characters, so no line has to be measured.
  const module = { path, file, shift, code: source.code, columns: source.columns, lineStarts: [] };
  if (at >= 0) modules[at] = module;
  else modules.push(module);
}

/** A line of a source among those of all; 0 if it has no probes. */
export function lineIn(path, line) {
  const at = modules.findIndex((module) => module.path === path);
  return at < 0 ? 0 : (at + 1) * STRIDE + line;
}

export const moduleAt = (line) => modules[Math.floor(line / STRIDE) - 1] || null;

/** Line and column of a position in the code of a module. */
export function placeIn(module, line, column) {
  const inFile = line % STRIDE;
  return [inFile, inFile === 1 ? Math.max(1, column - module.shift) : column];
}

export function locate(line, column) {
  const module = moduleAt(line);
  if (module === null) return { file: WRAPPER_FILE, line, column };
  const [inFile, character] = placeIn(module, line, column);
  let inLine = character;
  for (const columns of module.columns) inLine = sourceColumn(columns, inFile, inLine);
  return { file: module.file, line: inFile, column: inLine };
}

/** What the user has typed has no place. */
export const placeLoose = () => '';
