/**
 * `channel-live`: the live room of a channel is a still of a test card that names it; what a tap leads to is the host
 * app's and not here.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn, inner } from "../built_in.js";
import { TestCard } from "../../media/test_card.js";

export class ChannelLive extends BuiltIn {
  /** @type {TestCard} */
  card;

  begin() {
    this.card = new TestCard(this.document, 640, 360, "");
    this.card.canvas.className = "wx-channel-live-picture";
    this.element.prepend(this.card.canvas);
    inner(this.element, "div", "wx-channel-live-mark").textContent = "直播";
    super.begin();
  }

  draw() {
    this.card.label = [this.text("finderUserName"), this.text("feedId")].filter(Boolean).join(" · ").slice(0, 60);
    this.card.draw();
  }
}

export const component = ChannelLive;
