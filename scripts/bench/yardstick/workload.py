"""Writes the benchmark's workload: Sentinel-2-like scenes as Cloud-Optimized GeoTIFFs, STAC items, sites, truth."""
import concurrent.futures
import datetime as dt
import functools
import json
import sys
import tempfile

import numpy as np
import rasterio
import rasterio.shutil
from rasterio import warp
from rasterio.transform import from_origin
from shapely.geometry import box, mapping

import ground
import plantings

PRESETS = {"small": dict(size=2745, sites=200, block=512), "large": dict(size=10980, sites=2000, block=1024)}
SEED = 4
EPSG, WEST, NORTH = 32648, 399960, 5300040
TILE = "48TVT"
SCALE, OFFSET = 0.0001, -0.1
SEASONS = ((dt.date(2023, 4, 25), 150), (dt.date(2024, 4, 25), 107))
"""Looks lie in the green half of two years: first day and length in days."""

FILES = {"blue": "B02", "green": "B03", "red": "B04", "nir": "B08"}
CLOUD = (0.05, 0.13, 0.01, 0.20, 0.07, 0.09)
WEDGE_LOOK, STRIP_ROWS = 1, 512
TIFF = "image/tiff; application=geotiff; profile=cloud-optimized"


def growing_day(share):
    """The day at a share of all days the seasons have."""
    passed = round(share * (sum(length for _, length in SEASONS) - 1))
    for first, length in SEASONS:
        if passed < length:
            return first + dt.timedelta(days=passed)
        passed -= length
    raise ValueError(f"share must lie between 0 and 1, got {share}")


class Look:
    """One scene of the plan: when, how green, how cloudy, how far off."""

    def __init__(self, number, count):
        self.number = number
        day = growing_day(number / max(1, count - 1))
        self.time = dt.datetime(day.year, day.month, day.day, 3, 52, 11 + number % 40)
        self.green = max(0.15, float(np.sin(np.pi * np.clip((day.timetuple().tm_yday - 95) / 200, 0, 1))))
        # the newest look must show what is planted
        self.cloud = CLOUD[-1] if number == count - 1 else CLOUD[number % len(CLOUD)]
        self.shift = tuple(ground.stream(SEED, "shift", number).uniform(-0.3, 0.3, 2)) if number else (0.0, 0.0)
        self.platform = "sentinel-2" + "ab"[number % 2]
        self.id = f"S2{'AB'[number % 2]}_{TILE}_{day:%Y%m%d}_0_L2A"


def transform(pixel_m=10):
    return from_origin(WEST, NORTH, pixel_m, pixel_m)


def write_cog(path, values, pixel_m, block):
    """Writes an image as a Cloud-Optimized GeoTIFF, by way of a plain one."""
    integers = values.dtype == np.uint16
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tif") as plain:
        with rasterio.open(plain.name, "w", driver="GTiff", height=values.shape[0], width=values.shape[1], count=1, dtype=values.dtype, crs=f"EPSG:{EPSG}",
                           transform=transform(pixel_m), nodata=0, tiled=True) as file:
            file.write(values, 1)
        rasterio.shutil.copy(plain.name, path, driver="COG", compress="DEFLATE", level=6, predictor="STANDARD" if integers else "NO", blocksize=block,
                             overview_resampling="AVERAGE" if integers else "NEAREST", bigtiff="NO")


@functools.cache
def same_ground():
    return ground.Ground(SEED)


