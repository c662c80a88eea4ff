/**
 * What a moving finger moves: a component that drags (swiper, slider …), a scroll area, or the page.
 *
 * Runs in the shell page (Chromium); driven by gestures.js. The first movement beyond the slop decides the axis and
 * who gets the drag: from the finger outwards, the first that can move that way, unless a `catch` of touchmove lies
 * further in.
 */

import { Momentum } from "./momentum.js";
/** @import { FingerPoint } from "./fingers.js" */

const DRAG_SLOP_PX = 6;
const FIELDS = "input, textarea, [contenteditable]";

export class Drag {
  /** @param {import("../page/page_view.js").PageView} page */
  constructor(page) {
    this.page = page;
    this.momentum = new Momentum(page.window);
    this.startX = this.lastX = 0;
    this.startY = this.lastY = 0;
    this.#reset();
  }

  #reset() {
    this.target = null;
    this.owner = null;
    this.isActive = false;
    this.isRefused = false;
  }

  /** @param {Element} target @param {FingerPoint & {target: EventTarget | null}} event */
  down(target, event) {
    this.#reset();
    this.target = target;
    this.startX = this.lastX = event.clientX;
    this.startY = this.lastY = event.clientY;
    const field = target.closest?.(FIELDS);
    if (field && this.page.document.activeElement === field) this.isRefused = true;
    for (const element of ancestors(this.target, this.page.document)) {
      if (!element.__builtIn?.grab?.(event)) continue;
      this.owner = element.__builtIn;
      return;
    }
  }

  /** @param {FingerPoint} event */
  move(event) {
    if (!this.target || this.isRefused) return;
    const dx = event.clientX - this.lastX;
    const dy = event.clientY - this.lastY;
    if (!this.isActive && !this.#decide(event)) return;
    this.lastX = event.clientX;
    this.lastY = event.clientY;
    if (this.owner instanceof Scrolling) this.page.user.scrolls(this.owner.element);
    this.owner.dragged({
      dx, dy, totalX: event.clientX - this.startX, totalY: event.clientY - this.startY,
      clientX: event.clientX, clientY: event.clientY, timeStamp: event.timeStamp,
    });
    this.momentum.sample(dx, dy, event.timeStamp);
  }

  /** What the finger would move, if somebody may take it from it; null = nothing. @param {FingerPoint} event */
  candidate(event) {
    if (!this.target || this.isRefused) return null;
    if (this.owner) return this.owner;
    const [totalX, totalY] = [event.clientX - this.startX, event.clientY - this.startY];
    const axis = Math.abs(totalX) > Math.abs(totalY) ? "x" : "y";
    return this.#find(axis, axis === "x" ? totalX : totalY);
  }

  /** What scrolls an area, whether it can go on or not. @param {Element} area @param {"x"|"y"} axis */
  scrolling(area, axis) {
    return new Scrolling(area, axis, this.momentum);
  }

  /** The finger moves this from now on. @param {any} owner of `candidate` @param {FingerPoint} event */
  begin(owner, event) {
    this.owner = owner;
    this.isActive = true;
    this.startX = this.lastX = event.clientX;
    this.startY = this.lastY = event.clientY;
    this.momentum.begin(event.timeStamp);
    this.page.document.getSelection()?.removeAllRanges();
  }

  /** The finger moved, but what it moves stays where it is. @param {FingerPoint} event */
  skip(event) {
    this.startX += event.clientX - this.lastX;
    this.startY += event.clientY - this.lastY;
    this.lastX = event.clientX;
    this.lastY = event.clientY;
    this.momentum.begin(event.timeStamp);
  }

  /** The finger moved, but a handler kept the movement to itself. @param {FingerPoint} event */
  pass(event) {
    if (this.isActive) {
      this.move(event);
      return;
    }
    this.startX = this.lastX = event.clientX;
    this.startY = this.lastY = event.clientY;
  }

  /** This touch moves nothing. */
  refuse() {
    this.isRefused = true;
  }

  /** @param {FingerPoint} event */
  up(event) {
    if (this.owner) {
      const velocity = this.momentum.velocity(event.timeStamp);
      this.owner.dropped({ ...velocity, totalX: event.clientX - this.startX, totalY: event.clientY - this.startY });
    }
    this.#reset();
  }

  cancel() {
    if (this.owner) this.owner.dropped({ velocityX: 0, velocityY: 0, totalX: 0, totalY: 0, isCancelled: true });
    this.#reset();
  }

  /** The wheel scrolls natively, but not past a node that holds touchmove. @param {WheelEvent} event */
  wheel(event) {
    const axis = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? "x" : "y";
    const direction = -(axis === "x" ? event.deltaX : event.deltaY);
    for (const element of ancestors(event.target, this.page.document)) {
      if (canScroll(this.page, element, axis, direction)) {
        this.page.user.scrolls(element);
        return;
      }
      if (element.__id !== undefined && this.page.events.isCaught(element, "touchmove")) {
        event.preventDefault();
        return;
      }
    }
    if (this.page.document.scrollingElement) this.page.user.scrolls(this.page.document.scrollingElement);
  }

  /** Ends scrolling that goes on after the finger left. */
  stop() {
    this.momentum.stop();
  }

  #decide(event) {
    const totalX = event.clientX - this.startX;
    const totalY = event.clientY - this.startY;
    if (Math.hypot(totalX, totalY) < DRAG_SLOP_PX) return false;
    if (!this.owner) {
      const axis = Math.abs(totalX) > Math.abs(totalY) ? "x" : "y";
      this.owner = this.#find(axis, axis === "x" ? totalX : totalY);
    }
    const slop = this.owner?.slop ?? 0;
    if (slop > DRAG_SLOP_PX && Math.hypot(totalX, totalY) < slop) {
      this.owner = null;
      return false;
    }
    this.isActive = this.owner !== null;
    this.isRefused = this.owner === null;
    this.momentum.begin(event.timeStamp);
    if (this.isActive) this.page.document.getSelection()?.removeAllRanges();
    return this.isActive;
  }

  /** In the body of a nested scroll area the outer one goes first on the way down, and what is in the body goes on. */
  #nested(axis, direction) {
    const body = /** @type {any} */ (this.target).closest?.("wx-nested-scroll-body");
    const outer = body?.closest("wx-scroll-view")?.__builtIn?.area;
    if (axis !== "y" || direction > 0 || !outer || !canMove(outer, "y", direction)) return null;
    const scrolling = new Scrolling(outer, "y", this.momentum);
    const offset = Number(body.__builtIn?.number("offsetTop", 0)) || 0;
    scrolling.most = Math.max(0, outer.scrollHeight - outer.clientHeight - Math.max(0, offset));
    if (outer.scrollTop >= scrolling.most) return null;
    for (const element of ancestors(this.target, this.page.document)) {
      if (element === body) break;
      if (canScroll(this.page, element, "y", direction)) {
        scrolling.next = { element, isMoved: false };
        break;
      }
    }
    return scrolling;
  }

  #find(axis, direction) {
    const { page } = this;
    const sheet = /** @type {any} */ (this.target).closest?.("wx-draggable-sheet")?.__builtIn;
    if (sheet?.precedes(axis, direction, this.target)) return sheet;
    const nested = this.#nested(axis, direction);
    if (nested) return nested;
    for (const element of ancestors(this.target, this.page.document)) {
      const builtIn = element.__builtIn;
      if (builtIn?.canDrag?.(axis, direction)) return builtIn;
      if (builtIn?.holdsScroll) return null;
      if (canScroll(page, element, axis, direction)) return new Scrolling(element, axis, this.momentum);
      if (element.__id !== undefined && page.events.isCaught(element, "touchmove")) return null;
    }
    if (page.windowConfig.disableScroll) return null;
    if (axis === "y" && page.pullDown.canDrag(direction)) return page.pullDown;
    const root = page.document.scrollingElement;
    return !isRootHeld(page, axis) && canMove(root, axis, direction) ? new Scrolling(root, axis, this.momentum) : null;
  }
}

