/**
 * The ground of a map without a network: land, water and cities, no borders. Tiles are drawn on canvases.
 *
 * Runs in the shell page (Chromium); used by component.js. Data: `resources/map`.
 */

const DATA = Symbol("land and cities");
export const ATTRIBUTION = "Natural Earth · GeoNames";
const MOST_LATITUDE = 85.05;
/** People that a city must have to be shown, by the first scales; all others show every one. */
const FEWEST_PEOPLE = [0, 0, 0, 8e6, 5e6, 3e6, 1e6, 6e5];
const MOST_CITIES_A_TILE = 12;

/** @typedef {{ring: number[][], box: number[]}} Land a coast line and what it lies in: west, south, east, north */

/** @param {any} services @returns {Promise<{land: Land[], cities: any[][]}>} */
export function groundData(services) {
  return services.shared(DATA, async () => {
    const [rings, cities] = await Promise.all(
      ["land", "cities"].map((name) => fetch(`/map/${name}.json`).then((answer) => answer.json())));
    return { land: rings.map((ring) => ({ ring, box: boxOf(ring) })), cities };
  });
}

function boxOf(ring) {
  const box = [180, 90, -180, -90];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** @typedef {{water: string, land: string, grid: string, name: string}} Colours */

/** @param {any} component @returns {Colours} those of the style sheet */
export function groundColours({ window, element }) {
  const style = window.getComputedStyle(element);
  const value = (name) => style.getPropertyValue(`--wx-map-${name}`).trim();
  return { water: value("water"), land: value("land"), grid: value("grid"), name: value("name") };
}

/**
 * The layer for one document. @param {any} L @param {{land: Land[], cities: any[][]}} data
 * @param {Colours} colours @param {() => boolean} hasPlaces whether names are shown
 */
export function baseLayer(L, data, colours, hasPlaces) {
  const Base = L.GridLayer.extend({
    createTile(coords) {
      const size = this.getTileSize();
      const tile = L.DomUtil.create("canvas", "wx-map-tile");
      const ratio = L.Browser.retina ? 2 : 1;
      tile.width = size.x * ratio;
      tile.height = size.y * ratio;
      const pen = tile.getContext("2d");
      pen.scale(ratio, ratio);
      drawTile(pen, size.x, coords, { ...data, colours, hasPlaces: hasPlaces() });
      return tile;
    },
  });
  return new Base({ minZoom: 0, maxZoom: 22, attribution: ATTRIBUTION });
}

function drawTile(pen, size, { x, y, z }, { land, cities, colours, hasPlaces }) {
  const world = size * 2 ** z;
  const left = (longitude) => ((longitude + 180) / 360) * world - x * size;
  const top = (latitude) => {
    const limited = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
    return ((1 - Math.log(Math.tan(Math.PI / 4 + (limited * Math.PI) / 360)) / Math.PI) / 2) * world - y * size;
  };
  pen.fillStyle = colours.water;
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = colours.land;
  for (const { ring, box: [west, south, east, north] } of land) {
    if (left(east) < 0 || left(west) > size || top(south) < 0 || top(north) > size) continue;
    pen.beginPath();
    for (const [longitude, latitude] of ring) pen.lineTo(left(longitude), top(latitude));
    pen.closePath();
    pen.fill();
  }
  drawGrid(pen, size, colours.grid);
  if (hasPlaces) drawCities(pen, size, z, cities, { left, top, colours });
}

/** Lines that show how far the map has moved where there is nothing else to see. */
function drawGrid(pen, size, colour) {
  pen.strokeStyle = colour;
  pen.beginPath();
  for (const place of [0, size / 2]) {
    pen.moveTo(place, 0);
    pen.lineTo(place, size);
    pen.moveTo(0, place);
    pen.lineTo(size, place);
  }
  pen.stroke();
}

function drawCities(pen, size, z, cities, { left, top, colours }) {
  const fewest = FEWEST_PEOPLE[z] ?? 0;
  pen.fillStyle = colours.name;
  pen.font = "11px sans-serif";
  let shown = 0;
  for (const [name, longitude, latitude, people] of cities) {
    if (people < fewest || shown >= MOST_CITIES_A_TILE) break;
    const [x, y] = [left(longitude), top(latitude)];
    // A name that reaches into the next tile is drawn there too.
    if (x < -80 || x > size || y < -10 || y > size + 10) continue;
    pen.beginPath();
    pen.arc(x, y, 2, 0, 7);
    pen.fill();
    pen.fillText(name, x + 4, y + 4);
    shown += 1;
  }
}

/** The city at a point of the map, within some px. */
export function cityAt(map, { cities }, point, reach = 14) {
  const fewest = FEWEST_PEOPLE[Math.round(map.getZoom())] ?? 0;
  const bounds = map.getBounds().pad(0.1);
  for (const [name, longitude, latitude, people] of cities) {
    if (people < fewest) return null;
    if (!bounds.contains([latitude, longitude])) continue;
    const at = map.latLngToContainerPoint([latitude, longitude]);
    if (Math.abs(at.y - point.y) < reach && point.x > at.x - reach && point.x < at.x + 4 + name.length * 11) {
      return { name, longitude, latitude };
    }
  }
  return null;
}
