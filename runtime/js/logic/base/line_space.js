/**
 * The line space. Logic process. The engine calls every source `<input>`, so each module has lines of its own in one
 * large line space; this file maps a position in it back to file, line and column.
 */

import { characterColumn, countLines, sourceColumn } from './columns.js';
import { host } from './host.js';

/** The file of places in the base library. */
export const WRAPPER_FILE = 'handset';

let starts = [];
let files = [];
let sorted = true;
let top = host.libraryEnd; // last line in use; the loader gives the end of the base library

/**
 * Registers a source that begins at `source.line` (as the program counts); returns the newlines to put in front of it.
 * `shift`: length of what is put before its first line. `source.columns`: how compiling has moved columns.
 */
export function placeSource(file, source, shift, isGenerated) {
  const start = host.libraryEnd + source.line;
  const { code, columns = [] } = source;
  const entry = { start, file, shift, code, columns, isGenerated, lineStarts: null, described: null };
  const place = files.findIndex((other) => other.start === start);
  if (place >= 0) files[place] = entry;
  else files.push(entry);
  sorted = false;
  top = Math.max(top, start + countLines(code) + 1);
  return '\n'.repeat(start - 1);
}

/** Places source text that is no module of the program (the evaluator's) after everything else. */
export function placeLoose(file, code) {
  return placeSource(file, { line: top + 1 - host.libraryEnd, code, columns: [] }, 0, false);
}

/** The module whose lines in the line space hold a line; null for the base library. */
export function moduleAt(line) {
  if (line < host.libraryEnd + 1) return null;
  if (!sorted) {
    files.sort((a, b) => a.start - b.start);
    starts = files.map((entry) => entry.start);
    sorted = true;
  }
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= line) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? null : files[low];
}

/** Line and column (in bytes) of a position in the code of a module. */
export function placeIn(entry, line, column) {
  const inFile = line - entry.start + 1;
  return [inFile, inFile === 1 ? Math.max(1, column - entry.shift) : column];
}

/** `{file, line, column}` of a position in the line space; file "handset" for the base library. */
export function locate(line, column) {
  const entry = moduleAt(line);
  if (entry === null) return { file: WRAPPER_FILE, line, column };
  if (entry.isGenerated) return { file: entry.file, line: 0, column: 0 };
  const [inFile, inBytes] = placeIn(entry, line, column);
  let inLine = characterColumn(entry, inFile, inBytes);
  for (const columns of entry.columns) inLine = sourceColumn(columns, inFile, inLine);
  return { file: entry.file, line: inFile, column: inLine };
}

/** Where a function stands, as `"file:line"`; empty for native ones. */
export function whereIs(fn) {
  if (typeof fn !== 'function' || typeof fn.lineNumber !== 'number') return '';
  const at = locate(fn.lineNumber, 1);
  return at.file === WRAPPER_FILE ? '' : `${at.file}:${at.line}`;
}

/** The script that a function stands in; '' for one that is not the program's, or whose place cannot be told. */
export function fileOfFunction(fn) {
  const module = typeof fn.lineNumber === 'number' ? moduleAt(fn.lineNumber) : null;
  return module === null ? '' : module.file;
}
