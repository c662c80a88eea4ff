/**
 * Properties whose value an element takes from the element around it. Runs in the shell page; called by `declared.js`.
 * Source: the property tables of the CSS specifications, "Inherited: yes", as far as Chromium has the property.
 */

const INHERITED = new Set([
  "accent-color", "border-collapse", "border-spacing", "caption-side", "caret-color", "color", "color-scheme", "cursor",
  "direction", "empty-cells", "fill", "fill-opacity", "fill-rule", "font-family", "font-feature-settings", "font-kerning",
  "font-optical-sizing", "font-palette", "font-size", "font-size-adjust", "font-stretch", "font-style", "font-synthesis",
  "font-synthesis-small-caps", "font-synthesis-style", "font-synthesis-weight", "font-variant-alternates",
  "font-variant-caps", "font-variant-east-asian", "font-variant-emoji", "font-variant-ligatures", "font-variant-numeric",
  "font-variant-position", "font-variation-settings", "font-weight", "hyphens", "image-orientation", "image-rendering",
  "letter-spacing", "line-break", "line-height", "list-style-image", "list-style-position", "list-style-type", "orphans",
  "overflow-wrap", "paint-order", "pointer-events", "quotes", "ruby-position", "speak", "stroke", "stroke-linecap",
  "stroke-linejoin", "stroke-width", "tab-size", "text-align", "text-align-last", "text-anchor", "text-combine-upright",
  "text-decoration-skip-ink", "text-emphasis-color", "text-emphasis-position", "text-emphasis-style", "text-indent",
  "text-orientation", "text-rendering", "text-shadow", "text-size-adjust", "text-transform", "text-underline-offset",
  "text-underline-position", "text-wrap-mode", "text-wrap-style", "visibility", "white-space-collapse", "widows",
  "word-break", "word-spacing", "writing-mode", "-webkit-font-smoothing", "-webkit-tap-highlight-color",
  "-webkit-text-fill-color", "-webkit-text-stroke-color", "-webkit-text-stroke-width", "user-select",
  "-webkit-text-security", "-webkit-line-break", "-webkit-locale", "-webkit-rtl-ordering", "-webkit-print-color-adjust",
]);

/** Whether children take over a longhand. @param {string} name */
export function isInherited(name) {
  return name.startsWith("--") || INHERITED.has(name);
}
