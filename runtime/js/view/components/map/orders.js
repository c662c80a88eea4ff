/**
 * What MapContext orders. Each returns the result, or throws with the reason of the failure.
 *
 * Runs in the shell page (Chromium); called by component.js.
 */

import { moveAlong, translateMarker } from "./moves.js";
import { listOf, pairOf } from "./shapes.js";

/** @typedef {import("./component.js").MapView} MapView */

/** @type {Record<string, (view: MapView, option: any) => any>} */
export const ORDERS = {
  getCenterLocation(view, { iconPath }) {
    if (iconPath) view.furniture.mark(iconPath);
    return view.point.centre;
  },
  getRegion: (view) => view.point.region(),
  getScale: (view) => ({ scale: view.map.getZoom() }),
  getRotate: (view) => ({ rotate: view.point.rotate }),
  getSkew: (view) => ({ skew: view.point.skew }),
  toScreenLocation: (view, place) => view.point.pointOf(...pairOf(place)),
  fromScreenLocation: (view, { x, y }) => view.point.placeAt(Number(x) || 0, Number(y) || 0),
  moveToLocation(view, { latitude, longitude }) {
    const place = latitude === undefined || longitude === undefined ? view.userPlace : { latitude, longitude };
    if (!place) throw new Error("show-location is off, and no place was given");
    view.move(() => view.map.setView(pairOf(place), view.map.getZoom()));
  },
  includePoints(view, { points, padding }) {
    view.include(points, padding);
  },
  setBoundary(view, { southwest, northeast }) {
    const bounds = view.L.latLngBounds(pairOf(southwest), pairOf(northeast));
    view.map.setMaxBounds(bounds);
    view.move(() => view.map.panInsideBounds(bounds, { animate: false }));
  },
  setCenterOffset(view, { offset }) {
    const [x, y] = listOf(offset).map(Number);
    const within = (share) => (Number.isFinite(share) ? Math.max(0.25, Math.min(0.75, share)) : 0.5);
    view.point.offset = [within(x), within(y)];
    view.point.fit();
  },
  setLocMarkerIcon(view, { iconPath }) {
    view.furniture.setUserIcon(iconPath);
  },
  addMarkers(view, { markers, clear }) {
    view.markers.add(markers, Boolean(clear));
  },
  removeMarkers(view, { markerIds }) {
    view.markers.remove(markerIds);
  },
  initMarkerCluster(view, option) {
    view.clusters.begin(option);
  },
  translateMarker,
  moveAlong,
  addArc(view, option) {
    view.shapes.addArc(option);
  },
  removeArc(view, { id }) {
    if (!view.shapes.remove("arc", id)) throw new Error(`arc ${id} is not there`);
  },
  addGroundOverlay(view, option) {
    view.shapes.addPicture(option);
  },
  updateGroundOverlay(view, option) {
    if (!view.shapes.has("picture", option.id)) throw new Error(`overlay ${option.id} is not there`);
    view.shapes.addPicture(option);
  },
  removeGroundOverlay(view, { id }) {
    if (!view.shapes.remove("picture", id)) throw new Error(`overlay ${id} is not there`);
  },
  eraseLines(view, { lines }) {
    view.shapes.erase(lines);
  },
  listen(view, { event, key }) {
    view.listeners.push({ event, key });
  },
};
