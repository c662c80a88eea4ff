/**
 * True positions. Logic process. The engine calls every source `<input>`, so each module has lines of its own in one
 * large line space; this file maps a position in it back to file, line and column, and makes `error.stack` read so.
 */
'use strict';

const WRAPPER_FILE = 'handset';
/** The constructor that the engine asks how a stack is written; the base library's own makes refusals. */
const NativeError = globalThis.Error;
const { defineProperty, set: setMember } = Reflect;
const NOT_A_FUNCTION = 'not a function';
const TERSE = [NOT_A_FUNCTION, 'cannot read property ', 'cannot set property ', 'value is not iterable'];
/** What errors at a place are about, of so many places. */
const MOST_DESCRIBED = 1000;
const described = new Map();
const LONGEST_STACK = 20000;
const LONGEST_LINE = 2000;
const MOST_PLACES = 10000;
const NOT_ASCII = /[^\0-\x7f]/;
const FRAME = /^\s*at (?:(.*?) \()?(.*?):(\d+)(?::(\d+))?\)?$/;
let starts = [];
let files = [];
let sorted = true;
let top = __handset.libraryEnd; // last line in use; the loader gives the end of the base library

/**
 * Registers a source that begins at `source.line` (as the program counts); returns the newlines to put in front of it.
 * `shift`: length of what is put before its first line. `source.columns`: how compiling has moved columns.
 */
__handset.placeSource = function (file, source, shift, isGenerated) {
  const start = __handset.libraryEnd + source.line;
  const { code, columns = [] } = source;
  const entry = { start, file, shift, code, columns, isGenerated, lineStarts: null };
  const place = files.findIndex((other) => other.start === start);
  if (place >= 0) files[place] = entry;
  else files.push(entry);
  described.clear();
  sorted = false;
  top = Math.max(top, start + countLines(code) + 1);
  return '\n'.repeat(start - 1);
};

/** Places source text that is no module of the program (the evaluator's) after everything else. */
__handset.placeLoose = function (file, code) {
  return __handset.placeSource(file, { line: top + 1 - __handset.libraryEnd, code }, 0, false);
};

