/**
 * `swiper-item`: one page of a swiper, which places it. Runs in the shell page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

export class SwiperItem extends BuiltIn {
  /** The inline style was replaced: the swiper places the item again. */
  restyled() {
    if (this.element.isConnected) this.element.closest("wx-swiper")?.__builtIn?.place();
  }
}
