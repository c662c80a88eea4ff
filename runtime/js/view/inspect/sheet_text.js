/**
 * The rules of a sheet as its text has them: those that the engine drops too, and what it drops of them.
 *
 * Runs in the shell page (Chromium); called by `matching.js`, and by `styles.js` for declarations that are tried out.
 * Rules are numbered in the order of the text, those in `@media` and the like among them, as the compiler numbers them
 * (`LinkedSheet.rules`).
 */

const TOKEN =
  /"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|\/\*[^]*?(?:\*\/|$)|\\[^]|url\(\s*(?!["'\s])[^)]*\)?|[{}();[\]]|[^"'/\\{}();[\]u]+|[^]/g;
const RULE_LISTS = new Set(["media", "supports", "layer", "container", "document", "-moz-document", "scope"]);
const IMPORTANT = /\s*!\s*important\s*$/i;
const COMMENTS = /\/\*[^]*?(?:\*\/|$)/g;

/**
 * @typedef {{property: string, value: string, important: boolean, line: number}} WrittenDeclaration
 * @typedef {{selector: string, conditions: string[], bodyStart: number, bodyEnd: number, bodyLine: number}} WrittenRule
 *   the body is what stands between the braces; `bodyLine` counts from the beginning of the selector
 */

/** @param {string} text @returns {WrittenRule[]} */
export function readSheet(text) {
  /** @type {WrittenRule[]} */
  const rules = [];
  const open = [];
  let start = -1;
  let skipped = 0;
  /** @type {any} the rule whose body is being read, without its end */
  let current = null;
  let line = 0;
  let startLine = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const isComment = token.startsWith("/*");
    if (current !== null || skipped > 0) {
      if (token === "{") skipped++;
      else if (token === "}") {
        if (skipped > 0) skipped--;
        else {
          rules.push({ ...current, bodyEnd: index });
          current = null;
        }
      }
    } else if (token === "{") {
      const prelude = start < 0 ? "" : text.slice(start, index).replace(COMMENTS, " ").trim();
      const name = /^@([\w-]+)/.exec(prelude)?.[1].toLowerCase();
      if (name === undefined) {
        current = { selector: prelude, conditions: [...open], bodyStart: index + 1, bodyLine: start < 0 ? 0 : line - startLine };
      }
      else if (RULE_LISTS.has(name)) open.push(prelude);
      else skipped = 1;
      start = -1;
    } else if (token === "}") {
      open.pop();
      start = -1;
    } else if (token === ";") start = -1;
    else if (start < 0 && !isComment && token.trim() !== "") {
      const lead = token.length - token.trimStart().length;
      start = index + lead;
      startLine = line + lineEnds(token.slice(0, lead));
    }
    line += lineEnds(token);
  }
  if (current !== null) rules.push({ ...current, bodyEnd: text.length });
  return rules;
}

/**
 * The declarations of a body, or of an inline style, in their order.
 * @param {string} body @param {number} [line] of its beginning, counted from that of the rule
 * @returns {WrittenDeclaration[]}
 */
export function readDeclarations(body, line = 0) {
  const found = [];
  let depth = 0;
  let start = 0;
  let startLine = line;
  for (const { 0: token, index } of body.matchAll(TOKEN)) {
    if ("([{".includes(token)) depth++;
    else if (")]}".includes(token)) depth = Math.max(0, depth - 1);
    else if (token === ";" && depth === 0) {
      const piece = body.slice(start, index);
      add(found, piece, startLine);
      start = index + 1;
      startLine += lineEnds(piece);
    }
  }
  add(found, body.slice(start), startLine);
  return found;
}

function add(found, piece, line) {
  const text = piece.replace(COMMENTS, (comment) => comment.replace(/[^\n]/g, " "));
  const match = /^(\s*)([*\w$-]+)\s*:([^]*)$/.exec(text);
  if (match === null) return;
  const value = match[3].trim();
  const important = IMPORTANT.test(value);
  found.push({
    property: match[2].startsWith("--") ? match[2] : match[2].toLowerCase(),
    value: important ? value.replace(IMPORTANT, "") : value, important, line: line + lineEnds(match[1]),
  });
}

/** The parts of a list of selectors. @param {string} selector */
export function splitSelectors(selector) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (const match of selector.matchAll(/"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?|\\[^]|[()[\],]/g)) {
    if ("([".includes(match[0])) depth++;
    else if (")]".includes(match[0])) depth--;
    else if (match[0] === "," && depth === 0) {
      parts.push(selector.slice(start, match.index).trim());
      start = match.index + 1;
    }
  }
  parts.push(selector.slice(start).trim());
  return parts;
}

function lineEnds(text) {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
