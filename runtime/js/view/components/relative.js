/**
 * What the components of the Skyline renderer share, that are drawn as their relatives here: the padding they all may
 * have, and one notice a program that says so.
 *
 * Runs in the shell page (Chromium).
 */

import { BuiltIn } from "./built_in.js";

const TOLD = Symbol("notice of relatives");
const NOTICE =
  "Components of the Skyline renderer are drawn as their relatives of the WebView renderer: all children of lists are " +
  "there at once, and transitions between pages are the usual ones";

export class Relative extends BuiltIn {
  connected() {
    const told = this.services.shared(TOLD, () => new Set());
    if (told.size > 0) return;
    told.add(NOTICE);
    this.services.warnOfSurroundings(NOTICE);
  }

  /** A new inline style has taken what this component had set. */
  restyled() {
    if (this.hasBegun) this.draw();
  }

  draw() {
    const { padding } = this.attributes;
    const sides = Array.isArray(padding) ? padding : [];
    this.element.style.padding = sides.length === 4 ? sides.map((side) => `${Number(side) || 0}px`).join(" ") : "";
  }
}

/**
 * Tells of the items that have come and gone.
 * @param {Relative & {built?: number}} builder
 */
export function tellItems(builder) {
  const before = builder.built ?? 0;
  const now = builder.element.childElementCount;
  builder.built = now;
  for (let index = before; index < now; index++) builder.emit("itembuild", { index });
  for (let index = before - 1; index >= now; index--) builder.emit("itemdispose", { index });
}
