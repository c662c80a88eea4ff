/**
 * `store-home`, and the other cards of a store beside it: a labelled card stands for what the store would show, and a tap
 * for going there. Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn, inner } from "../built_in.js";

export class StoreCard extends BuiltIn {
  static title = "小店";
  /** The attribute that tells what of the store is meant. */
  static subject = "appid";
  /** @type {HTMLElement} */
  card;

  begin() {
    this.card = inner(this.element, "div", "wx-store-card");
    super.begin();
  }

  draw() {
    const { title, subject } = /** @type {typeof StoreCard} */ (this.constructor);
    this.card.textContent = `${title} ${this.text(subject)}`;
  }

  tapped() {
    this.services.openAbility(this.element, { openType: "store" });
    return true;
  }
}

export const component = StoreCard;
