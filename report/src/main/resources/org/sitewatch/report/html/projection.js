// The earth as a plane of unit width: Mercator, cut where no site is.
const EARTH_M = 40075016.7;
const MOST_LAT = 84;

/** The longitude farthest from every site, so that none is cut by the edge. */
function edgeLon() {
  const lons = sites.concat(disturbances)
    .flatMap((one) => one.polygons.map((rings) => rings[0][0]))
    .filter((lon) => Number.isFinite(lon))
    .sort((a, b) => a - b);
  if (!lons.length) return -180;
  let edge = (lons[lons.length - 1] + lons[0] + 360) / 2;
  let widest = lons[0] + 360 - lons[lons.length - 1];
  for (let i = 1; i < lons.length; i++) {
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      edge = (lons[i] + lons[i - 1]) / 2;
    }
  }
  return edge > 180 ? edge - 360 : edge;
}

const edge = edgeLon();

const worldX = (lon) => ((((lon - edge) % 360) + 360) % 360) / 360;

function worldY(lat) {
  const limited = Math.max(-MOST_LAT, Math.min(MOST_LAT, lat)) * Math.PI / 180;
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + limited / 2)) / (2 * Math.PI);
}

function lonOf(x) {
  const lon = x * 360 + edge;
  return lon > 180 ? lon - 360 : lon;
}

const latOf = (y) => Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180 / Math.PI;

/** Adds the rings of a feature on the plane, and its bounds. */
function onPlane(feature) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  feature.rings = feature.polygons.flat().map((ring) => {
    const flat = new Float64Array(ring.length);
    for (let i = 0; i < ring.length; i += 2) {
      flat[i] = worldX(ring[i]);
      flat[i + 1] = worldY(ring[i + 1]);
      west = Math.min(west, flat[i]);
      east = Math.max(east, flat[i]);
      north = Math.min(north, flat[i + 1]);
      south = Math.max(south, flat[i + 1]);
    }
    return flat;
  });
  feature.bounds = west <= east ? {west, north, east, south} : null;
}

sites.forEach(onPlane);
sites.forEach((site) => onPlane(site.core));
disturbances.forEach(onPlane);

function union(features) {
  const all = {west: Infinity, north: Infinity, east: -Infinity, south: -Infinity};
  for (const {bounds} of features) {
    if (!bounds) continue;
    all.west = Math.min(all.west, bounds.west);
    all.north = Math.min(all.north, bounds.north);
    all.east = Math.max(all.east, bounds.east);
    all.south = Math.max(all.south, bounds.south);
  }
  return all.west <= all.east ? all : null;
}

/** Metres of ground in one unit of the plane. */
const groundOfUnit_m = (y) => EARTH_M * Math.cos(latOf(y) * Math.PI / 180);

/** 1, 2 or 5 times a power of ten, the largest that is not more. */
function roundBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

/** 1, 2 or 5 times a power of ten, the smallest that is not less. */
const roundAbove = (value) => 1 / roundBelow(1 / value);

function length(length_m) {
  return asLatin + (length_m >= 1000
    ? number(length_m / 1000, length_m % 1000 ? 1 : 0) + '\u00a0km'
    : number(length_m, length_m < 1 ? 1 : 0) + '\u00a0m');
}

function degrees(value, step, letters) {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return Math.abs(value).toFixed(decimals) + '°\u00a0'
    + (Math.abs(value) < step / 2 ? '' : letters[value < 0 ? 1 : 0]);
}
