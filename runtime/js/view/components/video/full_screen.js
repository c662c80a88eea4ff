/**
 * A video over the whole screen of the phone, turned if its picture lies down, and the way back.
 *
 * Runs in the shell page (Chromium); made by component.js. The page's frame is given the whole screen by the shell; in
 * it the video stands in the top layer, which no style around it can cut or move.
 */

export class FullScreen {
  /** @param {import("./component.js").Video} video */
  constructor(video) {
    this.video = video;
    this.isOn = false;
    /** degrees */
    this.direction = 0;
    /** One step back leaves it. */
    this.layer = { close: () => video.setFull(false) };
  }

  /** @param {boolean} isOn @param {number} [direction] 0, 90 or -90; by the picture if left out */
  set(isOn, direction) {
    const { video } = this;
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    const { box } = video.stage;
    this.direction = isOn ? this.#direction(direction) : 0;
    video.page.setLayer(this.layer, isOn);
    video.services.coverScreen(isOn);
    if (isOn) {
      box.setAttribute("popover", "manual");
      box.showPopover();
    } else {
      box.hidePopover();
      box.removeAttribute("popover");
    }
    box.dataset.turn = String(this.direction);
    const isAcross = this.direction !== 0 || video.window.innerWidth > video.window.innerHeight;
    video.emit("fullscreenchange", { fullScreen: isOn, direction: isOn && isAcross ? "horizontal" : "vertical" });
  }

  /** A movement of a finger as the turned picture sees it. */
  turned(dx, dy) {
    if (this.direction === 90) return [dy, -dx];
    if (this.direction === -90) return [-dy, dx];
    return [dx, dy];
  }

  #direction(asked) {
    const { video } = this;
    const wish = asked ?? video.number("direction", NaN);
    const isPhoneLying = video.window.innerWidth > video.window.innerHeight;
    if (isPhoneLying) return 0;
    if ([0, 90, -90].includes(wish)) return wish;
    return video.width > video.height ? 90 : 0;
  }
}
