/**
 * Which rules of a page match an element, in the order of the sheets.
 *
 * Runs in the shell page (Chromium); called by `inspector.js`. The rules of the program are read off the texts of its
 * sheets, so that their numbers are the compiler's; those of the built-in components off the engine's own objects.
 */

import { readSheet, splitSelectors } from "./sheet_text.js";

/** @typedef {import("../../shared/wire/inspection.js").MatchedRule} MatchedRule */

const PSEUDO = /(?:::([\w-]+)(?:\([^)]*\))?|:(before|after|first-line|first-letter))$/i;
const FORCED = /:is\(:(active|hover|focus), \[handset-forced~="\1"\]\)/g;
const LAYER = /^@layer\s+([\w.-]+)/i;

export class RuleMatcher {
  /**
   * @param {import("../page/page_view.js").PageView} page @param {import("./declared.js").DeclarationReader} declarations
   */
  constructor(page, declarations) {
    this.page = page;
    this.css = page.window.CSS;
    this.declarations = declarations;
    /** Rules by the sheet's element. @type {WeakMap<object, {text: string, rules: object[]}>} */
    this.read = new WeakMap();
  }

  /**
   * The rules that match an element; of those around another one only what that inherits.
   * @param {Element} element @param {{inheritedOnly: boolean}} options @returns {MatchedRule[]}
   */
  of(element, { inheritedOnly }) {
    const layers = [];
    const found = [];
    for (const { key, rules } of this.#sheets()) {
      for (const rule of rules) {
        if (inheritedOnly && !this.#passesOn(rule)) continue;
        const parts = rule.parts.filter((part) => this.#matches(element, part.base));
        if (parts.length === 0 || !rule.conditions.every((condition) => this.#holds(condition))) continue;
        for (const pseudo of new Set(parts.map((part) => part.pseudo))) {
          if (inheritedOnly && pseudo !== "") continue;
          found.push(this.#matched(key, rule, parts.filter((part) => part.pseudo === pseudo), layers));
        }
      }
    }
    return found;
  }

  #matched(key, rule, parts, layers) {
    const names = rule.conditions.map((condition) => LAYER.exec(condition)?.[1]).filter(Boolean);
    const name = names.join(".");
    if (name !== "" && !layers.includes(name)) layers.push(name);
    return {
      sheet: key, rule: rule.number, selector: shown(rule.selector), parts: parts.map((part) => shown(part.text)),
      declarations: this.#declared(rule), pseudo: parts[0].pseudo, conditions: rule.conditions,
      layer: name === "" ? -1 : layers.indexOf(name), isDropped: !this.#isTaken(rule),
    };
  }

  /** The page's sheets in the order of the cascade, with their rules. */
  *#sheets() {
    for (const sheet of this.page.document.styleSheets) {
      const owner = /** @type {Element | null} */ (sheet.ownerNode);
      const key = this.page.styles.keyOf(owner);
      yield { key: key || "phone:", rules: key ? this.#written(owner) : this.#given(sheet) };
    }
  }

  #written(element) {
    const text = element.textContent;
    let known = this.read.get(element);
    if (known === undefined || known.text !== text) {
      const rules = readSheet(text).map((rule, number) =>
        prepared({ ...rule, number, body: text.slice(rule.bodyStart, rule.bodyEnd) }));
      this.read.set(element, (known = { text, rules }));
    }
    return known.rules;
  }

  #given(sheet) {
    let known = this.read.get(sheet);
    if (known === undefined) {
      const isShown = ({ selectorText }) => selectorText !== undefined && !selectorText.includes("::-webkit-scrollbar");
      const rules = [...sheet.cssRules].filter(isShown).map((rule, number) =>
        prepared({ selector: rule.selectorText, conditions: [], number, body: rule.style.cssText, bodyLine: 0 }));
      this.read.set(sheet, (known = { text: "", rules }));
    }
    return known.rules;
  }

  #declared(rule) {
    return (rule.declared ??= this.declarations.read(rule.body, rule.bodyLine).filter(isOfTheProgram));
  }

  #passesOn(rule) {
    return (rule.passesOn ??= this.#declared(rule).some((one) => one.inherited.length > 0));
  }

  /** A list of selectors with one that the engine cannot read styles nothing. */
  #isTaken(rule) {
    return (rule.isTaken ??= rule.parts.every((part) => this.css.supports(`selector(${part.text})`)));
  }

  #matches(element, selector) {
    try {
      return element.matches(selector);
    } catch (_unreadable) {
      return false;
    }
  }

  #holds(condition) {
    const [, name = "", rest = ""] = /^@([\w-]+)([^]*)$/.exec(condition) || [];
    if (name === "media") return this.page.window.matchMedia(rest).matches;
    if (name === "supports") return this.css.supports(rest);
    return true;
  }
}

/** The colours and sizes of the built-in components are our own matter (tokens.css). */
function isOfTheProgram(declared) {
  return !declared.property.startsWith("--handset-");
}

function prepared(rule) {
  const parts = splitSelectors(rule.selector).map((text) => {
    const match = PSEUDO.exec(text);
    const base = match === null ? text : text.slice(0, match.index);
    const isWhole = base !== "" && !/[\s>+~]$/.test(base);
    return { text, base: isWhole ? base : `${base}*`, pseudo: match === null ? "" : (match[1] ?? match[2]).toLowerCase() };
  });
  return { ...rule, parts };
}

/** A selector without what forced states add to it. */
function shown(selector) {
  return selector.replace(FORCED, ":$1");
}