/** The column in the source of a column in the compiled code. `columns`: `[line, column, source column]`, sorted. */
function sourceColumn(columns, line, column) {
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
function characterColumn(entry, line, column) {
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

function countLines(code) {
  let count = 0;
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) count++;
  return count;
}

/** The module whose lines in the line space hold a line; null for the base library. */
function moduleAt(line) {
  if (line < __handset.libraryEnd + 1) return null;
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
function placeIn(entry, line, column) {
  const inFile = line - entry.start + 1;
  return [inFile, inFile === 1 ? Math.max(1, column - entry.shift) : column];
}

/** `{file, line, column}` of a position in the line space; file "handset" for the base library. */
__handset.locate = function (line, column) {
  const entry = moduleAt(line);
  if (entry === null) return { file: WRAPPER_FILE, line, column };
  if (entry.isGenerated) return { file: entry.file, line: 0, column: 0 };
  const [inFile, inBytes] = placeIn(entry, line, column);
  let inLine = characterColumn(entry, inFile, inBytes);
  for (const columns of entry.columns) inLine = sourceColumn(columns, inFile, inLine);
  return { file: entry.file, line: inFile, column: inLine };
};

/** A file (with or without a line) of the program as the user knows it: by its path in the project folder. */
__handset.outerPath = function (file) {
  const below = __handset.settings && __handset.settings.below;
  return below && file !== '' && file[0] !== '(' ? `${below}/${file}` : file;
};

/** Where a function stands, as `"file:line"`; empty for native ones. */
__handset.whereIs = function (fn) {
  if (typeof fn !== 'function' || typeof fn.lineNumber !== 'number') return '';
  const at = __handset.locate(fn.lineNumber, 1);
  return at.file === WRAPPER_FILE ? '' : `${at.file}:${at.line}`;
};

/** Frames of the engine's call sites, the base library's own left out. */
function framesAt(sites) {
  const frames = [];
  let isDoubled = false;
  for (let i = 0; i < sites.length; i++) {
    const site = sites[i];
    const line = site.getLineNumber();
    if (typeof line !== 'number' || line <= 0) continue;
    const name = site.getFunctionName();
    const at = __handset.locate(line, site.getColumnNumber());
    if (at.file === WRAPPER_FILE) {
      // An async function calls the one inside it, which has its name (compiler, async_functions): one of them is shown.
      isDoubled = name === 'callAsync';
      continue;
    }
    if (!isDoubled) frames.push({ function: functionName(name), file: at.file, line: at.line, column: at.column });
    isDoubled = false;
  }
  return frames;
}

function functionName(name) {
  return name ? (name === '<eval>' ? '<module>' : __handset.cutName(name)) : '<anonymous>';
}

/** Errors → whether the engine raised them in the base library itself. Thrown on, an error stays whose it was. */
const slips = new WeakMap();

/** Whether the base library slipped where this error was raised. What it refuses is no slip. */
__handset.isOwnSlip = (thrown) => slips.get(thrown) === true && !__handset.isRefusal(thrown);

/** What the engine says of a value or a text, wherever it is used: the program gave it. */
const OF_A_VALUE = /^(?:toPrimitive$|cannot convert |revoked proxy|proxy: |circular reference|.*[Bb]ig[Ii]nt )/;
const OUT_OF_ROOM = ['out of memory', 'string too long', 'interrupted'];

/** Whether the engine complains of a value of the program's, or that there is no room for it. */
function isOfValue(error) {
  const { message } = error;
  return error instanceof RangeError || error instanceof SyntaxError || OUT_OF_ROOM.includes(message) || OF_A_VALUE.test(message);
}

/** Whether the line that raised it, or that called what is native and did, is the base library's. */
function isOwnSite(sites) {
  for (let i = 0; i < sites.length; i++) {
    const line = sites[i].getLineNumber();
    // Below the base library's lines stands code that the program makes of text.
    if (typeof line === 'number' && line > 0) return line >= __handset.libraryStart && moduleAt(line) === null;
  }
  return false;
}

NativeError.stackTraceLimit = 30;
NativeError.prepareStackTrace = function (error, sites) {
  try {
    if (!slips.has(error)) slips.set(error, isOwnSite(sites) && !isOfValue(error));
    if (error instanceof TypeError) nameExpression(error, sites[0]);
  } catch (_hostile) {
    // A class of the program's that has its own idea of a message.
  }
  let text = '';
  for (const at of framesAt(sites)) text += `    at ${at.function} (${at.file}:${at.line}:${at.column})\n`;
  return text;
};

/** The engine says "not a function" and where; the parser knows the expression that stands there. */
function nameExpression(error, site) {
  const { message } = error;
  if (typeof message !== 'string' || site === undefined || !TERSE.some((words) => message.startsWith(words))) return;
  const line = site.getLineNumber();
  const entry = typeof line === 'number' ? moduleAt(line) : null;
  const said = entry === null || entry.isGenerated ? ofNative(message, site) : ofModule(entry, line, site.getColumnNumber(), message);
  if (said !== message) defineProperty(error, 'message', { value: said, writable: true, configurable: true });
}

function ofNative(message, site) {
  const name = site.getFunctionName();
  return site.isNative() && name && message === NOT_A_FUNCTION ? `${message} (given to ${name})` : message;
}

function ofModule(entry, line, column, message) {
  const key = `${line}:${column}:${message}`;
  let said = described.get(key);
  if (said === undefined) {
    if (described.size >= MOST_DESCRIBED) described.clear();
    try {
      said = __handset.host.describeError(entry.code, ...placeIn(entry, line, column), message);
    } catch (_unsayable) {
      said = message;
    }
    described.set(key, said);
  }
  return said;
}

function stackOf(error) {
  try {
    return error !== null && typeof error === 'object' ? error.stack : undefined;
  } catch (_hostile) {
    return undefined;
  }
}

/** Stack frames of an error: `[{function, file, line, column}]`, the base library's own left out. */
__handset.framesOf = function (error) {
  const stack = stackOf(error);
  if (typeof stack !== 'string') return [];
  const frames = [];
  // A program may have put anything there.
  for (const text of stack.slice(0, LONGEST_STACK).split('\n')) {
    const match = text.length > LONGEST_LINE ? null : FRAME.exec(text);
    if (match === null || match[2] === 'native') continue;
    let at = { file: match[2], line: Number(match[3]), column: Number(match[4] || 0) };
    if (at.file === '<input>') at = __handset.locate(at.line, at.column);
    if (at.file === WRAPPER_FILE) continue;
    frames.push({ function: __handset.cutName(match[1] || ''), file: at.file, line: at.line, column: at.column });
  }
  return frames;
};

/** Scripts of which the host has told that nothing is known of their places. */
const plain = new Set();
/** `file:line:column` → what is known of the place. */
const known = new Map();

/** What the host knows of a place beside its script: the file that this was made of, whether it is a library's. */
function sourceOf({ file, line, column }) {
  if (plain.has(file) || file === '' || file[0] === '(' || line === 0) return null;
  const key = `${file}:${line}:${column}`;
  let place = known.get(key);
  if (place !== undefined) return place;
  const answer = __handset.host.sourcePlace(file, line, column);
  if (answer === '') {
    plain.add(file);
    return null;
  }
  place = JSON.parse(answer);
  if (known.size < MOST_PLACES) known.set(key, place);
  return place;
}

/** Frames as the user is shown them. */
__handset.outerFrames = function (frames) {
  const shown = [];
  for (const frame of frames) {
    const place = sourceOf(frame);
    const file = __handset.outerPath(frame.file);
    if (place === null) shown.push({ ...frame, file });
    else shown.push({ ...frame, file, ...place });
  }
  return shown;
};

/** Scripts have been exchanged: what was known of their places is so no more. */
__handset.forgetPlaces = function () {
  plain.clear();
  known.clear();
};

/** The stack of here as `prepare` makes it of the engine's call sites, whatever the program has put in its place. */
function stackHere(prepare) {
  const former = NativeError.prepareStackTrace;
  setMember(NativeError, 'prepareStackTrace', prepare);
  const { stack } = new NativeError();
  setMember(NativeError, 'prepareStackTrace', former);
  return stack;
}

/** Frames of the caller in the program. */
__handset.framesHere = function () {
  const frames = stackHere((_error, sites) => framesAt(sites));
  return Array.isArray(frames) ? frames : [];
};

function lineNumbers(_error, sites) {
  const lines = [];
  for (let i = 0; i < sites.length; i++) lines[i] = sites[i].getLineNumber();
  return lines;
}

/** The script that the nearest function of the program stands in; '' if there is none, or if the program hides it. */
__handset.callerFile = function () {
  const lines = stackHere(lineNumbers);
  for (let i = 0; typeof lines === 'object' && i < lines.length; i++) {
    const module = typeof lines[i] === 'number' ? moduleAt(lines[i]) : null;
    if (module !== null) return module.file;
  }
  return '';
};

/** The script that a function stands in; '' for one that is not the program's, or whose place cannot be told. */
__handset.fileOf = function (fn) {
  const module = typeof fn.lineNumber === 'number' ? moduleAt(fn.lineNumber) : null;
  return module === null ? '' : module.file;
};
