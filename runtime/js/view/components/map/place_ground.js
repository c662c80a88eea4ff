/**
 * The ground of the phone's own map page: a map that the finger moves, and which cities are near its middle or have a name.
 *
 * Runs in the shell page (Chromium); loaded by shell/map_page.js with the first map that is opened.
 */

import { ATTRIBUTION, baseLayer, groundColours, groundData } from "./base_layer.js";
import { leafletOf } from "./leaflet.js";
import { SCALE, placeOf } from "./view_point.js";

const MOST_FOUND = 20;
const PIN_PX = 36;
const DEGREES = Math.PI / 180;
const EARTH_KM = 6371;

/** @typedef {{name: string, latitude: number, longitude: number, km: number}} City */

export class PlaceGround {
  /** @param {any} L @param {any} map Leaflet's @param {{cities: any[][]}} data */
  constructor(L, map, { cities }) {
    this.L = L;
    this.map = map;
    this.cities = cities;
  }

  /** @returns {{latitude: number, longitude: number}} what lies under the pin */
  get middle() {
    return placeOf(this.map.getCenter().wrap());
  }

  /** @param {{latitude: number, longitude: number}} place @param {number} [scale] */
  look({ latitude, longitude }, scale = this.map.getZoom()) {
    this.map.setView([latitude, longitude], scale, { animate: false });
  }

  /** @param {string} text part of a name; empty: any @returns {City[]} those next to the middle, or the largest so named */
  find(text) {
    const { latitude, longitude } = this.middle;
    const wanted = text.trim().toLowerCase();
    const found = this.cities
      .filter(([name]) => name.toLowerCase().includes(wanted))
      .map(([name, x, y]) => ({ name, latitude: y, longitude: x, km: kilometres(latitude, longitude, y, x) }));
    if (!wanted) found.sort((one, other) => one.km - other.km);
    return found.slice(0, MOST_FOUND);
  }

  /** Lays a pin on a place, its point there. @param {Node} drawn @param {{latitude: number, longitude: number}} place */
  pin(drawn, { latitude, longitude }) {
    const icon = this.L.divIcon({ html: drawn, className: "", iconSize: [PIN_PX, PIN_PX], iconAnchor: [PIN_PX / 2, PIN_PX - 3] });
    this.L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(this.map);
  }

  end() {
    this.map.remove();
  }
}

/**
 * @param {{services: {shared: <T>(key: symbol, make: () => T) => T}, window: any, document: Document}} where
 * @param {HTMLElement} box @param {{latitude: number, longitude: number, scale: number}} place @param {() => void} moved
 */
export async function placeGround(where, box, { latitude, longitude, scale }, moved) {
  const [L, data] = await Promise.all([leafletOf(where), groundData(where.services)]);
  const map = L.map(box, {
    zoomControl: false, attributionControl: false, fadeAnimation: false, minZoom: SCALE.least, maxZoom: SCALE.most,
  });
  map.setView([latitude, longitude], scale, { animate: false });
  baseLayer(L, data, groundColours({ window: where.window, element: box }), () => true).addTo(map);
  box.append(Object.assign(where.document.createElement("div"), { className: "wx-map-attribution", textContent: ATTRIBUTION }));
  map.on("moveend", moved);
  return new PlaceGround(L, map, data);
}

function kilometres(north, east, otherNorth, otherEast) {
  const half = (one, other) => Math.sin(((other - one) * DEGREES) / 2) ** 2;
  const part = half(north, otherNorth) + Math.cos(north * DEGREES) * Math.cos(otherNorth * DEGREES) * half(east, otherEast);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(part)));
}
