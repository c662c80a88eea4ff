/**
 * Bullet comments over a video: those of the list at their time, those that are sent at once.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

import { inner } from "../built_in.js";

const CROSSING_MS = 6000;
const LINE_PX = 24;
const FEWEST_LINES = 1;

export class Danmu {
  /** @param {import("./component.js").Video} video */
  constructor(video) {
    this.video = video;
    this.isOn = false;
    /** The next of the list. s */
    this.reached = 0;
    this.line = 0;
  }

  begin() {
    this.isOn = this.video.isFixed("enableDanmu");
  }

  toggle() {
    this.isOn = !this.isOn;
    if (!this.isOn) this.video.stage.danmu.replaceChildren();
  }

  /** The playback has come to a place, s. @param {number} now */
  time(now) {
    const list = this.video.attributes.danmuList;
    if (this.isOn && Array.isArray(list) && now > this.reached) {
      // At 0 stands what is to be seen from the start.
      const from = this.reached === 0 ? -1 : this.reached;
      for (const one of list) if (Number(one?.time) > from && Number(one?.time) <= now) this.fly(one);
    }
    this.reached = now;
  }

  /** @param {{text?: unknown, color?: unknown}} comment */
  fly({ text, color } = {}) {
    if (!this.isOn || text === undefined || text === null || text === "") return;
    const { stage } = this.video;
    const item = inner(stage.danmu, "p", "wx-video-danmu-item");
    item.textContent = String(text);
    item.style.color = String(color ?? "");
    const lines = Math.max(FEWEST_LINES, Math.floor((stage.danmu.clientHeight * 0.6) / LINE_PX));
    item.style.top = `${(this.line++ % lines) * LINE_PX}px`;
    const way = stage.danmu.clientWidth;
    const frames = [{ transform: `translateX(${way}px)` }, { transform: `translateX(${-item.offsetWidth}px)` }];
    item.animate(frames, { duration: CROSSING_MS }).finished.then(() => item.remove(), () => item.remove());
  }
}
