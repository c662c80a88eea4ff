/**
 * `voip-room`: the picture of one member of a call is a test card with the time and the member's openid.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has one.
 */

import { BuiltIn } from "../built_in.js";
import { TestCard } from "../../media/test_card.js";

const FITS = ["fill", "contain", "cover"];

export class VoipRoom extends BuiltIn {
  /** @type {TestCard} */
  card;
  isDenied = false;

  begin() {
    this.card = new TestCard(this.document, 480, 640, "");
    this.card.canvas.className = "wx-voip-room-picture";
    this.element.prepend(this.card.canvas);
    super.begin();
  }

  connected() {
    this.services.watchPage(this);
    this.deviceChanged();
  }

  removed() {
    super.removed();
    this.services.forgetPage(this);
    this.card.stop();
  }

  draw() {
    const fit = this.text("objectFit", "fill");
    const isOwn = this.text("mode", "camera") === "camera";
    const isFront = this.text("devicePosition", "front") === "front";
    this.card.canvas.style.objectFit = FITS.includes(fit) ? fit : "fill";
    this.card.canvas.style.transform = isOwn && isFront ? "scaleX(-1)" : "";
    this.card.label = `${isOwn ? "camera" : "member"} ${this.text("openid")}`;
    if (!this.isDenied) this.card.draw();
  }

  pageShown(isShown) {
    if (isShown) this.deviceChanged();
    else this.card.stop();
  }

  /** A world value has changed. */
  deviceChanged() {
    this.isDenied = this.text("mode", "camera") === "camera" && Boolean(this.services.played?.isCameraDenied);
    if (!this.isDenied) return this.card.start();
    this.emit("error", { errMsg: "camera: auth deny", errCode: -1 });
    return this.card.blank();
  }
}

export const component = VoipRoom;
