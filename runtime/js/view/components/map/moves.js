/**
 * Markers under way: MapContext.translateMarker and moveAlong.
 *
 * Runs in the shell page (Chromium); used by orders.js. Times in ms.
 */

import { listOf, pairOf } from "./shapes.js";

const TRANSLATE_MS = 1000;

/** @param {import("./component.js").MapView} view @returns {Promise<void>} when the marker is there, or gone */
export function translateMarker(view, { markerId, destination, autoRotate, rotate, moveWithRotate, duration }) {
  const marker = wanted(view, markerId);
  const from = marker.layer.getLatLng();
  const to = pairOf(destination);
  const goal = autoRotate ? heading([from.lat, from.lng], to) : marker.rotate + (Number(rotate) || 0);
  const start = marker.rotate;
  if (!moveWithRotate) marker.turn(goal);
  return played(view, marker, Number(duration ?? TRANSLATE_MS), (share) => {
    if (moveWithRotate) marker.turn(start + (goal - start) * share);
    marker.layer.setLatLng([from.lat + (to[0] - from.lat) * share, from.lng + (to[1] - from.lng) * share]);
  });
}

/** Along a path, with `interpolatepoint` for each step. @param {import("./component.js").MapView} view */
export function moveAlong(view, { markerId, path, autoRotate = true, duration }) {
  const marker = wanted(view, markerId);
  const points = listOf(path).map(pairOf);
  if (points.length === 0) throw new Error("path is empty");
  const { lat, lng } = marker.layer.getLatLng();
  const way = /** @type {[number, number][]} */ ([[lat, lng], ...points]);
  const lengths = way.slice(1).map((point, index) => view.map.distance(way[index], point));
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
  const tell = (animationStatus) => {
    const { lat: latitude, lng: longitude } = marker.layer.getLatLng();
    view.emit("interpolatepoint", { markerId, latitude, longitude, animationStatus });
  };
  const moving = played(view, marker, Number(duration), (share) => {
    let left = share * whole;
    const index = Math.max(0, lengths.findIndex((length, at) => (left <= length ? true : ((left -= length), at === lengths.length - 1))));
    const [from, to] = [way[index], way[index + 1]];
    const part = lengths[index] > 0 ? Math.min(1, left / lengths[index]) : 1;
    if (autoRotate && lengths[index] > 0) marker.turn(heading(from, to));
    marker.layer.setLatLng([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
    if (share < 1) tell("interpolating");
  });
  return moving.then(() => tell("complete"));
}

function wanted(view, id) {
  const marker = view.markers.find(id);
  if (!marker) throw new Error(`marker ${id} is not there`);
  marker.movement = (marker.movement ?? 0) + 1;
  return marker;
}

/** Degrees from the north, clockwise. */
function heading([fromLatitude, fromLongitude], [latitude, longitude]) {
  const wide = Math.cos((((fromLatitude + latitude) / 2) * Math.PI) / 180);
  return (Math.atan2((longitude - fromLongitude) * wide, latitude - fromLatitude) * 180) / Math.PI;
}

/** A later movement of the marker takes its place. */
function played(view, marker, duration, step) {
  const { window } = view;
  const mine = marker.movement;
  const time = Number.isFinite(duration) && duration > 0 ? duration : 0;
  const began = window.performance.now();
  return new Promise((resolve) => {
    const frame = () => {
      if (marker.isGone || view.isGone || marker.movement !== mine) return resolve(undefined);
      const share = time === 0 ? 1 : Math.min(1, (window.performance.now() - began) / time);
      step(share);
      view.markers.place();
      return share < 1 ? window.requestAnimationFrame(frame) : resolve(undefined);
    };
    frame();
  });
}
