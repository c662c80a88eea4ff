/**
 * `rich-text`: shows nodes or an HTML string, trusted tags and attributes only; events inside reach nobody. Runs in
 * the shell page (Chromium). A string is parsed in a document of its own, in which nothing runs.
 */

import { convertRpx } from "../../page/rpx.js";
import { entitiesDecoded, spacesReplaced } from "../../page/text_value.js";
import { BuiltIn, inner } from "../built_in.js";

/** Source: the reference's list of trusted tags and attributes; class and style are allowed on all of them. */
const ATTRIBUTES = Object.freeze({
  bdo: ["dir"], col: ["span", "width"], colgroup: ["span", "width"], img: ["alt", "src", "height", "width"],
  ol: ["start", "type"], table: ["width"], td: ["colspan", "height", "rowspan", "width"],
  th: ["colspan", "height", "rowspan", "width"], tr: ["colspan", "height", "rowspan", "width"],
});
const TAGS = new Set(
  ("a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em " +
    "fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section " +
    "small span strong sub sup table tbody td tfoot th thead tr tt u ul").split(" "),
);

export class RichText extends BuiltIn {
  static switches = ["userSelect"];

  static skeleton(element) {
    inner(element, "div", "wx-rich-text-content");
    return inner(element, "span", "wx-rich-text-slot");
  }

  begin() {
    this.inside("wx-rich-text-slot").hidden = true;
    super.begin();
  }

  draw() {
    const { nodes } = this.attributes;
    const content = this.inside("wx-rich-text-content");
    content.replaceChildren();
    const list = typeof nodes === "string" ? this.#parsed(nodes) : Array.isArray(nodes) ? nodes : [];
    for (const node of list) this.#append(content, node);
  }

  /** HTML as the node form of the attribute. */
  #parsed(html) {
    const { body } = new this.window.DOMParser().parseFromString(html, "text/html");
    const convert = (node) => {
      if (node.nodeType === 3) return { type: "text", text: node.data };
      if (node.nodeType !== 1) return null;
      const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
      return { name: node.localName, attrs, children: [...node.childNodes].map(convert) };
    };
    return [...body.childNodes].map(convert);
  }

  #append(parent, node) {
    if (!node || typeof node !== "object") return;
    if (node.type === "text") {
      parent.append(spacesReplaced(entitiesDecoded(String(node.text ?? "")), this.attributes.space));
      return;
    }
    const name = String(node.name ?? "").toLowerCase();
    if (!TAGS.has(name)) return;
    const element = this.document.createElement(name);
    const { class: classes, style, ...others } = node.attrs ?? {};
    if (classes) element.className = this.scoped(classes);
    if (style) element.style.cssText = convertRpx(String(style), this.tree.rpx);
    for (const attribute of ATTRIBUTES[name] ?? []) {
      if (others[attribute] === undefined) continue;
      const value = String(others[attribute]);
      element.setAttribute(attribute, attribute === "src" ? this.services.fileUrl(value, this.element) : value);
    }
    parent.append(element);
    if (Array.isArray(node.children)) for (const child of node.children) this.#append(element, child);
  }
}
