"""What rival and limit read: STAC items of Sentinel-2 scenes on one grid, and sites as polygons on its pixels."""
import json
import math
import pathlib

from rasterio import features, warp
from rasterio.transform import Affine

BANDS = ("blue", "green", "red", "nir")
MASK = "scl"
PAD_PX = 8
"""What the limit decodes around a site, in pixels of 10 m; the rival judges what lies inside."""


class Look:
    """A scene: its files by band, and the line from its codes to reflectance (scale, offset by band)."""

    def __init__(self, item, folder):
        properties, assets = item["properties"], item["assets"]
        self.id, self.time = item["id"], properties["datetime"]
        self.files = {name: str(folder / assets[name]["href"]) for name in (*BANDS, MASK)}
        applied = properties.get("earthsearch:boa_offset_applied")
        bands = {name: assets[name]["raster:bands"][0] for name in BANDS}
        self.line = {name: (band.get("scale", 1), 0 if applied else band.get("offset", 0)) for name, band in bands.items()}


class Grid:
    """The pixels of 10 m all looks share."""

    def __init__(self, item):
        asset = item["assets"][BANDS[0]]
        self.crs = item["properties"].get("proj:code") or f"EPSG:{item['properties']['proj:epsg']}"
        self.rows, self.columns = asset["proj:shape"]
        self.transform = Affine(*asset["proj:transform"][:6])


def read_looks(path):
    """Looks in order of time, and their grid."""
    path = pathlib.Path(path).resolve()
    items = sorted(json.loads(path.read_text())["features"], key=lambda item: item["properties"]["datetime"])
    return [Look(item, path.parent) for item in items], Grid(items[0])


class Site:
    """A site: its polygons (world) and its padded window (top, bottom, left, right) on the grid."""

    def __init__(self, feature, polygons, grid, pad):
        self.id, self.properties = feature["properties"]["id"], feature["properties"]
        self.geometry = {"type": "MultiPolygon", "coordinates": polygons}
        to_pixel = ~grid.transform
        corners = [to_pixel * xy for polygon in polygons for xy in polygon[0]]
        columns, rows = zip(*corners)
        self.window = (max(0, math.floor(min(rows)) - pad), min(grid.rows, math.ceil(max(rows)) + pad),
                       max(0, math.floor(min(columns)) - pad), min(grid.columns, math.ceil(max(columns)) + pad))

    def inside(self, grid):
        """Pixels of the window whose centre lies in the site; those it touches if it holds no centre."""
        top, bottom, left, right = self.window
        for touched in (False, True):
            mask = features.rasterize([self.geometry], (bottom - top, right - left), all_touched=touched, dtype="uint8",
                                      transform=grid.transform * Affine.translation(left, top)).view(bool)
            if mask.any():
                break
        return mask


def read_sites(path, grid, pad=PAD_PX):
    """The sites on the grid. One reprojection for all."""
    found = json.loads(pathlib.Path(path).read_text())["features"]
    polygons = [f["geometry"]["coordinates"] if f["geometry"]["type"] == "MultiPolygon" else [f["geometry"]["coordinates"]] for f in found]
    points = [point for site in polygons for polygon in site for ring in polygon for point in ring]
    projected = zip(*warp.transform("EPSG:4326", grid.crs, [p[0] for p in points], [p[1] for p in points]))
    world = [[[[next(projected) for _ in ring] for ring in polygon] for polygon in site] for site in polygons]
    sites = [Site(feature, outline, grid, pad) for feature, outline in zip(found, world)]
    return [site for site in sites if site.window[0] < site.window[1] and site.window[2] < site.window[3]]
