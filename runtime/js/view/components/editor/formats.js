/**
 * The formats of an editor by name: what of a text they belong to, and how they look. Whatever is not here is no format,
 * so what comes from outside (HTML, deltas) can bring nothing else into a page.
 *
 * Runs in the shell page (Chromium); used by the files beside it. Source of the names: reference, EditorContext.format.
 */

/** @typedef {{scope: "inline"|"block", css?: string, tag?: string, values?: string[]}} Format */

const css = (scope, names) => Object.fromEntries(
  names.map((name) => [name, { scope, css: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) }]),
);

/** @type {Readonly<Record<string, Format>>} */
export const FORMATS = Object.freeze({
  bold: { scope: "inline", tag: "strong" },
  italic: { scope: "inline", tag: "em" },
  underline: { scope: "inline", tag: "u" },
  strike: { scope: "inline", tag: "s" },
  ins: { scope: "inline", tag: "ins" },
  script: { scope: "inline", values: ["sub", "super"] },
  link: { scope: "inline" },
  ...css("inline", [
    "color", "backgroundColor", "letterSpacing", "textDecoration", "font", "fontFamily", "fontSize", "fontStyle",
    "fontVariant", "fontWeight",
  ]),
  header: { scope: "block", values: ["1", "2", "3", "4", "5", "6"] },
  list: { scope: "block", values: ["ordered", "bullet", "checked", "unchecked"] },
  indent: { scope: "block", values: ["1", "2", "3", "4", "5", "6", "7", "8"] },
  align: { scope: "block", css: "text-align", values: ["left", "center", "right", "justify"] },
  direction: { scope: "block", css: "direction", values: ["rtl"] },
  ...css("block", [
    "lineHeight", "textIndent", "margin", "marginTop", "marginBottom", "marginLeft", "marginRight", "padding",
    "paddingTop", "paddingBottom", "paddingLeft", "paddingRight",
  ]),
});

/** Inline formats drawn as elements, the outermost first. */
export const TAGS = Object.freeze(["bold", "italic", "underline", "strike", "ins"]);
export const MAX_INDENT = 8;
const MAX_VALUE_LENGTH = 200;
/** Numbers stay numbers in a delta. */
const NUMERIC = new Set(["header", "indent"]);
const SWITCHES = new Set(TAGS);
/** Where a link may lead. */
const LINK = /^(https?:|mailto:|tel:|sms:)/i;

/** @param {string} name @returns {Format|undefined} */
export function formatOf(name) {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}

/**
 * The value as a delta says it; undefined = no value of this format, which means without it.
 * @param {string} name @param {any} given
 */
export function valueOf(name, given) {
  const format = formatOf(name);
  if (format === undefined || given === null || given === undefined || given === false || given === "") return undefined;
  if (SWITCHES.has(name)) return true;
  if (typeof given === "object") return undefined;
  const text = String(given).trim().replace(name === "header" ? /^h/i : /^$/, "");
  if (name === "list" && text === "check") return "unchecked";
  if (format.values && !format.values.includes(text)) return undefined;
  if (text === "" || text.length > MAX_VALUE_LENGTH || (name === "link" && !LINK.test(text))) return undefined;
  return NUMERIC.has(name) ? Number(text) : text;
}

/**
 * Of what is given, the formats of one scope that are allowed.
 * @param {Record<string, any>} given @param {"inline"|"block"} scope @param {(name: string) => boolean} isAllowed
 */
export function formatsOf(given, scope, isAllowed) {
  const found = {};
  for (const name of Object.keys(given ?? {}).sort()) {
    const value = formatOf(name)?.scope === scope && isAllowed(name) ? valueOf(name, given[name]) : undefined;
    if (value !== undefined) found[name] = value;
  }
  return Object.freeze(found);
}
