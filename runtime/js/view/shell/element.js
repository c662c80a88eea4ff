/**
 * Builds DOM elements of the shell. Runs in the shell page; called by every module that draws something.
 */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {HTMLElementTagNameMap} Names */

/**
 * The class of the element that a tag with classes makes.
 * @template {string} Tag
 * @typedef {Tag extends keyof Names ? Names[Tag]
 *   : Tag extends `${infer Name extends keyof Names}.${string}` ? Names[Name] : HTMLElement} Made
 */

/**
 * @template {string} Tag
 * @param {Tag} tag "div", or "div.class-a.class-b"
 * @param {Object<string, any>} [props] attributes; `on…` functions become listeners, `text` the text content
 * @param {...(Node|null)} children
 * @returns {Made<Tag>}
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = /** @type {HTMLElement} */ (document.createElement(name));
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") element.textContent = String(value);
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return /** @type {Made<Tag>} */ (element);
}

/**
 * An icon from the content of an SVG element. `viewBox` is a square of `size` units.
 * @param {string} content @param {number} [size] @returns {SVGElement}
 */
export function icon(content, size = 24) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.innerHTML = content;
  return svg;
}

/** Colours that programs get if they name none; the style sheets have them, so that they follow the theme. */
const USUAL = new Set(["#000000", "#576b95"]);

/** An inline style for text in a colour that a program has chosen. @param {string} [color] */
export function colorStyle(color = "") {
  return color && !USUAL.has(color.toLowerCase()) ? `color:${color}` : "";
}

/** Sets CSS lengths as custom properties. @param {HTMLElement} element @param {Object<string, number>} lengths in px */
export function setLengths(element, lengths) {
  for (const [name, px] of Object.entries(lengths)) element.style.setProperty(`--${name}`, `${px}px`);
}
