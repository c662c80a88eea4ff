/**
 * `map`: a map that is moved with the finger and drawn without a network. Where it looks is view_point.js's; what lies on
 * it is in the files beside this one; MapContext's orders are in orders.js.
 *
 * Runs in the shell page (Chromium); loaded with the first page that has a map.
 */

import { BuiltIn, inner } from "../built_in.js";
import { ATTRIBUTION, baseLayer, cityAt, groundColours, groundData } from "./base_layer.js";
import { Clusters } from "./clusters.js";
import { Furniture } from "./furniture.js";
import { leafletOf } from "./leaflet.js";
import { Markers } from "./markers.js";
import { ORDERS } from "./orders.js";
import { TwoFingers } from "./two_fingers.js";
import { SCALE, ViewPoint } from "./view_point.js";
import { Shapes, listOf, pairOf } from "./shapes.js";

const SHAPES = /** @type {const} */ (["polyline", "polygons", "circles"]);
const TWO_TAPS_MS = 300;
const WHEEL_PX_A_SCALE = 240;
const AFTER_WHEEL_MS = 200;
const GLIDE_MS = 180;
/** How the middle of China lies, for a map that is not told where. */
const SOMEWHERE = { latitude: 39.92, longitude: 116.46 };

export class MapView extends BuiltIn {
  /** Its own children. @type {HTMLElement} */
  content;
  /** @type {HTMLElement} */
  frame;
  /** @type {HTMLElement} */
  ground;
  /** What taps are for, by element. @type {WeakMap<Element, (place: object) => void>} */
  handlers;
  /** Leaflet (it brings no types), and what the ground is drawn from. @type {Promise<[any, any]>} */
  arrival;
  /** Who listens to MapContext.on. @type {{event: string, key: number}[]} */
  listeners;
  // What is made as soon as Leaflet is there, with `map`.
  /** @type {ViewPoint} */
  point;
  /** @type {Shapes} */
  shapes;
  /** @type {Clusters} */
  clusters;
  /** @type {Markers} */
  markers;
  /** @type {Furniture} */
  furniture;

  begin() {
    this.content = this.inside("wx-map-content");
    this.frame = inner(this.element, "div", "wx-map-frame");
    this.element.prepend(this.frame);
    this.ground = inner(this.frame, "div", "wx-map-ground");
    this.handlers = new WeakMap();
    this.listeners = [];
    this.tappedAt = -Infinity;
    this.isGone = false;
    this.former = null;
    this.map = null;
    this.arrival = Promise.all([leafletOf(this), groundData(this.services)]);
    super.begin();
  }

