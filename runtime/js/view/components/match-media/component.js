/**
 * `match-media`: shows its content while the phone's window fits. Runs in the shell page (Chromium).
 */

import { mediaText } from "../../page/media_queries.js";
import { BuiltIn } from "../built_in.js";

export class MatchMedia extends BuiltIn {
  /** @type {() => void} */
  update;
  /** @type {MediaQueryList} */
  list;

  begin() {
    this.update = () => this.element.toggleAttribute("unmatched", !this.list.matches);
    super.begin();
  }

  draw() {
    this.removed();
    this.list = this.window.matchMedia(mediaText(this.attributes));
    this.list.addEventListener("change", this.update);
    this.update();
  }

  removed() {
    this.list?.removeEventListener("change", this.update);
  }
}
