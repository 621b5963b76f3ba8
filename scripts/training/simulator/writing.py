"""Writes simulated sites as files: GeoTIFFs, a STAC ItemCollection of the Sentinel-2 L2A layout, sites, truth, shifts."""
import json
import os

import numpy as np
import rasterio
from rasterio.features import rasterize, shapes
from rasterio.transform import from_origin
from rasterio.warp import transform_geom

from .scene import SimulatedSite
from .sensor import PLATFORMS
from .spectra import BANDS
from .texture import SCENE

EPSG = 32648
FIRST_EASTING_M, FIRST_NORTHING_M, APART_M, COLUMNS, ROWS = 330000, 5270040, 60000, 6, 40
SCALE, OFFSET, BASELINE = .0001, -.1, "05.10"
TIFF = "image/tiff; application=geotiff; profile=cloud-optimized"


def grid(number):
    return from_origin(FIRST_EASTING_M + APART_M * (number % COLUMNS), FIRST_NORTHING_M - APART_M * (number // COLUMNS % ROWS), 10, 10)


def lon_lat(geometry):
    return transform_geom(f"EPSG:{EPSG}", "EPSG:4326", geometry, precision=8)


def outline(transform, vertices=None):
    """Polygon in lon/lat; vertices (row, column), by default those of the whole scene."""
    vertices = vertices or [(SCENE, 0), (SCENE, SCENE), (0, SCENE), (0, 0)]
    ring = [transform * (column, row) for row, column in vertices]
    return lon_lat({"type": "Polygon", "coordinates": [ring + ring[:1]]})


def save(path, band, transform, **more):
    profile = dict(driver="GTiff", width=SCENE, height=SCENE, count=1, crs=f"EPSG:{EPSG}", transform=transform, compress="deflate", tiled=True, blockxsize=SCENE,
                   blockysize=SCENE, nodata=0)
    with rasterio.open(path, "w", dtype=band.dtype, **profile, **more) as file:
        file.write(band, 1)


def asset(href, transform, data_type, roles, **more):
    raster = dict(nodata=0, data_type=data_type, spatial_resolution=10)
    raster.update(more)
    return {"href": href, "type": TIFF, "roles": roles, "gsd": 10, "proj:shape": [SCENE, SCENE], "proj:transform": list(transform)[:6], "raster:bands": [raster]}


def write_look(out, name, site, look, transform, footprint):
    """Writes the bands of a look; returns its STAC item."""
    date = site.season.date(look.day)
    assets = {}
    for band, values in zip(BANDS, look.cube):
        href = f"scenes/{name}/{date}_{band}.tif"
        save(os.path.join(out, href), np.clip(np.round((values - OFFSET) / SCALE), 1, 65535).astype(np.uint16), transform, predictor=2)
        assets[band] = asset(href, transform, "uint16", ["data", "reflectance"], scale=SCALE, offset=OFFSET)
        assets[band]["eo:bands"] = [dict(name=band, common_name=band)]
    href = f"scenes/{name}/{date}_scl.tif"
    save(os.path.join(out, href), look.scl, transform)
    assets["scl"] = asset(href, transform, "uint8", ["data"])
    corners = np.array(footprint["coordinates"][0])
    properties = {"datetime": f"{date}T04:{10 + 3 * look.orbit}:31Z", "platform": PLATFORMS[look.platform], "constellation": "sentinel-2", "instruments": ["msi"], "gsd": 10,
                  "eo:cloud_cover": round(100 * float(np.isin(look.scl, (8, 9, 10)).mean()), 1), "proj:epsg": EPSG, "s2:processing_baseline": BASELINE,
                  "sat:relative_orbit": int(site.sensor.numbers[look.orbit]), "earthsearch:boa_offset_applied": False}
    return dict(type="Feature", stac_version="1.0.0", id=f"S2_{name}_{date:%Y%m%d}", collection="sentinel-2-l2a", geometry=footprint,
                bbox=[*corners.min(0).tolist(), *corners.max(0).tolist()], properties=properties, assets=assets, links=[])


def truth_features(name, site, transform):
    """One feature a change that touches the site."""
    inside = np.ones((SCENE, SCENE), bool)
    if site.outline is not None:
        inside = rasterize([{"type": "Polygon", "coordinates": [[(c, r) for r, c in site.outline + site.outline[:1]]]}], (SCENE, SCENE)).astype(bool)
    features = []
    for label in site.labels():
        if not (label.footprint & inside).any():
            continue
        parts = [g["coordinates"] for g, _ in shapes(label.footprint.astype(np.uint8), mask=label.footprint, transform=transform, connectivity=8)]
        properties = dict(site_id=name, kind=label.kind, landscape=site.landscape, pixels=int(label.footprint.sum()), start=str(site.season.date(label.start)),
                          end=None if label.end is None else str(site.season.date(label.end)), decoy=label.decoy)
        features.append(dict(type="Feature", geometry=lon_lat({"type": "MultiPolygon", "coordinates": parts}), properties=properties))
    return features


def write_site(out, name, number, years, strength, events):
    """Simulates and writes a site; returns its items, its feature, its truth, its shifts and what was measured on it."""
    site, transform = SimulatedSite(number, years, strength, events), grid(number)
    os.makedirs(os.path.join(out, "scenes", name), exist_ok=True)
    footprint = outline(transform)
    items, shifts, clear, contaminated, missed = [], [], [], [], []
    for look in site.looks():
        items.append(write_look(out, name, site, look, transform, footprint))
        shifts.append(f"{items[-1]['id']},{look.shift[0]:.4f},{look.shift[1]:.4f}")
        unseen = np.isin(look.scl, (0, 1, 3, 8, 9, 10, 11))
        clear.append(float((~unseen).mean()))
        contaminated.append(float(look.contaminated.mean()))
        missed.append(float((look.contaminated & ~unseen).mean()))
    feature = dict(type="Feature", id=name, geometry=outline(transform, site.outline), properties=dict(id=name, name=f"Simulated site {number}", priority=1 + number % 5))
    figures = f"{name} {site.landscape}: {len(items)} looks, {sum(clear) / years:.1f} clear a year, {100 * np.mean(contaminated):.0f} % contaminated, " \
              f"{100 * sum(missed) / max(sum(contaminated), 1e-9):.0f} % of it missed, {len(site.events)} events, {len(site.labels()) - len(site.events)} decoys"
    return dict(items=items, site=feature, truth=truth_features(name, site, transform), shifts=shifts, figures=figures)


def write_collections(out, written):
    def save_features(name, features):
        with open(os.path.join(out, name), "w") as file:
            json.dump(dict(type="FeatureCollection", features=features), file)

    save_features("items.json", [item for w in written for item in w["items"]])
    save_features("sites.geojson", [w["site"] for w in written])
    save_features("truth.geojson", [f for w in written for f in w["truth"]])
    with open(os.path.join(out, "shifts.csv"), "w") as file:
        file.write("item,dy_px,dx_px\n" + "".join(line + "\n" for w in written for line in w["shifts"]))
