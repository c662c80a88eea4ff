/**
 * Intersection observers: how much of an element lies inside reference rectangles.
 *
 * Runs in the shell page (Chromium); called by calls.js, and after every batch, scroll and resize. Sends events of
 * type `observer`. Source: the reference counts the areas of layout boxes; ancestors clip only if they are named as a
 * reference, so the browser's own observer does not fit.
 */

export class Observers {
  /** @param {import("./page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    /** @type {Map<string|number, object>} */
    this.byKey = new Map();
    this.frame = 0;
    this.listener = () => this.schedule();
    page.document.addEventListener("scroll", this.listener, { capture: true, passive: true });
    page.window.addEventListener("scroll", this.listener, { passive: true });
  }

  /**
   * @param {{key: string|number, nodes: [number, number][], thresholds?: number[], initialRatio?: number,
   *          relative?: {nodes: any, margins?: {left?: number, top?: number, right?: number, bottom?: number}}[]}} params
   */
  observe({ key, nodes, thresholds = [0], initialRatio = 0, relative = [] }) {
    const observer = { key, nodes, thresholds, relative, ratios: nodes.map(() => initialRatio) };
    this.byKey.set(key, observer);
    this.schedule();
  }

  /** @param {string|number} key */
  unobserve(key) {
    this.byKey.delete(key);
  }

  /** Looks again at the next frame. */
  schedule() {
    if (this.byKey.size === 0 || this.frame) return;
    this.frame = this.page.window.requestAnimationFrame(() => {
      this.frame = 0;
      for (const observer of this.byKey.values()) this.#check(observer);
    });
  }

  destroy() {
    this.page.window.cancelAnimationFrame(this.frame);
    this.page.document.removeEventListener("scroll", this.listener, { capture: true });
    this.page.window.removeEventListener("scroll", this.listener);
    this.byKey.clear();
  }

  #check(observer) {
    const relative = this.#reference(observer.relative);
    observer.nodes.forEach(([id, node], index) => {
      const element = this.page.dom.element(id, node);
      if (!element) return;
      const box = plain(element.getBoundingClientRect());
      const common = intersection(box, relative);
      const area = box.width * box.height;
      const ratio = area > 0 ? (common.width * common.height) / area : Number(touches(box, relative));
      const before = observer.ratios[index];
      observer.ratios[index] = ratio;
      if (!observer.thresholds.some((threshold) => isCrossed(threshold, before, ratio))) return;
      this.page.events.plain("observer", {
        key: observer.key, index, intersectionRatio: ratio, intersectionRect: common,
        boundingClientRect: box, relativeRect: relative, time: Date.now(),
      });
    });
  }

  /** @param {{nodes: any, margins?: {left?: number, top?: number, right?: number, bottom?: number}}[]} relative */
  #reference(relative) {
    const viewport = () => box(0, 0, this.page.window.innerWidth, this.page.window.innerHeight);
    if (relative.length === 0) return viewport();
    const boxes = relative.map(({ nodes, margins = {} }) => {
      const element = Array.isArray(nodes) && nodes.length > 0 ? this.page.dom.element(nodes[0][0], nodes[0][1]) : null;
      const at = element ? plain(element.getBoundingClientRect()) : viewport();
      const { left = 0, top = 0, right = 0, bottom = 0 } = margins;
      return box(at.left - left, at.top - top, at.right + right, at.bottom + bottom);
    });
    return boxes.reduce(intersection);
  }
}

function isCrossed(threshold, before, after) {
  if (before === after) return false;
  return (before <= threshold && after > threshold) || (before > threshold && after <= threshold) ||
    (before < threshold && after >= threshold) || (before >= threshold && after < threshold);
}

function box(left, top, right, bottom) {
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

function plain({ left, top, right, bottom }) {
  return box(left, top, right, bottom);
}

function touches(a, b) {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

function intersection(a, b) {
  if (!touches(a, b)) return box(0, 0, 0, 0);
  return box(Math.max(a.left, b.left), Math.max(a.top, b.top), Math.min(a.right, b.right), Math.min(a.bottom, b.bottom));
}
