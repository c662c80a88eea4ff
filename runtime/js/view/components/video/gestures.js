/**
 * What fingers do on a video beside its buttons: the bars come and go, two taps pause, a finger across seeks, one up or
 * down changes light (left half) and loudness (right half).
 *
 * Runs in the shell page (Chromium); made by component.js, which gestures of the page ask.
 */

import { clock } from "./controls.js";

const TWO_TAPS_MS = 300;
/** A finger across the whole picture seeks so far at most, s. */
const ACROSS_S = 60;

export class VideoGestures {
  /** @param {import("./component.js").Video} video */
  constructor(video) {
    this.video = video;
    /** What the finger does now. @type {""|"ball"|"seek"|"light"|"loudness"} */
    this.mode = "";
    this.start = 0;
    this.tappedAt = -Infinity;
    this.downX = 0;
  }

  /** A tap beside the buttons. */
  tapped() {
    const { video } = this;
    const now = video.window.performance.now();
    const isSecond = now - this.tappedAt < TWO_TAPS_MS;
    this.tappedAt = isSecond ? -Infinity : now;
    if (isSecond && video.is("enablePlayGesture")) video.toggle();
    else if (video.hasPlayed) video.controls.toggle();
  }

  /** @param {PointerEvent} event @returns {boolean} whether the finger took the ball */
  grab(event) {
    const { video } = this;
    this.mode = "";
    const box = video.element.getBoundingClientRect();
    this.downX = (event.clientX - box.left) / (box.width || 1);
    if (!video.stage.progress.contains(/** @type {Node} */ (event.target)) || video.duration <= 0) return false;
    this.mode = "ball";
    video.controls.drag(this.#along(event));
    return true;
  }

  /** @param {"x"|"y"} axis of the screen */
  canDrag(axis) {
    const { video } = this;
    const isAcross = (axis === "x") === (video.full.direction === 0);
    if (!video.hasPlayed || video.controls.isLocked) return false;
    if (isAcross && video.is("enableProgressGesture", true) && video.duration > 0) {
      this.#begin("seek", video.playback?.currentTime ?? 0);
      return true;
    }
    if (isAcross || !this.#hasUpAndDown()) return false;
    if (this.downX < 0.5) this.#begin("light", video.light);
    else this.#begin("loudness", video.volume);
    return true;
  }

  /** @param {{totalX: number, totalY: number, clientX: number, clientY: number}} movement */
  dragged(movement) {
    const { video } = this;
    if (this.mode === "ball") return video.controls.drag(this.#along(movement));
    const [across, down] = video.full.turned(movement.totalX, movement.totalY);
    const { offsetWidth: width, offsetHeight: height } = video.stage.box;
    if (this.mode === "seek") {
      const most = Math.min(ACROSS_S, video.duration);
      const goal = Math.max(0, Math.min(video.duration, this.start + (across / (width || 1)) * most));
      video.controls.drag(goal / video.duration);
      return this.#say(`${clock(goal)} / ${clock(video.duration)}`);
    }
    const share = Math.max(0, Math.min(1, this.start - down / (height || 1)));
    if (this.mode === "light") video.setLight(share);
    else video.setVolume(share);
    return this.#say(`${this.mode === "light" ? "☀" : "♪"} ${Math.round(share * 100)}%`);
  }

  dropped() {
    const { video } = this;
    const { dragged } = video.controls;
    if ((this.mode === "ball" || this.mode === "seek") && dragged !== null) video.seek(dragged);
    this.mode = "";
    video.controls.drag(null);
    video.stage.toast.hidden = true;
  }

  #begin(mode, start) {
    this.mode = mode;
    this.start = start;
  }

  #hasUpAndDown() {
    const { video } = this;
    if (video.isFull) return video.is("vslideGestureInFullscreen", true);
    return video.is("vslideGesture") || video.is("pageGesture");
  }

  #say(text) {
    const { toast } = this.video.stage;
    toast.textContent = text;
    toast.hidden = false;
  }

  /** Where a point lies along the rail, 0 to 1. */
  #along({ clientX, clientY }) {
    const box = this.video.stage.rail.getBoundingClientRect();
    const { direction } = this.video.full;
    if (direction === 0) return (clientX - box.left) / (box.width || 1);
    const share = (clientY - box.top) / (box.height || 1);
    return direction === 90 ? share : 1 - share;
  }
}
