/**
 * The built-in components by tag, and their style sheet.
 *
 * Runs in the shell page (Chromium); asked by page/block.js and page/styles.js. A tag that is not here (view, block,
 * cover-view, span and whatever nobody knows) is a plain element.
 */

import { base } from "./base_style.js";
import { Button } from "./button.js";
import { Image } from "./image.js";
import { Input } from "./input.js";
import { ScrollView } from "./scroll_view.js";
import { Swiper } from "./swiper.js";
import { SwiperItem } from "./swiper_item.js";
import { Text } from "./text.js";

const BUILT_INS = Object.freeze({
  button: Button,
  image: Image,
  input: Input,
  "scroll-view": ScrollView,
  swiper: Swiper,
  "swiper-item": SwiperItem,
  text: Text,
});

/**
 * The class of a node's element; null if the element needs none.
 * @param {{tag: string, attrs?: object}} node @param {boolean} hasBoundAttributes
 */
export function builtInFor(node, hasBoundAttributes) {
  const BuiltIn = Object.hasOwn(BUILT_INS, node.tag) ? BUILT_INS[node.tag] : null;
  if (BuiltIn === Text && !hasBoundAttributes && !node.attrs) return null;
  return BuiltIn;
}

/** The style sheet under all others. @param {string} styleVersion "" or "v2" */
export function builtInStyles(styleVersion) {
  return [base(styleVersion), ...Object.values(BUILT_INS).map((BuiltIn) => BuiltIn.css(styleVersion))].join("\n");
}