  connected() {
    this.observeSizes(this.frame);
    this.element.addEventListener("wheel", this.#wheel, { passive: false });
    this.watch = new this.window.MutationObserver(() => this.markers?.place());
    this.watch.observe(this.content, { childList: true, subtree: true, attributes: true, attributeFilter: ["marker-id"] });
    this.services.watchPlace(this);
    this.arrival.then(([L, data]) => this.#build(L, data));
  }

  sized() {
    this.point?.fit();
  }

  removed() {
    super.removed();
    this.isGone = true;
    this.watch?.disconnect();
    this.services.forgetPlace(this);
    this.map?.remove();
    this.map = null;
  }

  keep() {
    return this.map ? { centre: this.map.getCenter(), zoom: this.map.getZoom(), given: this.#given() } : undefined;
  }

  restore(state) {
    this.former = state;
  }

  // What the attributes say, or `setting` in their place.

  value(name) {
    const { setting } = this.attributes;
    return setting && typeof setting === "object" && name in setting ? setting[name] : this.attributes[name];
  }

  flag(name, fallback) {
    const value = this.value(name);
    return value === undefined ? fallback : Boolean(value);
  }

  amount(name, fallback) {
    const value = Number(this.value(name) ?? NaN);
    return Number.isFinite(value) ? value : fallback;
  }

  /** A length, with its unit or without. @param {any} value @param {number} fallback px @returns {number} px */
  px(value, fallback) {
    const found = /^\s*(-?[\d.]+)\s*(rpx|px)?\s*$/.exec(String(value ?? ""));
    if (!found) return fallback;
    return Number(found[1]) * (found[2] === "rpx" ? this.window.innerWidth / 750 : 1);
  }

  /** Where the user is, if the map shows it. @returns {{latitude: number, longitude: number} | undefined} */
  get userPlace() {
    return this.flag("showLocation", false) ? this.services.userPlace : undefined;
  }

  placeChanged() {
    this.furniture?.draw();
  }

  changed(name, value, before) {
    if (!this.map) return;
    const isLook = name === "latitude" || name === "longitude" || name === "scale" || name === "setting";
    if (isLook && value !== before) this.#look();
    if (name === "includePoints") this.include(value);
    if (name === "markers" || name === "covers") this.#showMarkers();
    for (const shape of SHAPES) if (name === shape || name === "setting") this.shapes.show(shape, this.value(shape));
    if (name === "enablePoi") this.base.redraw();
    this.draw();
  }

  draw() {
    if (!this.map) return;
    this.map.setMinZoom(this.amount("minScale", SCALE.least)).setMaxZoom(this.amount("maxScale", SCALE.most));
    const isAuto = this.flag("enableAutoMaxOverlooking", false);
    const [rotate, skew] = [this.amount("rotate", 0), this.amount("skew", 0)];
    if (rotate !== this.drawn?.rotate || skew !== this.drawn?.skew) this.point.turn(rotate, skew, isAuto);
    this.drawn = { rotate, skew };
    this.furniture.draw();
    this.markers.place();
  }

  /** @param {string} method of MapContext @param {any[]} args */
  async invoke(method, [option] = []) {
    await this.arrival;
    if (!this.map || !Object.hasOwn(ORDERS, method)) throw new Error("the map is not there");
    return ORDERS[method](this, option ?? {});
  }

  tellContext(event, detail) {
    for (const one of this.listeners) if (one.event === event) this.services.observed({ key: one.key, ...detail });
  }

  /** Shows all of these places. @param {unknown} points @param {unknown} [padding] px: top, right, bottom, left */
  include(points, padding) {
    const places = listOf(points).map(pairOf);
    if (places.length === 0) return;
    const [top = 0, right = 0, bottom = 0, left = 0] = listOf(padding).map(Number);
    this.move(() => this.map.fitBounds(this.L.latLngBounds(places), {
      paddingTopLeft: [left, top], paddingBottomRight: [right, bottom], animate: false,
    }));
  }

  /** A change that no finger makes. @param {() => void} change */
  move(change) {
    this.region("begin", "update");
    change();
    this.region("end", "update");
    this.furniture.draw();
    this.markers.place();
  }

  // Fingers and the wheel.

  /** What is to happen when something on the map is tapped. @param {any} thing layer or element */
  taps(thing, handler) {
    if (thing instanceof this.window.Element || thing.nodeType === 1) this.handlers.set(thing, handler);
    else thing.on("add", () => this.handlers.set(thing.getElement(), handler));
  }

  /** Whether a tap is for something on the map, which then has it. @param {Element} target @param {any} at */
  takesTap(target, at) {
    for (let one = target; one && one !== this.element; one = /** @type {Element} */ (one.parentNode)) {
      const handler = this.handlers.get(one);
      if (!handler) continue;
      handler(this.#placeAt(at));
      return true;
    }
    return false;
  }

  /** The place under a tap, for its event. */
  tapDetail(at) {
    return this.map ? this.#placeAt(at) : {};
  }

  tapped(target, at) {
    if (!this.frame.contains(target) || !this.map) return false;
    this.markers.open("");
    const now = this.window.performance.now();
    const isSecond = now - this.tappedAt < TWO_TAPS_MS;
    this.tappedAt = isSecond ? -Infinity : now;
    const point = this.pointAt(at);
    const city = this.flag("enablePoi", true) && !isSecond ? cityAt(this.map, this.data, this.#groundPoint(point)) : null;
    if (city) this.emit("poitap", city);
    if (isSecond && this.flag("enableZoom", true)) this.#zoom(1, point, "scale");
    return true;
  }

  canDrag() {
    return Boolean(this.map) && this.flag("enableScroll", true);
  }

  dragged({ dx, dy }) {
    if (!this.map) return;
    if (!this.isDragged) this.region("begin", "gesture");
    this.isDragged = true;
    const [x, y] = this.point.movement(dx, dy);
    this.map.panBy([-x, -y], { animate: false });
    this.markers.place();
  }

  dropped({ velocityX = 0, velocityY = 0, isCancelled = false }) {
    if (!this.isDragged || !this.map) return;
    this.isDragged = false;
    const [x, y] = this.point.movement(velocityX * GLIDE_MS, velocityY * GLIDE_MS);
    if (!isCancelled && Math.hypot(x, y) > 1) {
      this.map.once("moveend", () => this.region("end", "drag"));
      this.map.panBy([-x, -y], { duration: 0.4, easeLinearity: 0.25 });
    } else this.region("end", "drag");
  }

  canPinch() {
    return this.map !== null;
  }

  pinchBegan() {
    this.region("begin", "gesture");
    this.twoFingers = new TwoFingers(this);
  }

  /** @param {import("../../touch/pinch.js").PinchMove} movement */
  pinched(movement) {
    if (this.map) this.twoFingers?.moved(movement);
  }

  pinchEnded() {
    if (this.map && this.twoFingers) this.region("end", this.twoFingers.cause);
    this.twoFingers = null;
  }

  #wheel = (event) => {
    if (!this.map || !this.flag("enableZoom", true)) return;
    event.preventDefault();
    if (!this.isWheeled) this.region("begin", "gesture");
    this.isWheeled = true;
    this.#zoom(-event.deltaY / WHEEL_PX_A_SCALE, this.pointAt(event), "");
    this.window.clearTimeout(this.wheelEnd);
    this.wheelEnd = this.window.setTimeout(() => {
      this.isWheeled = false;
      if (this.map) this.region("end", "scale");
    }, AFTER_WHEEL_MS);
  };

  #zoom(steps, point, cause) {
    if (cause) this.region("begin", "gesture");
    this.zoomTo(this.map.getZoom() + steps, point);
    if (cause) this.region("end", cause);
  }

  /** Another scale; the place at a point of the frame stays there. @param {number} scale @param {{x: number, y: number}} point */
  zoomTo(scale, point) {
    const { map } = this;
    const goal = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), scale));
    map.setZoomAround(this.#groundPoint(point), goal, { animate: false });
    this.clusters.regroup();
    this.furniture.draw();
    this.markers.place();
  }

  pointAt({ clientX, clientY }) {
    const box = this.frame.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  #groundPoint({ x, y }) {
    const { latitude, longitude } = this.point.placeAt(x, y);
    return this.map.latLngToContainerPoint([latitude, longitude]);
  }

  #placeAt(at) {
    const { x, y } = this.pointAt(at);
    return this.point.placeAt(x, y);
  }

