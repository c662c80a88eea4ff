/**
 * Blocks made ready for cloning: a definition of the logic layer becomes, once per page and style scope, a DOM
 * fragment and a list of steps that finds its dynamic nodes in a clone.
 *
 * Runs in the shell page (Chromium); used by mount.js. Definitions come with the DOM operation "D".
 */

import { builtInFor } from "../components/index.js";
import { inlineStyle } from "./css_text.js";
import { hasRpx } from "./rpx.js";
import { entitiesDecoded, spacesReplaced } from "./text_value.js";

/** Steps of a plan. The operand of the recording steps follows in the next cell. */
export const STEP = Object.freeze({ DOWN: 0, RIGHT: 1, UP: 2, ELEMENT: 3, TEXT: 4, ANCHOR: 5 });

const NO_LISTENERS = Object.freeze(new Map());

/** One block definition in one page. */
export class Block {
  /** @param {object} def @param {Document} document */
  constructor(def, document) {
    this.def = def;
    this.document = document;
    this.ready = new Map();
    this.plan = null;
    /** Per node: Map of event type to true if the listener stops the event, or an empty Map. */
    this.listeners = def.nodes.map(listenersOf);
    /** Types of events that slots of the block listen to. @type {string[]} */
    this.slotTypes = def.nodes.flatMap((node) => (node.tag === "slot" ? (node.events ?? []).map(([type]) => type) : []));
    /** [node index, class] of the built-in components that have behaviour of their own. */
    this.builtIns = [];
    def.nodes.forEach((node, index) => {
      const BuiltIn = builtInFor(node, def.binds.some((b) => b[0] === index && b[1] === "attr"));
      if (BuiltIn) this.builtIns.push([index, BuiltIn]);
    });
    this.builtInAt = new Map(this.builtIns);
    /** Types of events with a handler in wxs, by node. @type {Map<number, Set<string>>} */
    this.wxsTypes = wxsTypesOf(def);
    /** Attributes with a `change:` observer: where their value stands, -1 = in the node. */
    this.observed = def.nodes.flatMap((node, index) =>
      Object.keys(node.change ?? {}).map((name) => ({
        node: index, name,
        value: def.binds.findIndex((b, i) => i < def.wire && b[0] === index && b[1] === "attr" && b[2] === name),
      })));
    this.rpxNodes = def.nodes.flatMap((node, index) => (node.style && hasRpx(node.style) ? [index] : []));
    this.hasTexts = def.binds.some(([, kind]) => kind === "text");
    /** Per value: how text of that value is changed on its way to the screen, or null. */
    this.textForms = def.binds.map(() => null);
    /** Per value: true if the text stands in a `text` element, where line breaks show. */
    this.keepsLines = def.binds.map(() => false);
  }

  /**
   * The node to clone for a scope: an element if the block is exactly one element, else a fragment.
   * @param {import("./scopes.js").Scope} scope @param {import("./rpx.js").RpxScale} rpx
   */
  template(scope, rpx) {
    const key = `${scope.key}:${rpx.key}`;
    let root = this.ready.get(key);
    if (!root) this.ready.set(key, (root = this.#build(scope, rpx)));
    return root;
  }

  #build(scope, rpx) {
    const marks = new Map();
    const fragment = this.document.createDocumentFragment();
    this.#children(fragment, this.def.tree, { marks, scope, rpx }, null);
    if (!fragment.firstChild) fragment.append("");
    const isSingle = fragment.childNodes.length === 1 && fragment.firstChild?.nodeType === 1;
    const root = isSingle ? /** @type {Element} */ (fragment.firstChild) : fragment;
    this.plan ??= planFor(root, marks);
    return root;
  }

  /** `build`: `{marks, scope, rpx}` of the whole block. `owner`: the node that they are children of. */
  #children(parent, tree, build, owner) {
    const { marks } = build;
    for (const vnode of tree) {
      if (typeof vnode === "string") {
        parent.append(this.#staticText(vnode, owner));
        if (isText(owner) && vnode.includes("\n")) parent.setAttribute("lines", "");
      } else if (vnode[0] === "$") {
        const text = this.document.createTextNode("");
        marks.set(text, [STEP.TEXT, vnode[1]]);
        this.textForms[vnode[1]] = textForm(owner);
        this.keepsLines[vnode[1]] = isText(owner);
        parent.append(text);
      } else if (vnode[0] === "?") {
        const anchor = this.document.createTextNode("");
        marks.set(anchor, [STEP.ANCHOR, vnode[1]]);
        parent.append(anchor);
      } else {
        this.#element(parent, vnode, build);
      }
    }
  }

  #element(parent, [index, tree], build) {
    const { marks, scope, rpx } = build;
    const node = this.def.nodes[index];
    const element = createElement(this.document, node);
    marks.set(element, [STEP.ELEMENT, index]);
    if (node.id) element.id = node.id;
    if (node.class) element.className = scope.classes(node.class);
    if (node.style) element.style.cssText = inlineStyle(node.style, rpx);
    if (node.hidden) element.hidden = true;
    for (const name in node.data) reflectData(element, name, node.data[name]);
    for (const name in node.attrs) if (name.startsWith("aria")) reflectAria(element, name, node.attrs[name]);
    const BuiltIn = this.builtInAt.get(index);
    const content = BuiltIn ? BuiltIn.skeleton(element, node) ?? element : element;
    if (BuiltIn) for (const name of shownBy(BuiltIn)) reflectFor(BuiltIn, element, name, node.attrs?.[name]);
    parent.append(element);
    this.#children(content, tree, build, node);
  }

