/**
 * Columns of places in compiled code: counted in bytes by the engine, moved by the compiler. Logic process; used by
 * `line_space.js`.
 */

const NOT_ASCII = /[^\0-\x7f]/;

/** The column in the source of a column in the compiled code. `columns`: `[line, column, source column]`, sorted. */
export function sourceColumn(columns, line, column) {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [atLine, atColumn] = columns[middle];
    if (atLine < line || (atLine === line && atColumn <= column)) low = middle + 1;
    else high = middle;
  }
  const moved = low === 0 ? null : columns[low - 1];
  return moved === null || moved[0] !== line ? column : Math.max(1, column - moved[1] + moved[2]);
}

/** The column in characters of one that the engine counts in bytes of UTF-8. `line` counts from 1. */
export function characterColumn(entry, line, column) {
  if (entry.lineStarts === null) entry.lineStarts = NOT_ASCII.test(entry.code) ? lineStartsOf(entry.code) : [];
  if (entry.lineStarts.length === 0) return column;
  const { code } = entry;
  let bytes = 1;
  let characters = 1;
  for (let i = entry.lineStarts[line - 1]; bytes < column && i < code.length; i++) {
    const unit = code.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) i++;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit < 0xd800 || unit > 0xdfff ? 3 : 4;
    characters++;
  }
  return characters;
}

function lineStartsOf(code) {
  const found = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) found.push(at + 1);
  return found;
}

export function countLines(code) {
  let count = 0;
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) count++;
  return count;
}
