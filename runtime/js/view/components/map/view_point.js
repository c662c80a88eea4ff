/**
 * Where a map looks: centre, scale, rotation, tilt, and the box that shows it. A rotated or tilted map is drawn larger than
 * what is seen of it, and turned by CSS around its centre.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

export const SCALE = { least: 3, usual: 16, most: 20 };
const MOST_SKEW = 40;
const MOST_SKEW_AUTO = 75;
/** px; how far the eye is from a tilted map. */
const EYE = 1200;
const ROOM_FOR_SKEW = 1.8;

export class ViewPoint {
  /** @param {any} L @param {HTMLElement} frame what is seen @param {HTMLElement} ground Leaflet's box in it */
  constructor(L, frame, ground) {
    this.L = L;
    this.frame = frame;
    this.ground = ground;
    this.rotate = 0;
    this.skew = 0;
    /** Where the centre is shown, shares of the frame. */
    this.offset = [0.5, 0.5];
    this.map = null;
  }

  /** @param {any} map Leaflet's, once it is there */
  shows(map) {
    this.map = map;
    this.fit();
  }

  /** @param {number} rotate degrees @param {number} skew degrees @param {boolean} isAuto whether it may tilt further */
  turn(rotate, skew, isAuto) {
    this.rotate = Number.isFinite(rotate) ? ((rotate % 360) + 360) % 360 : 0;
    this.skew = Number.isFinite(skew) ? Math.max(0, Math.min(isAuto ? MOST_SKEW_AUTO : MOST_SKEW, skew)) : 0;
    this.fit();
  }

  /** The box as large as it must be for its frame. */
  fit() {
    const { frame, ground, rotate, skew, offset } = this;
    const width = frame.clientWidth;
    const height = frame.clientHeight;
    const isMoved = offset[0] !== 0.5 || offset[1] !== 0.5;
    const isTurned = rotate !== 0 || skew !== 0;
    const half = Math.ceil((Math.hypot(width, height) * (skew > 0 ? ROOM_FOR_SKEW : 1) * (isMoved ? 2 : 1)) / 2);
    const [w, h] = isTurned || isMoved ? [half * 2, half * 2] : [width, height];
    const style = ground.style;
    style.width = `${w}px`;
    style.height = `${h}px`;
    style.left = `${width * offset[0] - w / 2}px`;
    style.top = `${height * offset[1] - h / 2}px`;
    style.transform = isTurned ? `perspective(${EYE}px) rotateX(${skew}deg) rotate(${-rotate}deg)` : "";
    style.setProperty("--wx-map-upright", isTurned ? `rotate(${rotate}deg)` : "none");
    this.map?.invalidateSize({ animate: false });
  }

  /** A point of the frame, px, as a place. @returns {{latitude: number, longitude: number}} */
  placeAt(x, y) {
    const { L, map } = this;
    const size = map.getSize();
    const [dx, dy] = this.#toGround(x - this.frame.clientWidth * this.offset[0], y - this.frame.clientHeight * this.offset[1]);
    return placeOf(map.containerPointToLatLng(L.point(size.x / 2 + dx, size.y / 2 + dy)));
  }

  /** Where a place is in the frame, px. */
  pointOf(latitude, longitude) {
    const { map } = this;
    const size = map.getSize();
    const at = map.latLngToContainerPoint([latitude, longitude]);
    const [x, y] = this.#toFrame(at.x - size.x / 2, at.y - size.y / 2);
    return { x: x + this.frame.clientWidth * this.offset[0], y: y + this.frame.clientHeight * this.offset[1] };
  }

  /** What is seen, as its corners say it. */
  region() {
    const { clientWidth: w, clientHeight: h } = this.frame;
    const corners = [[0, 0], [w, 0], [0, h], [w, h]].map(([x, y]) => this.placeAt(x, y));
    const latitudes = corners.map((one) => one.latitude);
    const longitudes = corners.map((one) => one.longitude);
    return {
      southwest: { latitude: Math.min(...latitudes), longitude: Math.min(...longitudes) },
      northeast: { latitude: Math.max(...latitudes), longitude: Math.max(...longitudes) },
    };
  }

  get centre() {
    return placeOf(this.map.getCenter());
  }

  /** A movement of the finger, as the ground moves under it. */
  movement(dx, dy) {
    const turned = (this.rotate * Math.PI) / 180;
    return [dx * Math.cos(turned) - dy * Math.sin(turned), dx * Math.sin(turned) + dy * Math.cos(turned)];
  }

  #toFrame(x, y) {
    const turned = (-this.rotate * Math.PI) / 180;
    const tilted = (this.skew * Math.PI) / 180;
    const [u, v] = [x * Math.cos(turned) - y * Math.sin(turned), x * Math.sin(turned) + y * Math.cos(turned)];
    const share = EYE / (EYE - v * Math.sin(tilted));
    return [u * share, v * Math.cos(tilted) * share];
  }

  #toGround(x, y) {
    const tilted = (this.skew * Math.PI) / 180;
    const v = (y * EYE) / (EYE * Math.cos(tilted) + y * Math.sin(tilted));
    const u = (x * (EYE - v * Math.sin(tilted))) / EYE;
    const turned = (this.rotate * Math.PI) / 180;
    return [u * Math.cos(turned) - v * Math.sin(turned), u * Math.sin(turned) + v * Math.cos(turned)];
  }
}

/** Leaflet's place as the platform writes it. */
export function placeOf({ lat: latitude, lng: longitude }) {
  return { latitude, longitude };
}