  #staticText(text, owner) {
    const form = textForm(owner);
    const shown = form ? form(text) : text;
    return this.document.createTextNode(shown);
  }
}

/**
 * Shows an attribute in the DOM, for selectors of style sheets.
 * @param {Element} element @param {string} name camelCase @param {unknown} value
 */
function reflect(element, name, value) {
  const attribute = name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
  if (value === undefined || value === null || value === false) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value === true ? "" : String(value));
}

/** Names of the attributes that a built-in component shows in the DOM. */
function shownBy(BuiltIn) {
  return [...BuiltIn.reflects, ...BuiltIn.switches];
}

/**
 * Shows an attribute of a built-in component, if it is one that shows.
 * @param {typeof import("../components/built_in.js").BuiltIn} BuiltIn
 * @param {Element} element @param {string} name camelCase @param {unknown} value
 */
export function reflectFor(BuiltIn, element, name, value) {
  if (BuiltIn.switches.includes(name)) reflect(element, name, Boolean(value));
  else if (BuiltIn.reflects.includes(name)) reflect(element, name, value === "" ? undefined : value);
}

/**
 * Shows an accessibility attribute in the DOM; `aria-role` is HTML's `role`.
 * @param {Element} element @param {string} name camelCase @param {unknown} value
 */
export function reflectAria(element, name, value) {
  reflect(element, name === "ariaRole" ? "role" : name, value);
}

/**
 * Shows a value of the dataset in the DOM, for selectors of style sheets.
 * @param {Element} element @param {string} name camelCase @param {unknown} value
 */
export function reflectData(element, name, value) {
  if (!/^[\w.-]+$/.test(name)) return;
  const attribute = "data-" + name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
  if (value === null || typeof value === "object") element.removeAttribute(attribute);
  else element.setAttribute(attribute, String(value));
}

/** Every tag is `wx-…`, so that no name gets a life of its own from HTML. */
function createElement(document, { tag }) {
  return document.createElement(/^[A-Za-z][\w.-]*$/.test(tag) ? "wx-" + tag : "wx-unknown");
}

function listenersOf(node) {
  if (!node.events || node.events.length === 0) return NO_LISTENERS;
  const map = new Map();
  for (const [type, form] of node.events) map.set(type, map.get(type) || form.endsWith("catch"));
  return map;
}

function wxsTypesOf(def) {
  const types = new Map();
  def.nodes.forEach((node, index) => {
    for (const [type, , , value] of node.events ?? []) {
      const kind = value >= 0 ? def.binds[value][1] : "";
      if (kind !== "wxsevent" && kind !== "handler") continue;
      if (!types.has(index)) types.set(index, new Set());
      types.get(index).add(type);
    }
  });
  return types;
}

/** In a `text` element, `space` and `decode` change what is shown. */
function textForm(owner) {
  const attrs = isText(owner) ? owner.attrs : null;
  if (!attrs || (!attrs.decode && !attrs.space)) return null;
  return (text) => {
    const decoded = attrs.decode ? entitiesDecoded(text) : text;
    return attrs.space ? spacesReplaced(decoded, attrs.space) : decoded;
  };
}

function isText(owner) {
  return owner !== null && owner.tag === "text" && !owner.host;
}

/** The walk over a clone that meets every marked node, in as few steps as possible. */
function planFor(root, marks) {
  const steps = [];
  const holdsMark = (node) => marks.has(node) || [...node.childNodes].some(holdsMark);
  const visit = (node) => {
    const mark = marks.get(node);
    if (mark) steps.push(mark[0], mark[1]);
    const children = [...node.childNodes];
    const last = children.findLastIndex(holdsMark);
    if (last < 0) return;
    steps.push(STEP.DOWN);
    for (let i = 0; i <= last; i++) {
      if (holdsMark(children[i])) visit(children[i]);
      if (i < last) steps.push(STEP.RIGHT);
    }
    steps.push(STEP.UP);
  };
  visit(root);
  return steps;
}
