/**
 * `progress`. Runs in the shell page (Chromium).
 */

import { lengthPx } from "../../page/rpx.js";
import { BuiltIn, inner } from "../built_in.js";

export class Progress extends BuiltIn {
  /** @type {number} */
  shown;
  /** @type {number} */
  timer;

  static skeleton(element) {
    inner(inner(element, "div", "wx-progress-bar"), "div", "wx-progress-inner-bar");
    inner(element, "p", "wx-progress-info").hidden = true;
  }

  begin() {
    this.shown = 0;
    this.timer = 0;
    super.begin();
    this.#run();
  }

  changed(name) {
    this.draw();
    if (name === "percent" || name === "active") this.#run();
  }

  draw() {
    const px = (name, fallback) => `${lengthPx(this.attributes[name], this.tree.rpx, fallback)}px`;
    const rail = this.inside("wx-progress-bar");
    const bar = this.inside("wx-progress-inner-bar");
    const info = this.inside("wx-progress-info");
    rail.style.height = px("strokeWidth", 6);
    rail.style.borderRadius = px("borderRadius", 0);
    rail.style.backgroundColor = this.text("backgroundColor", "var(--handset-progress-rail)");
    bar.style.backgroundColor = this.text("activeColor", this.text("color", "var(--handset-accent)"));
    bar.style.width = `${this.shown}%`;
    info.hidden = !this.is("showInfo");
    info.style.fontSize = px("fontSize", 16);
    info.textContent = `${Math.round(this.shown)}%`;
  }

  removed() {
    this.window.clearTimeout(this.timer);
  }

  #run() {
    this.window.clearTimeout(this.timer);
    const goal = Math.max(0, Math.min(100, this.number("percent", 0)));
    if (!this.is("active")) {
      this.shown = goal;
      this.draw();
      return;
    }
    if (this.text("activeMode", "backwards") === "backwards" || this.shown > goal) this.shown = 0;
    const step = () => {
      this.shown = Math.min(goal, this.shown + 1);
      this.draw();
      if (this.shown < goal) this.timer = this.window.setTimeout(step, this.number("duration", 30));
      else this.emit("activeend", { curPercent: goal });
    };
    this.timer = this.window.setTimeout(step, this.number("duration", 30));
  }
}
