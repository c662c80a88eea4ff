/**
 * `channel-video`: the film of a channel is a test card with the time that names it and lasts a quarter of a minute.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn, inner } from "../built_in.js";
import { TestCard } from "../../media/test_card.js";

const LENGTH_MS = 15_000;
const FITS = ["contain", "fill", "cover"];

export class ChannelVideo extends BuiltIn {
  /** @type {TestCard} */
  card;
  /** @type {HTMLElement} */
  button;
  timer = 0;

  begin() {
    this.card = new TestCard(this.document, 640, 360, "");
    this.card.canvas.className = "wx-channel-video-picture";
    this.element.prepend(this.card.canvas);
    this.button = inner(this.element, "div", "wx-channel-video-button");
    super.begin();
  }

  connected() {
    this.services.watchPage(this);
    if (this.is("autoplay")) this.play();
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
    this.stop();
  }

  changed(name) {
    if (name === "autoplay" && this.is("autoplay")) this.play();
    this.draw();
  }

  draw() {
    const fit = this.text("objectFit", "contain");
    this.card.canvas.style.objectFit = FITS.includes(fit) ? fit : "contain";
    this.card.label = [this.text("finderUserName"), this.text("feedId") || this.text("feedToken")].filter(Boolean).join(" · ").slice(0, 60);
    this.card.draw();
    this.button.hidden = this.card.isRunning;
  }

  pageShown(isShown) {
    if (!isShown) this.stop();
  }

  tapped() {
    if (this.card.isRunning) this.stop();
    else this.play();
    return true;
  }

  play() {
    if (!this.text("feedId") && !this.text("feedToken")) return this.emit("error", { errMsg: "feed-id is empty" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ended(), LENGTH_MS);
    this.card.start();
    return this.draw();
  }

  stop() {
    clearTimeout(this.timer);
    this.card.stop();
    this.draw();
  }

  #ended() {
    if (this.is("loop")) this.play();
    else this.stop();
  }
}

export const component = ChannelVideo;