  // Within.

  #build(L, data) {
    if (this.isGone || this.map) return;
    this.L = L;
    this.data = data;
    this.point = new ViewPoint(L, this.frame, this.ground);
    this.point.fit();
    this.map = L.map(this.ground, {
      zoomControl: false, attributionControl: false, zoomSnap: 0, keyboard: false, dragging: false, scrollWheelZoom: false,
      doubleClickZoom: false, touchZoom: false, boxZoom: false, tap: false, fadeAnimation: false, inertia: false,
      zoomAnimation: false, markerZoomAnimation: false, trackResize: false, minZoom: SCALE.least, maxZoom: SCALE.most,
    });
    this.#place();
    this.base = baseLayer(L, data, groundColours(this), () => this.flag("enablePoi", true));
    this.base.once("load", () => this.emit("updated"));
    this.base.addTo(this.map);
    this.point.shows(this.map);
    this.shapes = new Shapes(this);
    this.clusters = new Clusters(this);
    this.markers = new Markers(this);
    this.furniture = new Furniture(this);
    this.furniture.thanks.textContent = ATTRIBUTION;
    this.map.on("move zoom", () => this.markers.place());
    for (const shape of SHAPES) this.shapes.show(shape, this.value(shape));
    this.#showMarkers();
    this.include(this.value("includePoints"));
    this.draw();
  }

  #given() {
    return [this.value("latitude"), this.value("longitude"), this.value("scale")].join();
  }

  #place() {
    const { former } = this;
    if (former && former.given === this.#given()) this.map.setView(former.centre, former.zoom);
    else this.map.setView(this.#centre(), this.amount("scale", SCALE.usual));
  }

  #centre() {
    return [this.amount("latitude", SOMEWHERE.latitude), this.amount("longitude", SOMEWHERE.longitude)];
  }

  #look() {
    this.move(() => {
      this.map.setView(this.#centre(), this.amount("scale", this.map.getZoom()), { animate: false });
      this.clusters.regroup();
    });
  }

  #showMarkers() {
    this.markers.show([...listOf(this.value("markers")), ...listOf(this.value("covers"))]);
  }

  /** Tells that what is seen changes, or has. @param {"begin"|"end"} type @param {string} causedBy */
  region(type, causedBy) {
    const { point, map } = this;
    const seen = { rotate: point.rotate, skew: point.skew, scale: map.getZoom() };
    this.emit("regionchange", { type, causedBy, ...seen, centerLocation: point.centre, region: point.region() });
  }
}

export const component = MapView;
