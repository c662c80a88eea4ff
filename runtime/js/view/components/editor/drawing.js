/**
 * The text of an editor as elements: in the page, block by block, and as HTML for the program. All of it is made of
 * cells, so that no text from outside is ever read as markup here.
 *
 * Runs in the shell page (Chromium); used by component.js.
 */

import { isDivider } from "./cells.js";
import { FORMATS, TAGS } from "./formats.js";

/** @typedef {import("./cells.js").Cell} Cell */
/** @typedef {{start: number, cells: Cell[], attributes: Record<string, any>, isDivider: boolean}} Line */
/** @typedef {{document: Document, image: (element: HTMLImageElement, source: string) => void, link: boolean}} Way */

/** @param {Cell[]} cells @returns {Line[]} */
export function linesOf(cells) {
  const lines = [];
  let start = 0;
  cells.forEach((cell, index) => {
    if (isDivider(cell)) {
      lines.push({ start: index, cells: [cell], attributes: {}, isDivider: true });
      start = index + 1;
    } else if (cell.insert === "\n") {
      lines.push({ start, cells: cells.slice(start, index), attributes: cell.attributes, isDivider: false });
      start = index + 1;
    }
  });
  return lines;
}

/** Lines that one element holds: the items of a list, or one line. @param {Line[]} lines @returns {Line[][]} */
export function groupsOf(lines) {
  const groups = [];
  for (const line of lines) {
    const { list } = line.attributes;
    const last = groups.at(-1);
    if (list && last && last[0].attributes.list === list) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** What a group looks like, as a text: equal texts, equal elements. @param {Line[]} group */
export function signatureOf(group) {
  return JSON.stringify(group.map(({ cells, attributes }) => [cells, attributes]));
}

/**
 * The element of a group, and those of its lines.
 * @param {Line[]} group @param {Way} way @returns {{element: HTMLElement, lines: HTMLElement[]}}
 */
export function drawn(group, way) {
  const [{ attributes: { list } }] = group;
  const lines = group.map((line) => lineElement(line, way));
  if (!list) return { element: lines[0], lines };
  const element = way.document.createElement(list === "ordered" ? "ol" : "ul");
  if (list.endsWith("checked")) element.setAttribute("data-checked", String(list === "checked"));
  element.append(...lines);
  return { element, lines };
}

/** @param {Cell[]} cells @param {Document} inert one in which nothing loads */
export function htmlOf(cells, inert) {
  const body = inert.createElement("div");
  const way = { document: inert, image: (element, source) => element.setAttribute("src", source), link: true };
  for (const group of groupsOf(linesOf(cells))) body.append(drawn(group, way).element);
  return body.innerHTML;
}

/** @param {Line} line @param {Way} way */
function lineElement(line, way) {
  const { attributes } = line;
  const tag = line.isDivider ? "hr" : attributes.list ? "li" : attributes.header ? `h${attributes.header}` : "p";
  const element = way.document.createElement(tag);
  if (line.isDivider) {
    if (!way.link) element.contentEditable = "false";
    return element;
  }
  styled(element, attributes, "block");
  if (attributes.indent) element.className = `ql-indent-${attributes.indent}`;
  element.append(...runs(line.cells, way));
  if (line.cells.length === 0) element.append(way.document.createElement("br"));
  return element;
}

function* runs(cells, way) {
  for (let at = 0; at < cells.length;) {
    const { insert, attributes } = cells[at];
    if (typeof insert !== "string") {
      yield embedElement(insert, attributes, way);
      at += 1;
      continue;
    }
    const known = JSON.stringify(attributes);
    let text = "";
    for (; at < cells.length && typeof cells[at].insert === "string" && JSON.stringify(cells[at].attributes) === known; at += 1) {
      text += cells[at].insert;
    }
    yield wrapped(text, attributes, way);
  }
}

function wrapped(text, attributes, way) {
  const { document } = way;
  /** @type {Text|HTMLElement} */
  let node = document.createTextNode(text);
  const around = (tag) => {
    const element = document.createElement(tag);
    element.append(node);
    node = element;
    return element;
  };
  if (Object.keys(attributes).some((name) => FORMATS[name]?.css)) styled(around("span"), attributes, "inline");
  if (attributes.script) around(attributes.script === "sub" ? "sub" : "sup");
  for (const name of [...TAGS].reverse()) if (attributes[name]) around(/** @type {string} */ (FORMATS[name].tag));
  if (attributes.link) {
    const element = around("a");
    // In the page a link leads nowhere: the editor stays.
    if (way.link) element.setAttribute("href", attributes.link);
  }
  return node;
}

function styled(element, attributes, scope) {
  for (const [name, value] of Object.entries(attributes)) {
    const format = FORMATS[name];
    if (format?.css && format.scope === scope) element.style.setProperty(format.css, String(value));
  }
}

function embedElement(insert, attributes, way) {
  if (insert.image !== undefined) {
    const element = way.document.createElement("img");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    way.image(element, insert.image);
    return element;
  }
  const element = way.document.createElement("span");
  element.className = "ql-custom-block";
  element.setAttribute("data-block-id", insert.customBlock);
  if (!way.link) element.contentEditable = "false";
  return element;
}
