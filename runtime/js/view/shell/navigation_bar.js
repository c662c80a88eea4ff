/**
 * The navigation bar of one page: title, back arrow, home button, spinner, colours. Runs in the shell page; each
 * page layer owns one. Sends the shell events back and home.
 */

import { h, icon } from "./element.js";
import { touched } from "../../shared/wire/shell.js";

const BACK = '<path d="M15.500 3.500 7 12l8.500 8.500" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>';
const HOME = '<path d="M4 11.200 12 4.200l8 7V20a.8.8 0 0 1-.8.8H14.500v-5.500h-5v5.500H4.800A.8.8 0 0 1 4 20z" fill="none" stroke="currentColor" stroke-width="1.700" stroke-linejoin="round"/>';

export class PhoneNavigationBar {
  /**
   * @param {import("./phone.js").Phone} phone
   * @param {{window: object, canGoBack: boolean, hasHome: boolean}} options window: the page's configuration
   */
  constructor(phone, { window: config, canGoBack, hasHome }) {
    this._phone = phone;
    this._title = h("span.navigation-title");
    this._spinner = h("span.spinner.navigation-spinner");
    this._back = h("button.navigation-back", { onclick: () => phone.goBack() }, icon(BACK));
    this._home = h("button.navigation-home", { onclick: () => phone.shellEvent(touched.homeTouched()) }, icon(HOME));
    this.element = h(
      "div.navigation-bar", {},
      h("div.navigation-left", {}, this._back, this._home),
      h("div.navigation-center", {}, this._spinner, this._title),
    );
    this._back.hidden = !canGoBack;
    this._home.hidden = !hasHome;
    this.element.classList.toggle("custom", config.navigationStyle === "custom");
    /** Names of what the program has chosen itself; the configuration of another theme leaves it alone. */
    this._chosen = new Set();
    this._draw({ title: config.navigationBarTitleText || "", loading: false });
    this.dress(config);
  }

  /** Colours of a configuration. @param {object} config */
  dress({ navigationBarTextStyle: color, navigationBarBackgroundColor: backgroundColor }) {
    this._draw({
      color: this._chosen.has("color") ? undefined : color,
      backgroundColor: this._chosen.has("backgroundColor") ? undefined : backgroundColor,
    });
  }

  /**
   * @param {{title?: string, color?: string, backgroundColor?: string, loading?: boolean, home?: boolean,
   *   animation?: {duration?: number, timingFunc?: string}}} params color: "black", "white", or "#000000", "#ffffff"
   */
  set(params) {
    for (const [name, value] of Object.entries(params)) if (value !== undefined) this._chosen.add(name);
    this._draw(params);
  }

  /**
   * @param {{title?: string, color?: string, backgroundColor?: string, loading?: boolean, home?: boolean,
   *   animation?: {duration?: number, timingFunc?: string}}} params see `set`
   */
  _draw({ title, color, backgroundColor, loading, home, animation }) {
    this._setTransition(animation);
    if (title !== undefined) this._title.textContent = title;
    if (color !== undefined) {
      this.textStyle = /^(white|#f{3}|#f{6})$/i.test(color) ? "white" : "black";
      this.element.dataset.textStyle = this.textStyle;
    }
    if (backgroundColor !== undefined) this.element.style.backgroundColor = backgroundColor;
    if (loading !== undefined) this._spinner.hidden = !loading;
    if (home !== undefined) this._home.hidden = !home;
    this._phone.followPage();
  }

  _setTransition(animation) {
    const isAnimated = animation && animation.duration && this._phone.settings.animations;
    const easing = { easeIn: "ease-in", easeOut: "ease-out", easeInOut: "ease-in-out" }[animation?.timingFunc];
    this.element.style.transition = isAnimated
      ? `background-color ${animation.duration}ms ${easing || "linear"}, color ${animation.duration}ms`
      : "";
  }
}
