/**
 * Pull-down refresh of a page: dragging down at the top moves the page, letting go far enough down sends
 * onPullDownRefresh.
 *
 * Runs in the shell page (Chromium), one per mini-program page; driven by touch/drag.js. The shell draws the dots and
 * moves the iframe (`port.pull`), and keeps the page down after the signal until the program is done.
 */

const REFRESH_PX = 50;
const RESISTANCE = 0.5;

export class PullDown {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.distance = 0;
  }

  /** @param {number} direction of the finger: positive is down */
  canDrag(direction) {
    const isEnabled = Boolean(this.page.windowConfig.enablePullDownRefresh);
    return isEnabled && direction > 0 && (this.page.document.scrollingElement?.scrollTop ?? 0) <= 0;
  }

  dragged({ totalY }) {
    // The iframe moves under the finger, so its own coordinates lag behind by the way it went.
    const lag = this.page.window.frameElement ? this.distance : 0;
    this.distance = Math.max(0, (totalY + lag) * RESISTANCE);
    this.#pull(this.distance);
  }

  dropped({ isCancelled }) {
    const isFarEnough = this.distance >= REFRESH_PX && !isCancelled;
    this.distance = 0;
    if (!isFarEnough) {
      this.#pull(0);
      return;
    }
    this.page.user.pulledDown();
    this.page.port.signal(this.page.pageId, "onPullDownRefresh", {});
  }

  #pull(distance) {
    this.page.port.pull?.(this.page.pageId, distance);
  }
}
