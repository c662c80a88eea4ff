/**
 * `store-product`: a card of a product, or what the program puts in its place. Runs in the shell page (Chromium); loaded
 * with the first page that has one.
 */

import { StoreCard } from "../store-home/component.js";

class StoreProduct extends StoreCard {
  static title = "小店商品";
  static subject = "productId";

  draw() {
    super.draw();
    this.card.hidden = this.is("customContent");
  }
}

export const component = StoreProduct;
