/**
 * Answers the panels' questions about the style of an element, and tries out what a user is typing there
 * (`runtime/protocol/inspection.py`).
 *
 * Runs in the shell page (Chromium), one for each mini-program page; called by page_view.js.
 */

import { boxModel } from "./box_model.js";
import { DeclarationReader } from "./declared.js";
import { ForcedStates } from "./forced_states.js";
import { RuleMatcher } from "./matching.js";
import { inlineStyle } from "../page/css_text.js";

/** @typedef {import("../../shared/wire/inspection.js").Inspection} Inspection */

export class Inspector {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.declarations = new DeclarationReader(page);
    this.matcher = new RuleMatcher(page, this.declarations);
    this.forced = new ForcedStates(page);
    /** @type {{[Name in Inspection["name"]]: (element: any, question: any) => any}} */
    this.answers = {
      style: (element) => this.#style(element),
      tryRule: (_element, { sheet, rule, body }) => page.styles.tryOut(sheet, rule, body ?? null),
      tryInline: (element, { style }) => this.#tryStyle(element, style ?? null),
      tryClass: (element, { classes }) => this.#tryClass(element, classes ?? null),
      forceStates: (element, { states = [] }) => this.forced.set(element, states),
      reveal: (element) => element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" }),
    };
  }

  /** @param {Inspection} question */
  answer(question) {
    const element = this.page.dom.element(question.id, question.node);
    if (!element && question.name !== "tryRule") throw new Error(`no element ${question.id}.${question.node}`);
    const result = this.answers[question.name](element, question);
    return result === undefined ? null : result;
  }

  #style(element) {
    const above = [];
    for (let at = element.parentElement; at; at = at.parentElement) {
      const styled = this.#styled(at, { inheritedOnly: true });
      if (styled.rules.length > 0 || styled.inline.length > 0) above.push(styled);
    }
    const computed = this.page.window.getComputedStyle(element);
    return {
      element: this.#styled(element, { inheritedOnly: false }), above, box: boxModel(element, computed),
      computed: Object.fromEntries([...computed].map((name) => [name, computed.getPropertyValue(name)])),
      forced: this.forced.of(element),
    };
  }

  #styled(element, options) {
    const { dom } = this.page;
    const isWritten = element.__id !== undefined && dom.instances.has(element.__id);
    const style = isWritten && !element.__hasNoStyle ? String(dom.written(element, "style") ?? "") : "";
    const inline = this.declarations.read(inlineStyle(style, dom.rpx));
    return {
      tag: element.localName.replace(/^wx-/, ""), ref: isWritten ? [element.__id, element.__n] : null,
      rules: this.matcher.of(element, options), inline, style, added: isWritten ? this.#added(element, inline) : [],
      classes: isWritten ? String(dom.written(element, "class") ?? "") : "",
    };
  }

  /** What stands in the element's style beside what the markup says. */
  #added(element, inline) {
    const written = new Set(inline.flatMap((one) => one.longhands || []));
    return this.declarations.read(element.style.cssText).filter((one) => !(one.longhands || []).every((name) => written.has(name)));
  }

  #tryStyle(element, style) {
    const { values } = this.page.dom;
    if (style === null) values.restyleElement(element);
    else values.setStyle(element, style);
  }

  #tryClass(element, classes) {
    const { dom } = this.page;
    const instance = dom.instances.get(element.__id);
    if (instance) dom.values.setClass(instance, element.__n, classes ?? dom.written(element, "class"));
  }
}
