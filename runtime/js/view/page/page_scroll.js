/**
 * Scrolling of the page itself: onPageScroll and onReachBottom for the program, `pageScroll` for wx.pageScrollTo.
 *
 * Runs in the shell page (Chromium), one per mini-program page. Sends through `port.signal`.
 */

const DEFAULT_REACH_BOTTOM_PX = 50;
const DEFAULT_DURATION_MS = 300;

export class PageScroll {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.frame = 0;
    this.lastTop = 0;
    this.isAtBottom = false;
    this.finish = null;
    this.listener = () => {
      this.frame ||= page.window.requestAnimationFrame(() => this.#report());
    };
    page.window.addEventListener("scroll", this.listener, { passive: true });
  }

  destroy() {
    this.page.window.removeEventListener("scroll", this.listener);
    this.page.window.cancelAnimationFrame(this.frame);
    this.finish?.();
  }

  /**
   * @param {{scrollTop?: number, rectOf?: [number, number] | null, offsetTop?: number, duration?: number}} params
   * @returns {Promise<object>} when it has ended
   */
  to({ scrollTop, rectOf, offsetTop = 0, duration = DEFAULT_DURATION_MS }) {
    const root = rootOf(this.page.document);
    let goal = scrollTop;
    if (rectOf) {
      const target = this.page.dom.element(rectOf[0], rectOf[1]);
      if (!target) return Promise.resolve({});
      goal = target.getBoundingClientRect().top + root.scrollTop + offsetTop;
    }
    goal = Math.max(0, Math.min(Number(goal) || 0, root.scrollHeight - root.clientHeight));
    this.finish?.();
    this.page.gestures.drag.stop();
    return new Promise((resolve) => this.#animate(root, goal, duration, resolve));
  }

  #animate(root, goal, duration, resolve) {
    const { window } = this.page;
    const from = root.scrollTop;
    const startedAt = window.performance.now();
    let frame = 0;
    this.finish = () => {
      window.cancelAnimationFrame(frame);
      this.finish = null;
      resolve({});
    };
    const step = (now) => {
      const share = duration > 0 ? Math.min(1, Math.max(0, (now - startedAt) / duration)) : 1;
      root.scrollTop = from + (goal - from) * (1 - (1 - share) ** 3);
      if (share < 1) frame = window.requestAnimationFrame(step);
      else this.finish?.();
    };
    step(startedAt);
  }

  #report() {
    this.frame = 0;
    const root = rootOf(this.page.document);
    const { scrollTop, scrollHeight, clientHeight } = root;
    if (scrollTop === this.lastTop) return;
    const isDown = scrollTop > this.lastTop;
    this.lastTop = scrollTop;
    this.page.port.signal(this.page.pageId, "onPageScroll", { scrollTop });
    this.page.meta?.emit("scroll", { scrollTop });
    const distance = this.page.windowConfig.onReachBottomDistance ?? DEFAULT_REACH_BOTTOM_PX;
    const isInside = scrollHeight - scrollTop - clientHeight <= distance;
    if (isInside && isDown && !this.isAtBottom) {
      if (this.page.user.isScrolling(root)) this.page.user.reachedBottom();
      this.page.port.signal(this.page.pageId, "onReachBottom", {});
    }
    this.isAtBottom = isInside;
  }
}

/** What scrolls with the window. @param {Document} document */
function rootOf(document) {
  return document.scrollingElement ?? document.documentElement;
}
