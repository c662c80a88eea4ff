/**
 * `keyboard-accessory`: what the program puts over the keyboard while the field around it is typed into. Runs in the shell
 * page (Chromium); shown and hidden by text_field.js.
 */

import { BuiltIn } from "../built_in.js";

export class KeyboardAccessory extends BuiltIn {
  begin() {
    super.begin();
    // A finger on the bar leaves the field its focus.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** @param {number} bottom px from the page's lower edge up to the keys */
  show(bottom) {
    this.element.style.bottom = `${bottom}px`;
    this.element.toggleAttribute("open", true);
  }

  hide() {
    this.element.toggleAttribute("open", false);
  }
}
