/**
 * `navigation-bar` inside page-meta: the bar above the page, which the shell draws (services.js). Runs in the
 * shell page (Chromium). Source: reference, navigation-bar.
 */

import { BuiltIn } from "../built_in.js";

/** Attribute → what the shell calls it. */
const NAMES = Object.freeze({
  title: "title", loading: "loading", frontColor: "color", backgroundColor: "backgroundColor",
});

export class NavigationBar extends BuiltIn {
  draw() {
    this.#tell(Object.keys(NAMES));
  }

  changed(name) {
    if (name in NAMES) this.#tell([name]);
  }

  #tell(names) {
    const params = {};
    for (const name of names) {
      if (name === "loading") params.loading = this.is("loading");
      else if (this.attributes[name] !== undefined && this.attributes[name] !== null) params[NAMES[name]] = this.text(name);
    }
    const duration = this.number("colorAnimationDuration", 0);
    const animation = { duration, timingFunc: this.text("colorAnimationTimingFunc", "linear") };
    this.services.setNavigationBar({ ...params, animation });
  }
}
