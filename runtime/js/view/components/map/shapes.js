/**
 * Lines, areas, circles, arcs and pictures on the ground of a map.
 *
 * Runs in the shell page (Chromium); made by component.js.
 */

const ARC_STEPS = 48;
const BLACK = { color: "#000", opacity: 1 };

export class Shapes {
  /** @param {import("./component.js").MapView} view */
  constructor(view) {
    this.view = view;
    /** What attributes say, by attribute. @type {Map<string, any>} */
    this.groups = new Map();
    /** What orders of MapContext have added, by `kind:id`. @type {Map<string, any>} */
    this.added = new Map();
    /** Lines by their id, for `eraseLines`. @type {Map<string, any[]>} */
    this.erased = new Map();
  }

  /** @param {"polyline"|"polygons"|"circles"} name @param {unknown} described */
  show(name, described) {
    const { L, map } = this.view;
    this.groups.get(name)?.remove();
    const group = L.layerGroup().addTo(map);
    this.groups.set(name, group);
    const make = { polyline: (one) => this.#line(one), polygons: (one) => this.#area(one), circles: (one) => this.#circle(one) };
    for (const one of listOf(described)) make[name](one).forEach((layer) => layer.addTo(group));
  }

  addArc({ id, start, end, pass, angle = 0, width = 5, color = "#000000" }) {
    const { L } = this.view;
    const points = arc(start, end, pass, Number(angle) || 0);
    this.#add("arc", id, L.polyline(points, { ...colorOf(color), weight: Number(width) || 5, interactive: false }));
  }

  /** A picture between two places; one with this id is replaced. */
  addPicture({ id, src, bounds, opacity = 1, visible = true, zIndex = 1 }) {
    const { L, services, element } = this.view;
    const corners = [pairOf(bounds?.southwest), pairOf(bounds?.northeast)];
    const options = { opacity: visible ? Number(opacity) : 0, zIndex: Number(zIndex) || 1 };
    this.#add("picture", id, L.imageOverlay(services.fileUrl(String(src), element), corners, options));
  }

  has(kind, id) {
    return this.added.has(`${kind}:${id}`);
  }

  remove(kind, id) {
    this.added.get(`${kind}:${id}`)?.remove();
    return this.added.delete(`${kind}:${id}`);
  }

  /** Takes the part of a line away that has been gone: `lines` name the last point reached. */
  erase(lines) {
    for (const { id, index, point } of listOf(lines)) this.erased.set(String(id), [Number(index) || 0, point]);
    this.show("polyline", this.view.value("polyline"));
  }

  #add(kind, id, layer) {
    this.remove(kind, id);
    this.added.set(`${kind}:${id}`, layer.addTo(this.view.map));
  }

  #line(one) {
    const { view } = this;
    const { L } = view;
    const points = this.#left(one, listOf(one.points).map(pairOf));
    const weight = Number(one.width) || 1;
    const dash = one.dottedLine ? { dashArray: `${weight * 2} ${weight * 2}` } : {};
    const options = { ...colorOf(one.color ?? BLACK.color), weight, bubblingMouseEvents: false, ...dash };
    const layers = [];
    const border = Number(one.borderWidth) || 0;
    if (border > 0) {
      layers.push(L.polyline(points, { ...colorOf(one.borderColor ?? BLACK.color), weight: options.weight + border * 2 }));
    }
    const colors = listOf(one.colorList);
    if (colors.length > 0) points.slice(1).forEach((point, index) =>
      layers.push(L.polyline([points[index], point], { ...options, ...colorOf(colors[Math.min(index, colors.length - 1)]) })));
    else layers.push(L.polyline(points, options));
    if (one.arrowLine) layers.push(...this.#arrows(points, options.weight));
    for (const layer of layers) view.taps(layer, (place) => view.emit("polylinetap", { polylineId: one.id, ...place }));
    return layers;
  }

  #left(one, points) {
    const gone = this.erased.get(String(one.id));
    if (gone === undefined) return points;
    const [index, point] = gone;
    return [...(point ? [pairOf(point)] : []), ...points.slice(index + 1)];
  }

  #arrows(points, width) {
    const { L } = this.view;
    return points.slice(1).map(([latitude, longitude], index) => {
      const [fromLatitude, fromLongitude] = points[index];
      const angle = (Math.atan2(longitude - fromLongitude, latitude - fromLatitude) * 180) / Math.PI;
      const side = Math.max(5, width);
      const html = `<div class="wx-map-arrow" style="width:${side}px;height:${side}px;margin:${-side / 2}px;`
        + `transform:rotate(${angle + 45}deg)"></div>`;
      const middle = [(latitude + fromLatitude) / 2, (longitude + fromLongitude) / 2];
      return L.marker(middle, { icon: L.divIcon({ className: "wx-map-plain", html, iconSize: [0, 0] }), interactive: false });
    });
  }

  #area(one) {
    const { L } = this.view;
    const { color: fillColor, opacity: fillOpacity } = colorOf(one.fillColor ?? "#00000000");
    const outer = { ...colorOf(one.strokeColor ?? BLACK.color), weight: Number(one.strokeWidth) || 0, fillColor, fillOpacity };
    const dash = listOf(one.dashArray).map(Number);
    const options = { ...outer, stroke: outer.weight > 0, ...(dash.some((part) => part > 0) ? { dashArray: dash.join(" ") } : {}) };
    return [L.polygon(listOf(one.points).map(pairOf), { ...options, interactive: false })];
  }

  #circle(one) {
    const { L } = this.view;
    const { color: fillColor, opacity: fillOpacity } = colorOf(one.fillColor ?? "#00000000");
    const weight = Number(one.strokeWidth) || 0;
    const options = { ...colorOf(one.color ?? BLACK.color), weight, stroke: weight > 0, fillColor, fillOpacity, interactive: false };
    return [L.circle(pairOf(one), { ...options, radius: Math.max(0, Number(one.radius) || 0) })];
  }
}

/** @param {unknown} value @returns {any[]} the objects and values of a list, null left out */
export function listOf(value) {
  return Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : [];
}

/** @param {any} place @returns {[number, number]} latitude and longitude */
export function pairOf(place) {
  return [Number(place?.latitude) || 0, Number(place?.longitude) || 0];
}

/** `#rrggbbaa` as Leaflet wants it. @param {unknown} given */
export function colorOf(given) {
  const text = String(given);
  const found = /^#([0-9a-f]{6})([0-9a-f]{2})$/i.exec(text);
  return found ? { color: `#${found[1]}`, opacity: parseInt(found[2], 16) / 255 } : { color: text, opacity: 1 };
}

/** Points of an arc between two places, through a third or bent by an angle. */
function arc(start, end, pass, angle) {
  const [from, to] = [pairOf(start), pairOf(end)];
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  let bend;
  if (pass) {
    const through = pairOf(pass);
    bend = [2 * through[0] - middle[0], 2 * through[1] - middle[1]];
  } else {
    const share = Math.tan((Math.max(-170, Math.min(170, angle)) * Math.PI) / 360);
    bend = [middle[0] + (to[1] - from[1]) * share, middle[1] - (to[0] - from[0]) * share];
  }
  return Array.from({ length: ARC_STEPS + 1 }, (_, step) => {
    const t = step / ARC_STEPS;
    const mix = (i) => (1 - t) ** 2 * from[i] + 2 * t * (1 - t) * bend[i] + t ** 2 * to[i];
    return [mix(0), mix(1)];
  });
}
