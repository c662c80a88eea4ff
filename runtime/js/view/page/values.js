/**
 * Puts values of bindings into the DOM: the one file that writes text, attributes, classes and styles of a block.
 *
 * Runs in the shell page (Chromium); called while a block is mounted, for the operations "U" and "X", and when the
 * width of the phone changes.
 */

import { reflectAria, reflectData, reflectFor } from "./block.js";
import { inlineStyle } from "./css_text.js";
import { hasRpx } from "./rpx.js";

const NO_ATTRIBUTES = Object.freeze({});

/** Writes the values of one page's instances. */
export class Values {
  /** @param {import("./tree.js").Tree} tree */
  constructor(tree) {
    this.tree = tree;
  }

  /** All values of a fresh instance, and its built-in components. @param {import("./instance.js").Instance} instance */
  fill(instance) {
    const { block, elements, values } = instance;
    for (let i = 0; i < block.builtIns.length; i++) {
      const [node, BuiltIn] = block.builtIns[i];
      const builtIn = new BuiltIn(elements[node], block.def.nodes[node].attrs ?? NO_ATTRIBUTES, this.tree);
      elements[node].__builtIn = builtIn;
      (instance.builtIns ??= []).push(builtIn);
    }
    for (let i = 0; i < values.length; i++) this.set(instance, i, values[i]);
    if (instance.builtIns) for (const builtIn of instance.builtIns) builtIn.begin();
  }

  /** One value. @param {import("./instance.js").Instance} instance @param {number} index @param {any} value */
  set(instance, index, value) {
    const [node, kind, name] = instance.block.def.binds[index];
    switch (kind) {
      case "text":
        this.#text(instance, index, value);
        break;
      case "class":
        this.setClass(instance, node, value);
        break;
      case "style":
        this.setStyle(instance.elements[node], value);
        break;
      case "hidden":
        instance.elements[node].hidden = Boolean(value);
        instance.elements[node].__builtIn?.hiddenChanged();
        break;
      case "id":
        instance.elements[node].id = value === null ? "" : String(value);
        break;
      case "attr":
        this.#attribute(instance.elements[node], name, value);
        break;
      case "animation":
        this.tree.animations.play(instance.elements[node], value);
        break;
      case "data":
        reflectData(instance.elements[node], name, value);
        break;
    }
  }

  #text(instance, index, value) {
    const text = value === null ? "" : String(value);
    const form = instance.block.textForms[index];
    const node = instance.texts[index];
    node.data = form ? form(text) : text;
    if (instance.block.keepsLines[index] && text.includes("\n")) node.parentNode.setAttribute("lines", "");
  }

  /** @param {import("./instance.js").Instance} instance @param {number} node @param {unknown} value */
  setClass(instance, node, value) {
    const element = instance.elements[node];
    const classes = this.classes(instance, element, value);
    element.className = element.__hover ? `${classes} ${element.__hover}` : classes;
    element.__builtIn?.restyled();
  }

  /** The class attribute for what the markup says, with what wxs added and removed. */
  classes(instance, element, value) {
    const classes = instance.scope.classes(value);
    if (!element.__wxs) return classes;
    const { added, removed } = element.__wxs;
    const kept = classes.split(" ").filter((token) => token !== "" && !removed.has(token) && !added.has(token));
    return [...kept, ...added].join(" ");
  }

  /** Classes again, after wxs changed them. @param {HTMLElement} element */
  reclassElement(element) {
    const instance = this.tree.instances.get(element.__id);
    if (instance) this.setClass(instance, element.__n, this.tree.written(element, "class"));
  }

  /** The inline style again, after wxs changed its part. @param {HTMLElement} element */
  restyleElement(element) {
    if (this.tree.instances.has(element.__id)) this.setStyle(element, this.tree.written(element, "style"));
  }

  /** The element is a host whose style goes to the component alone. @param {HTMLElement} element */
  hideStyle(element) {
    element.__hasNoStyle = true;
    element.style.cssText = "";
  }

  /** @param {HTMLElement} element @param {unknown} value CSS text */
  setStyle(element, value) {
    if (element.__hasNoStyle) return;
    element.style.cssText = value === null || value === undefined ? "" : inlineStyle(String(value), this.tree.rpx);
    this.tree.animations.reapply(element);
    for (const [name, given, priority] of element.__wxs?.style ?? []) element.style.setProperty(name, given, priority);
    for (const [name, given] of element.__animated ?? []) element.style.setProperty(name, given);
    element.__builtIn?.restyled();
  }

  #attribute(element, name, value) {
    const isAbsent = value !== null && typeof value === "object" && value.$u === 1;
    const builtIn = element.__builtIn;
    if (name.startsWith("aria")) reflectAria(element, name, isAbsent ? undefined : value);
    if (builtIn) {
      reflectFor(builtIn.constructor, element, name, isAbsent ? undefined : value);
      builtIn.assign(name, isAbsent ? undefined : value);
    } else {
      element.__attrs = { ...element.__attrs, [name]: isAbsent ? undefined : value };
    }
  }

  /** Classes again, after the external classes of the scope changed. @param {import("./instance.js").Instance} instance */
  reclass(instance) {
    const { def } = instance.block;
    def.nodes.forEach((node, index) => {
      if (node.class) this.setClass(instance, index, node.class);
    });
    for (let i = 0; i < def.wire; i++) {
      if (def.binds[i][1] === "class") this.setClass(instance, def.binds[i][0], instance.values[i]);
    }
  }

  /** Inline styles again, after the width of the window changed. @param {import("./instance.js").Instance} instance */
  restyle(instance) {
    const { block, elements, values } = instance;
    for (const index of block.rpxNodes) this.setStyle(elements[index], block.def.nodes[index].style);
    for (let i = 0; i < block.def.wire; i++) {
      const [node, kind] = block.def.binds[i];
      if (kind === "style" && hasRpx(String(values[i]))) this.setStyle(elements[node], values[i]);
    }
  }
}
