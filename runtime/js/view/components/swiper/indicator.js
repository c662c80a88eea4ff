/**
 * The dots of a swiper: their size, place and colours, and how the one of the current item moves (`indicator-type`).
 *
 * Runs in the shell page (Chromium); used by component.js. Source: reference, swiper; Assumed: the ways of moving are those
 * of the Android library whose names they have.
 */

import { inner } from "../built_in.js";

/** Where a marker of its own moves between the dots, as share `f` of the way: stretched, lifted. */
const MARKERS = {
  worm: { stretch: 1 }, wormThin: { stretch: 1, thin: 0.5 }, wormUnderground: { stretch: 1, under: true },
  wormThinUnderground: { stretch: 1, thin: 0.5, under: true }, jump: { lift: 1 }, jumpWithOffset: { lift: 1, grow: 0.4 },
  slide: {}, slideUnderground: { under: true }, swap: { swaps: true }, swapYRotation: { swaps: true, turn: 180 },
};
const EXPANDED = 3;

export class Indicator {
  /** @param {import("./component.js").Swiper} swiper @param {HTMLElement} dots */
  constructor(swiper, dots) {
    this.swiper = swiper;
    this.dots = dots;
    /** @type {HTMLElement | null} */
    this.marker = null;
  }

  /** Shows all of it. @param {{count: number, isVertical: boolean}} facts */
  draw({ count, isVertical }) {
    const { dots, swiper } = this;
    dots.hidden = !swiper.is("indicatorDots");
    if (dots.hidden) return;
    dots.className = `wx-swiper-dots wx-swiper-dots-${isVertical ? "vertical" : "horizontal"}`;
    this.marker?.remove();
    this.marker = null;
    while (dots.childElementCount < count) inner(dots, "div", "wx-swiper-dot");
    while (dots.childElementCount > count) dots.lastChild?.remove();
    const size = this.#size();
    for (const dot of this.#all) {
      Object.assign(dot.style, size && { width: `${size.width}px`, height: `${size.height}px`, borderRadius: `${size.radius}px`, margin: "0" });
    }
    if (size) {
      dots.style.display = "flex";
      dots.style.flexDirection = isVertical ? "column" : "row";
      dots.style.gap = `${size.spacing}px`;
    }
    this.#place(isVertical);
    const way = MARKERS[swiper.text("indicatorType")];
    if (!way || !size || count === 0) return;
    this.marker = inner(dots, "div", "wx-swiper-dot-marker");
    this.marker.style.zIndex = way.under ? "-1" : "1";
    this.marker.style.borderRadius = `${size.radius}px`;
  }

  /** @param {{position: number, current: number, shown: number, isVertical: boolean}} now */
  follow({ position, current, shown, isVertical }) {
    if (this.dots.hidden) return;
    const { swiper } = this;
    const type = swiper.text("indicatorType", "normal");
    const colour = swiper.text("indicatorColor", "var(--handset-dot)");
    const activeColour = swiper.text("indicatorActiveColor", "var(--handset-dot-active)");
    const size = this.#size();
    this.#all.forEach((dot, index) => {
      const isActive = index >= current && index < current + shown;
      dot.classList.toggle("wx-swiper-dot-active", isActive);
      dot.style.background = isActive && !this.marker ? activeColour : colour;
      dot.style.transform = type === "scale" && isActive ? "scale(1.4)" : "";
      if (size) dot.style[isVertical ? "height" : "width"] = `${(isVertical ? size.height : size.width) * (type === "expand" && isActive ? EXPANDED : 1)}px`;
    });
    if (!size) return;
    const step = (isVertical ? size.height : size.width) + size.spacing;
    if (type === "scroll" || type === "scrollFixedCenter") this.#scroll(position, step, isVertical);
    if (this.marker) this.#move(MARKERS[type], { size, step, position, colour: activeColour, isVertical });
  }

  get #all() {
    return /** @type {HTMLElement[]} */ ([...this.dots.getElementsByClassName("wx-swiper-dot")]);
  }

  /** Sizes in px; null while nothing of the kind is asked for. */
  #size() {
    const { swiper } = this;
    const names = ["indicatorType", "indicatorWidth", "indicatorHeight", "indicatorRadius", "indicatorSpacing"];
    if (names.every((name) => swiper.attributes[name] === undefined)) return null;
    const least = (name, otherwise) => Math.max(0, swiper.number(name, otherwise));
    return {
      width: least("indicatorWidth", 8), height: least("indicatorHeight", 8), radius: least("indicatorRadius", 4),
      spacing: least("indicatorSpacing", 4),
    };
  }

  #place(isVertical) {
    const { swiper } = this;
    const { style } = this.dots;
    const { indicatorAlignment: alignment, indicatorOffset: offset } = swiper.attributes;
    const [right, down] = Array.isArray(offset) ? offset.map((length) => Number(length) || 0) : [0, 0];
    const margin = swiper.attributes.indicatorMargin === undefined ? null : swiper.number("indicatorMargin", 10);
    style.inset = "";
    style.translate = right || down ? `${right}px ${down ?? 0}px` : "";
    if (margin !== null) style[isVertical ? "right" : "bottom"] = `${margin}px`;
    if (!Array.isArray(alignment) || alignment.length !== 2) {
      style.transform = "";
      return;
    }
    const [x, y] = alignment.map((share) => (Math.max(-1, Math.min(1, Number(share) || 0)) + 1) / 2);
    const edge = margin ?? 10;
    Object.assign(style, {
      right: "auto", bottom: "auto", left: `calc(${x * 100}% + ${edge * (1 - 2 * x)}px)`,
      top: `calc(${y * 100}% + ${edge * (1 - 2 * y)}px)`, transform: `translate(${-x * 100}%, ${-y * 100}%)`,
    });
  }

  /** The dots pass by, so that the current one stays in the middle. */
  #scroll(position, step, isVertical) {
    const shift = ((this.#all.length - 1) / 2 - position) * step;
    for (const dot of this.#all) dot.style.transform = isVertical ? `translateY(${shift}px)` : `translateX(${shift}px)`;
  }

  #move({ stretch = 0, thin = 0, lift = 0, grow = 0, turn = 0, swaps = false }, { size, step, position, colour, isVertical }) {
    const last = this.#all.length - 1;
    const at = Math.max(0, Math.min(last, position));
    const f = at - Math.floor(at);
    const middle = Math.min(f, 1 - f) * 2;
    const long = (isVertical ? size.height : size.width) + stretch * middle * step;
    const from = stretch ? Math.floor(at) * step + Math.max(0, f - 0.5) * 2 * step : at * step;
    const thick = (isVertical ? size.width : size.height) * (1 - thin * middle);
    const { style } = /** @type {HTMLElement} */ (this.marker);
    style.background = colour;
    style[isVertical ? "height" : "width"] = `${long}px`;
    style[isVertical ? "width" : "height"] = `${thick}px`;
    const aside = -lift * middle * size.height + ((isVertical ? size.width : size.height) - thick) / 2;
    const way = isVertical ? `translate(${aside}px, ${from}px)` : `translate(${from}px, ${aside}px)`;
    style.transform = `${way}${grow ? ` scale(${1 + grow * middle})` : ""}${turn ? ` rotateY(${turn * f}deg)` : ""}`;
    if (!swaps) return;
    this.#all.forEach((dot, index) => {
      const back = index === Math.floor(at) + 1 && f > 0 ? -f * step : 0;
      dot.style.transform = isVertical ? `translateY(${back}px)` : `translateX(${back}px)`;
    });
  }
}
