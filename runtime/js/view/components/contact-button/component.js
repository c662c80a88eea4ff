/**
 * `contact-button`: the old button of customer service. Runs in the shell page (Chromium); loaded with the first page that
 * has one.
 */

import { BuiltIn, inner } from "../built_in.js";

const SIZE_PX = 18;
const MOST_PX = 27;

class ContactButton extends BuiltIn {
  /** @type {HTMLElement} */
  face;

  begin() {
    this.face = inner(this.element, "div", "wx-contact-button-face");
    this.face.textContent = "客";
    super.begin();
  }

  draw() {
    const size = Math.min(MOST_PX, Math.max(SIZE_PX, Number(this.attributes.size) || SIZE_PX));
    this.face.style.cssText = `width:${size}px;height:${size}px;line-height:${size}px;font-size:${size / 2}px`;
    this.face.dataset.type = this.text("type", "default-dark");
  }

  tapped() {
    this.services.openAbility(this.element, { openType: "contact", sessionFrom: this.text("sessionFrom") });
    return true;
  }
}

export const component = ContactButton;
