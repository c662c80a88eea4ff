/**
 * `store-coupon`: a card of a coupon. Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { StoreCard } from "../store-home/component.js";

class StoreCoupon extends StoreCard {
  static title = "小店优惠券";
  static subject = "couponId";
}

export const component = StoreCoupon;