def write_look(folder, look, planted, size, block):
    """Writes a scene's bands and mask; returns its id, the share of cloud, and which share of each planting is masked."""
    scene = folder / "scenes" / look.id
    scene.mkdir(parents=True)
    seen = ground.Seen(same_ground(), look.number, look.green, look.shift)
    sky = ground.Sky(SEED, look.number, look.cloud)
    shown = [p for p in planted if p.began_look <= look.number]
    codes = np.empty((ground.BANDS, size, size), np.uint16)
    for first in range(0, size, STRIP_ROWS):
        def extra(planes, first):
            for planting in shown:
                planting.draw(planes, first, look.shift)
        planes = seen.strip(first, min(first + STRIP_ROWS, size), size, extra)
        sky.over(planes, first)
        codes[:, first:first + STRIP_ROWS] = np.clip(np.rint((planes - OFFSET) / SCALE), 1, 20000)
    half = -(-size // 2)
    mask = sky.mask((half, half), look.green)
    if look.number == WEDGE_LOOK:
        outside = np.add.outer(np.arange(half) * 0.4, np.arange(half)) > 1.2 * half
        mask[outside] = 0
        codes[:, outside.repeat(2, 0).repeat(2, 1)[:size, :size]] = 0
    for band, name in enumerate(FILES.values()):
        write_cog(scene / f"{name}.tif", codes[band], 10, block)
    write_cog(scene / "SCL.tif", mask, 20, block)
    unseen = np.isin(mask, (0, 1, 3, 8, 9, 10))
    return look.id, float(unseen.mean()), {p.id: masked_share(p, unseen) for p in shown}


def masked_share(planting, unseen):
    left, top, right, bottom = (int(edge) for edge in planting.area.bounds)
    share = plantings.cover(planting.area, range(top, bottom + 1), range(left, right + 1))
    rows, columns = np.minimum(np.arange(top, bottom + 1) // 2, len(unseen) - 1), np.minimum(np.arange(left, right + 1) // 2, len(unseen) - 1)
    return float((share * unseen[np.ix_(rows, columns)]).sum() / max(share.sum(), 1e-9))


def lon_lat(area):
    """An area in pixels as GeoJSON in lon/lat."""
    def turn(ring):
        world = [transform() * corner for corner in ring]
        lon, lat = warp.transform(f"EPSG:{EPSG}", "EPSG:4326", [x for x, _ in world], [y for _, y in world])
        return [[round(x, 7), round(y, 7)] for x, y in zip(lon, lat)]
    shape = mapping(area)
    if shape["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": [turn(ring) for ring in shape["coordinates"]]}
    return {"type": "MultiPolygon", "coordinates": [[turn(ring) for ring in polygon] for polygon in shape["coordinates"]]}


def item(look, cloud, size):
    """The look as a STAC item, laid out as Earth Search lays out Sentinel-2 L2A."""
    def asset(name, pixel_m, pixels, raster):
        return {"href": f"scenes/{look.id}/{name}.tif", "type": TIFF, "roles": ["data"], "gsd": pixel_m, "proj:shape": [pixels, pixels],
                "proj:transform": list(transform(pixel_m))[:6], "raster:bands": [{"nodata": 0, "spatial_resolution": pixel_m, **raster}]}
    assets = {band: {**asset(name, 10, size, dict(data_type="uint16", scale=SCALE, offset=OFFSET)), "eo:bands": [{"name": band, "common_name": band}]}
              for band, name in FILES.items()}
    assets["scl"] = asset("SCL", 20, -(-size // 2), dict(data_type="uint8"))
    footprint = lon_lat(box(0, 0, size, size))
    lon, lat = zip(*footprint["coordinates"][0])
    properties = {"datetime": f"{look.time:%Y-%m-%dT%H:%M:%S}Z", "platform": look.platform, "constellation": "sentinel-2", "instruments": ["msi"],
                  "eo:cloud_cover": round(100 * cloud, 1), "proj:epsg": EPSG, "proj:code": f"EPSG:{EPSG}", "grid:code": f"MGRS-{TILE}",
                  "s2:processing_baseline": "05.10", "earthsearch:boa_offset_applied": False}
    return {"type": "Feature", "stac_version": "1.0.0", "id": look.id, "collection": "sentinel-2-l2a", "geometry": footprint,
            "bbox": [min(lon), min(lat), max(lon), max(lat)], "properties": properties, "assets": assets, "links": []}


def collection(path, features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}) + "\n")


def make(folder, preset, count, jobs):
    """Makes a workload of so many looks. Same preset and count, same pixels."""
    size, block = PRESETS[preset]["size"], PRESETS[preset]["block"]
    folder.mkdir(parents=True, exist_ok=True)
    looks = [Look(number, count) for number in range(count)]
    areas = plantings.sites(SEED, PRESETS[preset]["sites"], size)
    planted = plantings.plantings(SEED, areas, size, count)
    written = {}
    with concurrent.futures.ProcessPoolExecutor(jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(write_look, folder, look, planted, size, block) for look in looks]):
            name, cloud, masked = done.result()
            written[name] = cloud, masked
            print(f"speed: {len(written)} of {count} scenes: {name}", file=sys.stderr, flush=True)
    priority = ground.stream(SEED, "priority")
    collection(folder / "items.json", [item(look, written[look.id][0], size) for look in looks])
    collection(folder / "sites.geojson", [
        {"type": "Feature", "id": name, "geometry": lon_lat(area), "properties": {"id": name, "name": f"Site {name[5:]}", "priority": int(priority.integers(1, 6))}}
        for name, area in areas.items()])
    masked = written[looks[-1].id][1]
    collection(folder / "truth.geojson", [
        {"type": "Feature", "id": p.id, "geometry": lon_lat(p.area),
         "properties": {"id": p.id, "site_id": p.site, "kind": p.kind, "passing": p.passing, "began_look": p.began_look,
                        "in_newest_only": p.began_look == count - 1, "area_m2": round(p.area.area * 100), "masked_share": round(masked[p.id], 3)}} for p in planted])
