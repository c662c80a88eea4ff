/**
 * `image`, all modes. Runs in the shell page (Chromium). A picture that cannot be had leaves the box empty and reports
 * `error`; a loaded one reports `load` with its natural size.
 */

import { BuiltIn, inner } from "../built_in.js";

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
    if (this.is("lazyLoad")) this.picture.loading = "lazy";
    if (source === "") this.picture.removeAttribute("src");
    else this.picture.src = this.services.fileUrl(source, this.element);
  }

  #loaded() {
    this.picture.style.visibility = "";
    this.emit("load", { width: this.picture.naturalWidth, height: this.picture.naturalHeight });
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
