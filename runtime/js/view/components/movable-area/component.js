/**
 * `movable-area`: the room of movable-views. With `scale-area`, two fingers anywhere on it scale the first of its boxes
 * that can be scaled.
 *
 * Runs in the shell page (Chromium).
 */

import { BuiltIn } from "../built_in.js";

export class MovableArea extends BuiltIn {
  canPinch() {
    return this.is("scaleArea") && this.#box() !== undefined;
  }

  pinchBegan() {
    this.pinchedBox = this.#box();
    this.pinchedBox?.pinchBegan();
  }

  /** @param {import("../../touch/pinch.js").PinchMove} movement */
  pinched(movement) {
    this.pinchedBox?.pinched(movement);
  }

  pinchEnded() {
    this.pinchedBox?.pinchEnded();
  }

  #box() {
    return this.all("wx-movable-view").find((box) => box.canPinch());
  }
}
