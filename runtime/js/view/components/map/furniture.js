/**
 * What stands over a map and does not move with it, and where the user is: compass, scale bar, the old `controls`,
 * attribution.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

import { inner } from "../built_in.js";
import { listOf } from "./shapes.js";

/** Lengths that a scale bar may stand for, m. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6];
const MOST_BAR_PX = 80;

export class Furniture {
  /** @param {import("./component.js").MapView} view */
  constructor(view) {
    this.view = view;
    const { frame } = view;
    this.compass = inner(frame, "div", "wx-map-compass");
    this.compass.textContent = "N";
    this.bar = inner(frame, "div", "wx-map-scale");
    this.barText = inner(this.bar, "span", "");
    this.thanks = inner(frame, "div", "wx-map-attribution");
    this.old = inner(frame, "div", "wx-map-controls");
    this.centre = inner(frame, "img", "wx-map-centre");
    this.centre.hidden = true;
    this.user = null;
    view.taps(this.compass, () => view.move(() => view.point.turn(0, view.point.skew, true)));
  }

  draw() {
    const { view, compass, bar } = this;
    compass.hidden = !view.flag("showCompass", false);
    compass.style.transform = `rotate(${-view.point.rotate}deg)`;
    bar.hidden = !view.flag("showScale", false);
    if (!bar.hidden && view.map) this.#measure();
    this.#drawControls(listOf(view.value("controls")));
    this.#drawUser();
  }

  /** An icon in the middle. */
  mark(path) {
    const { services, element } = this.view;
    this.centre.src = services.fileUrl(String(path), element);
    this.centre.hidden = false;
  }

  setUserIcon(path) {
    this.userIcon = path ? String(path) : "";
    this.#drawUser();
  }

  #measure() {
    const { map } = this.view;
    const { lat } = map.getCenter();
    const metresPerPx = (40_075_017 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
    const length = STEPS.filter((step) => step / metresPerPx <= MOST_BAR_PX).pop() ?? STEPS[0];
    this.bar.style.width = `${length / metresPerPx}px`;
    this.barText.textContent = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  }

  #drawControls(described) {
    this.old.replaceChildren();
    const { view } = this;
    for (const { id, position = {}, iconPath, clickable } of described) {
      const box = inner(this.old, "img", "wx-map-control");
      box.src = view.services.fileUrl(String(iconPath), view.element);
      Object.assign(box.style, { left: `${view.px(position.left, 0)}px`, top: `${view.px(position.top, 0)}px` });
      if (position.width !== undefined) box.style.width = `${view.px(position.width, 0)}px`;
      if (position.height !== undefined) box.style.height = `${view.px(position.height, 0)}px`;
      if (clickable) view.taps(box, () => view.emit("controltap", { controlId: id }));
    }
  }

  #drawUser() {
    const { view } = this;
    this.user?.remove();
    this.user = null;
    const place = view.userPlace;
    if (!view.map || !place) return;
    const { L, document } = view;
    const root = document.createElement("div");
    const body = inner(root, "div", "wx-map-marker-body");
    const dot = this.userIcon ? inner(body, "img", "wx-map-user-icon") : inner(body, "div", "wx-map-user");
    if (this.userIcon) /** @type {HTMLImageElement} */ (dot).src = view.services.fileUrl(this.userIcon, view.element);
    else view.taps(dot, () => view.emit("anchorpointtap", place));
    const icon = L.divIcon({ className: "wx-map-plain", html: root, iconSize: [0, 0] });
    this.user = L.marker([place.latitude, place.longitude], { icon, interactive: false, keyboard: false }).addTo(view.map);
  }
}
