/**
 * HTML as the text of an editor: what setContents and a paste bring, and what the browser itself has written while a
 * word is composed. It is read in a document of its own, in which nothing runs and nothing loads; tags and styles that
 * are no format leave their text behind, and what is no text leaves nothing.
 *
 * Runs in the shell page (Chromium); used by component.js.
 */

import { cellsOfText, embedCell, endsLine, MAX_CELLS, normal } from "./cells.js";
import { FORMATS, formatOf, valueOf } from "./formats.js";

const BLOCKS = new Set(("p div h1 h2 h3 h4 h5 h6 li ul ol blockquote section article header footer table tr pre dl dt dd " +
  "figure figcaption center main nav aside address").split(" "));
const SILENT = new Set("script style template iframe object embed noscript head title meta link textarea select svg math".split(" "));
/** @type {Record<string, [string, any]>} */
const TAG_FORMATS = {
  strong: ["bold", true], b: ["bold", true], em: ["italic", true], i: ["italic", true], u: ["underline", true],
  s: ["strike", true], del: ["strike", true], strike: ["strike", true], ins: ["ins", true], sub: ["script", "sub"],
  sup: ["script", "super"],
};
/** What parts of a shorthand are called that it says nothing of. */
const NO_VALUES = new Set(["initial", "inherit", "unset", "normal"]);
const MAX_DEPTH = 200;

/**
 * @param {string} html @param {Window} window @param {(name: string) => boolean} isAllowed
 * @returns {import("./cells.js").Cell[]}
 */
export function cellsOfHtml(html, window, isAllowed) {
  const { body } = new /** @type {any} */ (window).DOMParser().parseFromString(String(html), "text/html");
  return cellsOfElement(body, isAllowed);
}

/** @param {Element} root @param {(name: string) => boolean} isAllowed @returns {import("./cells.js").Cell[]} */
export function cellsOfElement(root, isAllowed) {
  const reader = new Reader(isAllowed);
  reader.children(root, { inline: {}, block: {}, list: "", indent: -1 }, 0);
  reader.endLine({});
  return normal(reader.cells.length === 0 ? cellsOfText("\n") : reader.cells);
}

class Reader {
  constructor(isAllowed) {
    this.isAllowed = isAllowed;
    /** @type {import("./cells.js").Cell[]} */
    this.cells = [];
  }

  children(node, around, depth) {
    if (depth > MAX_DEPTH || this.cells.length > MAX_CELLS) return;
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.#text(child, around);
      else if (child.nodeType === 1) this.#element(child, around, depth);
    }
  }

  /** The line that has been begun ends here. */
  endLine(block) {
    if (this.cells.length > 0 && !endsLine(this.cells.at(-1))) this.cells.push(...cellsOfText("\n", block));
  }

  #text({ data }, { inline }) {
    // A word that the browser has written may end with spaces that do not break.
    const text = data.replace(/[\t\n\r ]+/g, " ").replace(/\u00a0/g, " ").replace(/[\u200b\ufeff]/g, "");
    const isFirst = this.cells.length === 0 || endsLine(this.cells.at(-1));
    for (const cell of cellsOfText(isFirst && text.trim() === "" ? "" : text, inline)) this.cells.push(cell);
  }

  #element(element, around, depth) {
    const tag = element.localName;
    if (SILENT.has(tag)) return;
    if (tag === "br") return this.#break(element, around);
    if (tag === "img") return this.#image(element);
    if (tag === "hr") {
      this.endLine(around.block);
      this.cells.push(embedCell({ divider: true }));
      return;
    }
    const blockId = element.getAttribute("data-block-id");
    if (blockId !== null) {
      this.cells.push(embedCell({ customBlock: blockId }));
      return;
    }
    if (BLOCKS.has(tag)) this.#block(element, tag, around, depth);
    else this.children(element, { ...around, inline: { ...around.inline, ...this.#inline(element, tag) } }, depth + 1);
  }

  #block(element, tag, around, depth) {
    this.endLine(around.block);
    const isList = tag === "ul" || tag === "ol";
    const own = this.#styles(element, "block");
    const inside = {
      inline: { ...around.inline, ...this.#styles(element, "inline") },
      block: { ...around.block, ...own },
      list: isList ? listOf(element, tag) : around.list,
      indent: isList ? around.indent + 1 : around.indent,
    };
    const heading = /^h([1-6])$/.exec(tag);
    if (heading) this.#set(inside.block, "header", heading[1]);
    if (tag === "li") {
      this.#set(inside.block, "list", around.list || "bullet");
      if (around.indent > 0) this.#set(inside.block, "indent", around.indent);
    }
    const indent = /(?:^| )ql-indent-([1-8])(?: |$)/.exec(element.className);
    if (indent) this.#set(inside.block, "indent", indent[1]);
    const before = this.cells.length;
    this.children(element, inside, depth + 1);
    const isLeaf = !isList && !["table", "tr", "dl"].includes(tag);
    const isEmpty = this.cells.length === before && element.querySelector("br") === null;
    if (this.cells.length > before && !endsLine(this.cells.at(-1))) this.endLine(inside.block);
    else if (isEmpty && isLeaf && element.childElementCount === 0 && tag !== "div") this.#newline(inside.block);
  }

  /** A break that ends its block says no more than the block does. */
  #break(element, { block }) {
    const isLast = element.nextSibling === null && BLOCKS.has(element.parentNode?.localName);
    const isAlone = this.cells.length === 0 || endsLine(this.cells.at(-1));
    if (!isLast || isAlone) this.#newline(block);
  }

  #newline(block) {
    this.cells.push(...cellsOfText("\n", block));
  }

  #image(element) {
    const source = element.getAttribute("data-src") ?? element.getAttribute("src");
    if (!source) return;
    const attributes = {};
    for (const name of ["alt", "width", "height", "class", "data-custom"]) {
      const value = element.getAttribute(name) || element.style?.[name];
      if (value) attributes[name] = value;
    }
    this.cells.push(embedCell({ image: source }, attributes));
  }

  #inline(element, tag) {
    const found = this.#styles(element, "inline");
    const [name, value] = TAG_FORMATS[tag] ?? (tag === "a" ? ["link", element.getAttribute("href")] : []);
    if (name) this.#set(found, name, value);
    if (tag === "font" && element.getAttribute("color")) this.#set(found, "color", element.getAttribute("color"));
    return found;
  }

  #styles(element, scope) {
    const found = {};
    const { style } = element;
    if (!style || style.length === 0) return found;
    for (const [name, format] of Object.entries(FORMATS)) {
      if (!format.css || format.scope !== scope) continue;
      const value = style.getPropertyValue(format.css);
      if (value !== "" && !NO_VALUES.has(value)) this.#set(found, name, value);
    }
    // Shorthands say their parts.
    for (const [whole, parts] of [["font", /^font./], ["margin", /^margin./], ["padding", /^padding./]]) {
      if (/** @type {string} */ (whole) in found) for (const name of Object.keys(found)) if (/** @type {RegExp} */ (parts).test(name)) delete found[name];
    }
    return found;
  }

  #set(formats, name, given) {
    const value = formatOf(name) && this.isAllowed(name) ? valueOf(name, given) : undefined;
    if (value !== undefined) formats[name] = value;
  }
}

function listOf(element, tag) {
  if (tag === "ol") return "ordered";
  const checked = element.getAttribute("data-checked");
  return checked === null ? "bullet" : checked === "true" ? "checked" : "unchecked";
}
