/**
 * `ad`, and `ad-custom` beside it: a labelled box stands for the ad. Whether there is one is a world value.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one. Source: reference, ad.
 */

import { BuiltIn, inner } from "../built_in.js";

const LEAST_INTERVAL_S = 30;
/** Source: reference, errCode of ads: the unit is none. */
const NO_UNIT = 1002;

export class Ad extends BuiltIn {
  static canBeClosed = true;
  timer = 0;
  /** @type {HTMLElement} */
  box;
  /** @type {HTMLElement} */
  label;

  begin() {
    this.box = inner(this.element, "div", "wx-ad-box");
    this.label = inner(this.box, "div", "wx-ad-label");
    if (/** @type {typeof Ad} */ (this.constructor).canBeClosed) {
      const cross = inner(this.box, "div", "wx-ad-close");
      cross.textContent = "\u00d7";
      cross.addEventListener("click", (event) => {
        event.stopPropagation();
        this.#close();
      });
    }
    super.begin();
  }

  draw() {
    this.label.textContent = `广告 ${this.text("unitId")}`;
    this.box.dataset.kind = this.text("adType", "banner");
    this.box.dataset.theme = this.text("adTheme", "white");
  }

  changed(name) {
    this.draw();
    if (name === "unitId") this.load();
    if (name === "adIntervals") this.#comeAgain();
  }

  connected() {
    this.load();
    this.#comeAgain();
  }

  removed() {
    super.removed();
    this.window.clearInterval(this.timer);
  }

  /** Asks for an ad: it is shown, or the program hears why not. */
  load() {
    const errCode = this.text("unitId") ? this.services.account?.adError ?? 0 : NO_UNIT;
    this.box.hidden = errCode !== 0;
    if (errCode === 0) this.emit("load");
    else this.emit("error", { errCode, errMsg: errCode === NO_UNIT ? "invalid adUnitId" : "no advertisement" });
  }

  #comeAgain() {
    this.window.clearInterval(this.timer);
    const seconds = Number(this.attributes.adIntervals);
    if (seconds > 0) this.timer = this.window.setInterval(() => this.load(), Math.max(LEAST_INTERVAL_S, seconds) * 1000);
  }

  #close() {
    this.window.clearInterval(this.timer);
    this.box.hidden = true;
    this.emit("close");
  }
}

export const component = Ad;
