/**
 * Markers that join where they would lie over each other: MapContext.initMarkerCluster.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

import { inner } from "../built_in.js";

const GRID_PX = 60;

export class Clusters {
  /** @param {import("./component.js").MapView} view */
  constructor(view) {
    this.view = view;
    /** @type {{isDrawn: boolean, zooms: boolean, grid: number} | null} */
    this.rules = null;
    this.lastId = 0;
    /** Shown now. @type {{clusterId: number, center: object, markerIds: any[], layer: any}[]} */
    this.shown = [];
  }

  /** @param {{enableDefaultStyle?: boolean, zoomOnClick?: boolean, gridSize?: number}} rules */
  begin({ enableDefaultStyle = true, zoomOnClick = true, gridSize = GRID_PX }) {
    this.rules = { isDrawn: Boolean(enableDefaultStyle), zooms: Boolean(zoomOnClick), grid: Number(gridSize) || GRID_PX };
    this.regroup();
  }

  /** Looks anew which markers lie together. */
  regroup() {
    const { rules, view } = this;
    if (rules === null || !view.map) return;
    for (const { layer } of this.shown) layer?.remove();
    this.shown = [];
    const joining = [...view.markers.all.values()].filter(({ given }) => given.joinCluster);
    const points = new Map(joining.map((marker) => [marker, view.map.latLngToLayerPoint(marker.layer.getLatLng())]));
    const left = new Set(joining);
    for (const marker of joining) {
      if (!left.delete(marker)) continue;
      const near = [...left].filter((other) => points.get(other).distanceTo(points.get(marker)) < rules.grid);
      marker.hide(near.length > 0);
      if (near.length > 0) this.#join([marker, ...near], left, rules);
    }
    if (this.shown.length > 0) this.view.tellContext("markerClusterCreate", { clusters: this.shown.map(described) });
    view.markers.place();
  }

  #join(markers, left, rules) {
    for (const marker of markers) {
      marker.hide(true);
      left.delete(marker);
    }
    const places = markers.map(({ layer }) => layer.getLatLng());
    const mean = (member) => places.reduce((sum, place) => sum + place[member], 0) / places.length;
    const center = { latitude: mean("lat"), longitude: mean("lng") };
    const cluster = { clusterId: ++this.lastId, center, markerIds: markers.map(({ given }) => given.id), layer: null };
    if (rules.isDrawn) this.#draw(cluster, rules);
    this.shown.push(cluster);
  }

  #draw(cluster, { zooms }) {
    const { L, document, map } = this.view;
    const { latitude, longitude } = cluster.center;
    const root = document.createElement("div");
    const body = inner(root, "div", "wx-map-cluster");
    body.textContent = String(cluster.markerIds.length);
    const icon = L.divIcon({ className: "wx-map-plain", html: root, iconSize: [0, 0] });
    cluster.layer = L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(map);
    this.view.taps(body, () => {
      this.view.tellContext("markerClusterClick", { cluster: described(cluster) });
      if (zooms) map.setView([latitude, longitude], Math.min(map.getZoom() + 2, map.getMaxZoom()));
    });
  }
}

function described({ clusterId, center, markerIds }) {
  return { clusterId, center, markerIds };
}
