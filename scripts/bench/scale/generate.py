"""Sites and scenes of a land that does not exist: 1000 sites a Sentinel-2 tile, one pass a week. Same numbers, same files."""
import json
import os
import random
from datetime import date, timedelta

from pyproj import Transformer

PER_TILE = 1000
TILE_M = 109_800
ROWS = 40
FIRST_NORTHING = 2_200_020
BANDS = [("blue", "B02", 10), ("green", "B03", 10), ("red", "B04", 10), ("nir", "B08", 10), ("swir16", "B11", 20), ("swir22", "B12", 20)]


def tiles(sites):
    """(number, EPSG, west, north) of each tile, column by column of UTM zones."""
    for number in range((sites + PER_TILE - 1) // PER_TILE):
        yield number, 32631 + number // ROWS % 30, 445_000, FIRST_NORTHING + TILE_M * (number % ROWS + 1)


def ring(to_degrees, x, y, radius, chance):
    corners = 9
    from math import cos, pi, sin
    points = []
    for i in range(corners):
        r = radius * (0.8 + 0.4 * chance.random())
        angle = 2 * pi * i / corners
        points.append([round(c, 7) for c in to_degrees(x + r * cos(angle), y + r * sin(angle))])
    return points + points[:1]


def feature(site, number, zone, outline):
    properties = {"id": site, "name": f"Site {number}", "zone": zone, "priority": 1 + number % 5, "designation": "national monument"}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": [[outline]]}}


def write_sites(path, sites):
    """A core of some 80 m and a buffer of some 160 m radius, 3.4 km apart."""
    with open(path, "w") as out:
        out.write('{"type":"FeatureCollection","features":[\n')
        separator = ""
        for tile, epsg, west, north in tiles(sites):
            to_degrees = Transformer.from_crs(epsg, 4326, always_xy=True).transform
            for i in range(min(PER_TILE, sites - tile * PER_TILE)):
                number = tile * PER_TILE + i
                chance = random.Random(number)
                x = west + 2000 + 3400 * (i % 31) + 500 * chance.random()
                y = north - 2000 - 3200 * (i // 31) - 500 * chance.random()
                radius = 50 + 60 * chance.random()
                for zone, factor in (("core", 1), ("buffer", 2)):
                    one = feature(f"s{number:07d}", number, zone, ring(to_degrees, x, y, radius * factor, chance))
                    out.write(separator + json.dumps(one, separators=(",", ":")))
                    separator = ",\n"
        out.write("\n]}\n")


def item(tile, epsg, west, north, day):
    to_degrees = Transformer.from_crs(epsg, 4326, always_xy=True).transform
    steps = [k * TILE_M / 4 for k in range(4)]
    edge = (
        [(west + s, north) for s in steps]
        + [(west + TILE_M, north - s) for s in steps]
        + [(west + TILE_M - s, north - TILE_M) for s in steps]
        + [(west, north - TILE_M + s) for s in steps]
    )
    outline = [[round(c, 9) for c in to_degrees(x, y)] for x, y in reversed(edge)]
    outline.append(outline[0])
    name = f"S2A_{epsg % 100:02d}T{tile:05d}_{day:%Y%m%d}_0_L2A"
    assets = {}
    for band, code, size in BANDS + [("scl", "SCL", 20)]:
        mask = band == "scl"
        side = TILE_M // size
        assets[band] = {
            "href": f"https://imagery.invalid/{name}/{code}.tif",
            "type": "image/tiff; application=geotiff",
            "roles": ["data-mask" if mask else "data"],
            "eo:bands": [{"name": band, "common_name": band}],
            "raster:bands": [{} if mask else {"nodata": 0.0, "scale": 1.0e-4, "offset": -0.1}],
            "proj:epsg": epsg,
            "proj:shape": [side, side],
            "proj:transform": [size, 0.0, west, 0.0, -size, north],
            "sitewatch:storage": ("U8" if mask else "U16") + " 1024x1024",
        }
    lon, lat = zip(*outline)
    return name, {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "collection": "sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [outline]},
        "bbox": [min(lon), min(lat), max(lon), max(lat)],
        "properties": {
            "datetime": f"{day}T10:00:00Z",
            "platform": "sentinel-2a",
            "s2:processing_baseline": "05.10",
            "grid:code": f"MGRS-{epsg % 100:02d}T{tile:05d}",
            "sitewatch:offset_decision": "offset -0.1: baseline 05.10",
            "sitewatch:sensor": "sentinel-2-l2a",
        },
        "links": [],
        "assets": assets,
    }


def write_scenes(folder, sites, week):
    """One pass a tile, on the Wednesday of the week-th week from 2024-W01."""
    os.makedirs(folder, exist_ok=True)
    day = date(2024, 1, 3) + timedelta(weeks=week)
    count = 0
    for tile, epsg, west, north in tiles(sites):
        name, document = item(tile, epsg, west, north, day)
        with open(os.path.join(folder, name + ".json"), "w") as out:
            json.dump(document, out, indent=1)
        count += 1
    return count
