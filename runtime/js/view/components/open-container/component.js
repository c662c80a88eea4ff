/** `open-container`: looks as it does while it is closed; the page that it opens comes as any other. Runs in the shell page. */

import { Relative } from "../relative.js";

const SHADOW_PX = 0.6;

export class OpenContainer extends Relative {
  draw() {
    const { style } = this.element;
    const elevation = Math.max(0, this.number("closedElevation", 0));
    style.background = this.text("closedColor", "white");
    style.borderRadius = `${Math.max(0, this.number("closedBorderRadius", 0))}px`;
    style.boxShadow = elevation > 0 ? `0 ${elevation * SHADOW_PX}px ${elevation * 2}px var(--handset-pressed)` : "";
  }
}
