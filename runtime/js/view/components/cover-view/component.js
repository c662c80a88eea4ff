/**
 * `cover-view`: a box. One with `marker-id` in a map is the callout of that marker (map/markers.js).
 *
 * Runs in the shell page (Chromium).
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn } from "../built_in.js";

export class CoverView extends BuiltIn {
  static reflects = ["markerId"];

  connected() {
    this.#scroll();
  }

  changed(name) {
    if (name === "scrollTop") this.#scroll();
  }

  /** One whose style lets it scroll does so. */
  #scroll() {
    if (this.attributes.scrollTop !== undefined) this.element.scrollTop = lengthPx(this.attributes.scrollTop, this.tree.rpx, 0);
  }
}
