/**
 * Markers of a map: icons, labels, callouts, and the cover-views that a program draws callouts with.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

import { inner } from "../built_in.js";
import { listOf, pairOf } from "./shapes.js";

const BOTTOM_CENTRE = { x: 0.5, y: 1 };
const CALLOUT_GAP_PX = 6;

export class Markers {
  /** @param {import("./component.js").MapView} view */
  constructor(view) {
    this.view = view;
    /** By the id as text. @type {Map<string, Marker>} */
    this.all = new Map();
    /** Those that MapContext has added, which stay when the attribute is set again. */
    this.added = new Set();
    /** The marker whose callout a tap has opened. */
    this.opened = "";
  }

  /** What the attribute says now. */
  show(described) {
    const kept = new Map([...this.all].filter(([id]) => this.added.has(id)));
    const former = this.all;
    this.all = kept;
    listOf(described).forEach((one, index) => this.#put(one, former, one.id ?? `at ${index}`));
    for (const [id, marker] of former) if (this.all.get(id) !== marker) marker.remove();
    this.view.clusters.regroup();
    this.place();
  }

  add(described, isAlone) {
    if (isAlone) this.remove([...this.all.keys()]);
    for (const one of listOf(described)) {
      this.added.add(String(one.id));
      this.#put(one, this.all, one.id);
    }
    this.view.clusters.regroup();
    this.place();
  }

  remove(ids) {
    for (const id of listOf(ids).map(String)) {
      this.all.get(id)?.remove();
      this.all.delete(id);
      this.added.delete(id);
    }
    this.view.clusters.regroup();
  }

  find(id) {
    return this.all.get(String(id));
  }

  /** A tap on a marker opens its callout; one elsewhere closes it. @param {string} id */
  open(id) {
    this.opened = id;
    for (const [name, marker] of this.all) marker.opens(name === id);
    this.place();
  }

  /** Puts the program's own callouts where their markers are. */
  place() {
    const { element, point } = this.view;
    if (!this.view.map) return;
    for (const box of element.querySelectorAll("wx-cover-view[marker-id]")) {
      const marker = this.find(box.getAttribute("marker-id"));
      const custom = marker?.given.customCallout;
      const isShown = custom && (custom.display === "ALWAYS" || this.opened === marker.name) && !marker.isClustered;
      box.toggleAttribute("wx-map-hidden", !isShown);
      if (!isShown) continue;
      const { lat, lng } = marker.layer.getLatLng();
      const at = point.pointOf(lat, lng);
      const up = marker.anchor.y * marker.height + CALLOUT_GAP_PX;
      const [x, y] = [at.x + this.view.px(custom.anchorX, 0), at.y - up + this.view.px(custom.anchorY, 0)];
      /** @type {HTMLElement} */ (box).style.translate = `calc(${x}px - 50%) calc(${y}px - 100%)`;
    }
  }

  #put(given, former, id) {
    const name = String(id);
    const known = former.get(name);
    if (known) known.draw(given);
    this.all.set(name, known ?? new Marker(this.view, name, given));
  }
}