/** Elements from one outwards, below the page's root. */
function* ancestors(target, document) {
  for (let element = target; element && element !== document.body; element = element.parentElement) {
    if (element.nodeType === 1) yield element;
  }
}

/** Moves a scroll area with the finger, and lets it run out. */
class Scrolling {
  constructor(element, axis, momentum) {
    this.element = element;
    this.axis = axis;
    this.momentum = momentum;
    this.hasBegun = false;
    /** What goes on when this one is at its end. @type {{element: Element, isMoved: boolean} | null} */
    this.next = null;
    /** Where it is at its end for now, px. */
    this.most = Infinity;
  }

  dragged({ dx, dy }) {
    this.#tell(this.hasBegun ? "dragging" : "dragstart");
    this.hasBegun = true;
    if (this.axis === "x") this.element.scrollLeft -= dx;
    else {
      const before = this.element.scrollTop;
      this.element.scrollTop = Math.min(before - dy, this.most);
      const left = -dy - (this.element.scrollTop - before);
      if (this.next && Math.abs(left) >= 1) {
        this.next.element.scrollTop += left;
        this.next.isMoved = true;
      }
    }
  }

  /** How far a finger must go before it follows, px. */
  get slop() {
    const builtIn = this.element.parentElement?.__builtIn;
    return builtIn?.area === this.element ? builtIn.slop ?? 0 : 0;
  }

  dropped({ velocityX, velocityY, isCancelled }) {
    this.#tell("dragend", { velocity: { x: velocityX, y: velocityY } });
    const builtIn = this.element.parentElement?.__builtIn;
    const thrown = this.axis === "x" ? velocityX : velocityY;
    const velocity = builtIn?.area === this.element ? builtIn.runOut?.(thrown) ?? thrown : thrown;
    if (builtIn?.area === this.element && builtIn.settle?.(this.axis, isCancelled ? 0 : velocity)) return;
    const friction = builtIn?.area === this.element ? builtIn.friction : undefined;
    if (!isCancelled && friction !== 0) this.momentum.run(this.next?.isMoved ? this.next.element : this.element, this.axis, velocity, friction);
  }

  /** A scroll-view of the enhanced kind reports how the finger drags it. */
  #tell(type, more = {}) {
    const builtIn = this.element.parentElement?.__builtIn;
    if (builtIn?.area !== this.element || !builtIn.is("enhanced")) return;
    builtIn.emit(type, { scrollTop: this.element.scrollTop, scrollLeft: this.element.scrollLeft, ...more });
  }
}

function canScroll(page, element, axis, direction) {
  const style = page.window.getComputedStyle(element);
  const overflow = axis === "x" ? style.overflowX : style.overflowY;
  return (overflow === "auto" || overflow === "scroll") && canMove(element, axis, direction);
}

/** The page scrolls as its `overflow` says: no finger moves what is hidden. */
function isRootHeld(page, axis) {
  const style = page.window.getComputedStyle(page.document.body);
  return /hidden|clip/.test(axis === "x" ? style.overflowX : style.overflowY);
}

/** Whether there is content left in the direction of the finger. */
function canMove(element, axis, direction) {
  const [position, inner, outer] =
    axis === "x"
      ? [element.scrollLeft, element.clientWidth, element.scrollWidth]
      : [element.scrollTop, element.clientHeight, element.scrollHeight];
  return direction > 0 ? position > 0 : position + inner < outer - 1;
}
