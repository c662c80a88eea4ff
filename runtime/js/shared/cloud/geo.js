/**
 * `db.Geo`: places as objects of the program, GeoJSON in documents.
 *
 * Runs in the logic process (QuickJS) and in cloud functions (Node.js); used by database.js. No messages.
 */

const KINDS = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

/** A shape. `coordinates` as in GeoJSON. */
export class CloudGeo {
  /** @param {string} type @param {any} coordinates */
  constructor(type, coordinates) {
    this.type = type;
    this.coordinates = coordinates;
    /** Of a point. @type {number | undefined} */
    this.longitude = type === 'Point' ? coordinates[0] : undefined;
    /** Of a point. @type {number | undefined} */
    this.latitude = type === 'Point' ? coordinates[1] : undefined;
  }

  toJSON() {
    return { type: this.type, coordinates: this.coordinates };
  }

  toString() {
    return JSON.stringify(this.toJSON());
  }
}

/** Makers of shapes: of their parts, or of GeoJSON. */
export const geoMakers = () => ({
  Point: (first, second) => {
    const [longitude, latitude] = isShape(first, 'Point') ? first.coordinates : [first, second];
    if (!isDegree(longitude, 180) || !isDegree(latitude, 90)) throw new TypeError('Geo.Point: invalid longitude or latitude');
    return new CloudGeo('Point', [longitude, latitude]);
  },
  ...Object.fromEntries(KINDS.slice(1).map((kind) => [kind, (parts) => new CloudGeo(kind, partsOf(kind, parts))])),
});

/** A shape of GeoJSON in a document, or undefined. @param {any} value */
export function shapeOf(value) {
  const isOne = Object.keys(value).length === 2 && Array.isArray(value.coordinates) && KINDS.includes(value.type);
  return isOne ? new CloudGeo(value.type, value.coordinates) : undefined;
}

function partsOf(kind, parts) {
  if (isShape(parts, kind)) return parts.coordinates;
  if (!Array.isArray(parts) || parts.length === 0) throw new TypeError(`Geo.${kind}: needs an array of its parts`);
  return parts.map((part) => (part instanceof CloudGeo ? part.coordinates : part));
}

function isShape(value, kind) {
  return value !== null && typeof value === 'object' && value.type === kind && Array.isArray(value.coordinates);
}

function isDegree(value, most) {
  return typeof value === 'number' && value >= -most && value <= most;
}