/** One of them. */
class Marker {
  constructor(view, name, given) {
    const { L, document } = view;
    this.view = view;
    this.name = name;
    this.isClustered = false;
    this.root = document.createElement("div");
    this.body = inner(this.root, "div", "wx-map-marker-body");
    this.icon = inner(this.body, "img", "wx-map-marker-icon");
    this.icon.addEventListener("load", () => this.#size());
    this.label = inner(this.body, "div", "wx-map-label");
    this.callout = inner(this.body, "div", "wx-map-callout");
    const icon = L.divIcon({ className: "wx-map-plain", html: this.root, iconSize: [0, 0] });
    this.layer = L.marker([0, 0], { icon, interactive: false, keyboard: false });
    this.draw(given);
    this.layer.addTo(view.map);
    const tell = (type) => () => view.emit(type, { markerId: this.given.id });
    view.taps(this.icon, () => {
      view.markers.open(name);
      tell("markertap")();
    });
    view.taps(this.callout, tell("callouttap"));
    view.taps(this.label, tell("labeltap"));
  }

  draw(given) {
    this.given = given;
    const { view, icon } = this;
    this.layer.setLatLng(pairOf(given));
    this.layer.setZIndexOffset((Number(given.zIndex) || 0) * 1000);
    this.anchor = { ...BOTTOM_CENTRE, ...given.anchor };
    const source = given.iconPath ? view.services.fileUrl(String(given.iconPath), view.element) : PIN;
    if (icon.getAttribute("src") !== source) icon.src = source;
    icon.style.opacity = String(given.alpha ?? 1);
    const words = given.ariaLabel ?? given["aria-label"] ?? given.title;
    if (words) icon.alt = String(words);
    this.turn(Number(given.rotate) || 0);
    this.#size();
    this.#drawLabel(given.label);
    this.#drawCallout(given.callout ?? (given.title && !given.customCallout ? { content: given.title } : undefined));
    this.opens(view.markers?.opened === this.name);
  }

  /** @param {number} degrees */
  turn(degrees) {
    this.rotate = degrees;
    this.icon.style.transform = degrees ? `rotate(${degrees}deg)` : "";
  }

  opens(isOpen) {
    const isShown = this.hasCallout && (isOpen || this.given.callout?.display === "ALWAYS");
    this.callout.hidden = !isShown;
  }

  hide(isHidden) {
    this.isClustered = isHidden;
    this.root.hidden = isHidden;
  }

  remove() {
    this.isGone = true;
    this.layer.remove();
  }

  #size() {
    const { icon, given, anchor, view } = this;
    const natural = [icon.naturalWidth || 0, icon.naturalHeight || 0];
    const width = view.px(given.width, natural[0]);
    this.height = view.px(given.height, natural[1]);
    Object.assign(icon.style, {
      width: `${width}px`, height: `${this.height}px`, left: `${-anchor.x * width}px`, top: `${-anchor.y * this.height}px`,
      transformOrigin: `${anchor.x * 100}% ${anchor.y * 100}%`,
    });
    this.callout.style.bottom = `${anchor.y * this.height + CALLOUT_GAP_PX - view.px(given.callout?.anchorY, 0)}px`;
    view.markers?.place();
  }

  #drawLabel(label) {
    this.label.hidden = !label?.content;
    if (!label?.content) return;
    this.#box(this.label, label);
    const { view } = this;
    this.label.style.left = `${view.px(label.anchorX ?? label.x, 0)}px`;
    this.label.style.top = `${view.px(label.anchorY ?? label.y, 0)}px`;
  }

  #drawCallout(callout) {
    this.hasCallout = Boolean(callout?.content);
    if (!this.hasCallout) return;
    this.#box(this.callout, callout);
    this.callout.style.marginLeft = `${this.view.px(callout.anchorX, 0)}px`;
  }

  #box(box, given) {
    const { view } = this;
    box.textContent = String(given.content);
    const width = view.px(given.borderWidth, 0);
    Object.assign(box.style, {
      color: String(given.color ?? ""), fontSize: given.fontSize === undefined ? "" : `${view.px(given.fontSize, 14)}px`,
      borderRadius: `${view.px(given.borderRadius, 0)}px`, border: width > 0 ? `${width}px solid` : "",
      borderColor: String(given.borderColor ?? ""), backgroundColor: String(given.bgColor ?? ""),
      padding: given.padding === undefined ? "" : `${view.px(given.padding, 0)}px`, textAlign: String(given.textAlign ?? ""),
    });
  }
}

/** The pin of a marker without an icon. */
export const PIN = `data:image/svg+xml;utf8,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="34" viewBox="0 0 24 34"><path fill="#e64340" stroke="#fff" '
  + 'd="M12 33C9 26 1 20 1 12a11 11 0 0 1 22 0c0 8-8 14-11 21z"/><circle cx="12" cy="12" r="4" fill="#fff"/></svg>')}`;
