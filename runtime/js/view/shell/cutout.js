/**
 * What the glass of the phone covers: notch, island or camera hole, and the home indicator. Runs in the shell page.
 */

import { h } from "./element.js";

export class Cutout {
  constructor() {
    this.element = h("div.cutout", {}, h("div.cutout-camera"), h("div.home-indicator"));
  }

  /** @param {object} device */
  update(device) {
    this.element.dataset.cutout = device.cutout;
    this.element.dataset.orientation = device.orientation;
    this.element.classList.toggle("has-indicator", device.insets.bottom > 0);
  }
}
