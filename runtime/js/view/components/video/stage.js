/**
 * What a video is drawn of: the picture, the cover before it has begun, bullet comments, the program's own children,
 * the bars. Class names are the platform's.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

import { inner } from "../built_in.js";

export class Stage {
  /** @param {HTMLElement} element of the component, with the box of its children in it */
  constructor(element) {
    this.content = /** @type {HTMLElement} */ (element.getElementsByClassName("wx-video-content")[0]);
    const box = inner(element, "div", "wx-video-container");
    this.box = box;
    this.picture = inner(box, "div", "wx-video-picture");
    this.poster = inner(box, "div", "wx-video-poster");
    this.danmu = inner(box, "div", "wx-video-danmu");
    this.cover = inner(box, "div", "wx-video-cover");
    this.coverPlay = inner(this.cover, "div", "wx-video-cover-play-button");
    this.coverDuration = inner(this.cover, "p", "wx-video-cover-duration");
    this.spinner = inner(box, "div", "wx-video-loading");
    this.toast = inner(box, "div", "wx-video-toast");
    // In full screen alone.
    this.top = inner(box, "div", "wx-video-top-bar");
    this.back = inner(this.top, "div", "wx-video-back");
    this.title = inner(this.top, "div", "wx-video-title");
    this.casting = inner(this.top, "div", "wx-video-casting");
    this.background = inner(this.top, "div", "wx-video-background-playback");
    this.lock = inner(box, "div", "wx-video-lock");
    this.bar = inner(box, "div", "wx-video-bar");
    const controls = inner(this.bar, "div", "wx-video-controls");
    this.play = inner(controls, "div", "wx-video-control-button wx-video-control-button-play");
    this.now = inner(controls, "div", "wx-video-current-time");
    this.progress = inner(controls, "div", "wx-video-progress-container");
    this.rail = inner(this.progress, "div", "wx-video-progress");
    this.loaded = inner(this.rail, "div", "wx-video-progress-buffered");
    this.done = inner(this.rail, "div", "wx-video-progress-played");
    this.ball = inner(this.rail, "div", "wx-video-ball");
    inner(this.ball, "div", "wx-video-inner");
    this.duration = inner(controls, "div", "wx-video-duration");
    this.danmuButton = inner(this.bar, "div", "wx-video-danmu-button");
    this.danmuButton.textContent = "弹幕";
    this.mute = inner(this.bar, "div", "wx-video-mute-button");
    this.full = inner(this.bar, "div", "wx-video-fullscreen");
    this.thin = inner(box, "div", "wx-video-bottom-progress");
    this.thinDone = inner(this.thin, "div", "wx-video-bottom-progress-played");
    this.spinner.hidden = this.toast.hidden = true;
    box.append(this.content);
  }
}
