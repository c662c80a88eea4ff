/**
 * `image`, all modes. Runs in the shell page (Chromium). A picture that cannot be had leaves the box empty and reports
 * `error`; a loaded one reports `load` with its natural size.
 */

import { BuiltIn, inner } from "../built_in.js";

/** Assumed. */
const FADE_MS = 300;
/** What the menu over a picture offers, by the phone's words. */
const MENU = ["image-send", "image-save", "image-favorite", "image-code"];

export class Image extends BuiltIn {
  static reflects = ["mode"];

  /** @type {HTMLImageElement} */
  picture;
  /** @type {string|undefined} */
  source;

  static skeleton(element) {
    const picture = inner(element, "img", "wx-image-picture");
    picture.alt = "";
    picture.draggable = false;
    return inner(element, "span", "wx-image-content");
  }

  begin() {
    this.picture = /** @type {HTMLImageElement} */ (this.element.firstChild);
    this.picture.onload = () => this.#loaded();
    this.picture.onerror = () => this.#failed();
    this.source = undefined;
    super.begin();
  }

  draw() {
    const source = this.text("src");
    if (source === this.source) return;
    this.source = source;
    this.picture.style.visibility = "hidden";
    this.picture.loading = this.is("lazyLoad") && !this.is("preload") ? "lazy" : "eager";
    if (this.attributes.referrerPolicy) this.picture.referrerPolicy = this.text("referrerPolicy");
    const asked = this.is("forceHttps") ? source.replace(/^http:/i, "https:") : source;
    if (source === "") this.picture.removeAttribute("src");
    else this.picture.src = this.services.fileUrl(asked, this.element);
  }

  #loaded() {
    this.picture.style.visibility = "";
    if (this.is("fadeIn")) this.picture.animate([{ opacity: 0 }, { opacity: 1 }], FADE_MS);
    this.emit("load", { width: this.picture.naturalWidth, height: this.picture.naturalHeight });
  }

  /** A long press offers what one does with a picture; what becomes of it is beyond the phone here. */
  async longPressed() {
    if (!this.is("showMenuByLongpress") || !this.source) return;
    const chosen = await this.services.chooseFrom(MENU);
    if (chosen !== null) this.services.warnOfSurroundings(`image: "${chosen}" of the menu over a picture does nothing on the desk`);
  }

  #failed() {
    if (this.source === "") return;
    this.services.warnOfSurroundings(`image: cannot load ${shortened(this.source)}`);
    this.emit("error", { errMsg: `GET ${shortened(this.source)} 404 (Not Found)` });
  }

  removed() {
    this.picture.onload = this.picture.onerror = null;
  }
}

function shortened(source) {
  return source.length > 200 ? source.slice(0, 200) + "…" : source;
}
