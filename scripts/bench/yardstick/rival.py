#!/usr/bin/env python3
"""What a user would write instead of sitewatch: rasterio, numpy and scipy, every internal block decoded once.

  rival.py --items ITEMS --sites SITES --out OUT [-j N]

Levels the light of the looks, takes each pixel's robust distance from the looks before, keeps connected regions within
sites that hold a strong pixel, and writes them ranked.
"""
import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR", GDAL_CACHEMAX="64")
import argparse
import collections
import concurrent.futures
import json
import threading

import numpy as np
import rasterio
from rasterio import features, warp
from rasterio.transform import Affine
from rasterio.windows import Window
from scipy import ndimage

import inputs
import robust

UNSEEN = np.isin(np.arange(256), (0, 1, 3, 8, 9, 10))
NOISE = 0.008
SEED, REACH, LEAST_PX = 6.0, 3.0, 5
LEAST_LOOKS = 3
OVERVIEW_PX = 300
EIGHT = np.ones((3, 3), bool)


class Files:
    """The looks' files, opened once a thread."""

    def __init__(self, looks):
        self.looks, self.own = looks, threading.local()

    def opened(self):
        if not hasattr(self.own, "files"):
            self.own.files = [{name: rasterio.open(path) for name, path in look.files.items()} for look in self.looks]
        return self.own.files


def seen(classes, rows, columns, first_row=0, first_column=0):
    """Pixels of 10 m the mask of 20 m lets through; the first pixel may be the second half of a mask pixel."""
    clear = ~UNSEEN[classes]
    fine = np.broadcast_to(clear[:, None, :, None], (len(clear), 2, clear.shape[1], 2)).reshape(2 * len(clear), -1)
    return fine[first_row:first_row + rows, first_column:first_column + columns]


def level(files, looks):
    """Lines from codes to reflectance in the light of the looks before the newest: looks x bands x (gain, offset)."""
    bands = inputs.BANDS
    first = files.opened()[0][bands[0]]
    factors = [f for f in first.overviews(1) if first.height // f >= OVERVIEW_PX]
    shape = tuple(size // max(factors, default=1) for size in first.shape)
    codes = np.empty((len(looks), len(bands), shape[0] * shape[1]), np.float32)
    valid = np.empty((len(looks), codes.shape[2]), bool)
    lines = np.array([[look.line[band] for band in bands] for look in looks])
    for number, opened in enumerate(files.opened()):
        valid[number] = ~UNSEEN[opened[inputs.MASK].read(1, out_shape=shape)].ravel()
        for band, name in enumerate(bands):
            codes[number, band] = opened[name].read(1, out_shape=shape).ravel()
        valid[number] &= codes[number, 0] > 0
    reference = np.full(codes.shape[1:], np.nan, np.float32)
    for those, pixels in robust.alike(valid[:-1], valid[:-1].any(axis=0)):
        for band in range(len(bands)):
            planes = [codes[n, band, pixels] * np.float32(lines[n, band, 0]) + np.float32(lines[n, band, 1]) for n in those]
            reference[band, pixels] = robust.median(robust.sort_planes(planes, np.empty(len(pixels), np.float32))[0])
    for number in range(len(looks)):
        common = np.flatnonzero(valid[number] & np.isfinite(reference[0]))
        if len(common) < 500:
            continue
        for band in range(len(bands)):
            lines[number, band] = line_of_most(codes[number, band, common], reference[band, common])
    return lines.astype(np.float32)


def line_of_most(x, y):
    """Slope and intercept of y over x by least squares; the pixels that fit it worst, changed ones, are left out twice."""
    for share in (0.8, 0.8, None):
        x_mean, y_mean = x.mean(dtype=np.float64), y.mean(dtype=np.float64)
        centred = x - np.float32(x_mean)
        slope = float(np.dot(centred, y - np.float32(y_mean)) / np.dot(centred, centred))
        if share:
            miss = np.abs(y - np.float32(slope) * x - np.float32(y_mean - slope * x_mean))
            kept = miss <= np.partition(miss, int(share * len(miss)))[int(share * len(miss))]
            x, y = x[kept], y[kept]
    return slope, y_mean - slope * x_mean


class Block:
    """An internal block of the files, the pixels of it that lie in sites, and what became of them."""

    def __init__(self, top, left, height, width):
        self.top, self.left = top, left
        self.wanted = np.zeros((height, width), bool)
        self.waiting = 0

    def examine(self, files, lines):
        """Distance of the newest look from those before, at the wanted pixels; 0 where one of them is not seen."""
        result = np.zeros(self.wanted.shape, np.float32)
        rows, columns = (np.flatnonzero(self.wanted.any(axis=axis)) for axis in (1, 0))
        top, left = self.top + int(rows[0]), self.left + int(columns[0])
        height, width = int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
        inner = np.s_[rows[0]:rows[0] + height, columns[0]:columns[0] + width]
        wanted = self.wanted[inner].ravel()
        coarse = Window.from_slices((top // 2, (top + height + 1) // 2), (left // 2, (left + width + 1) // 2))
        fine = Window(left, top, width, height)
        opened = files.opened()
        codes = np.empty((len(opened), len(inputs.BANDS), height * width), np.uint16)
        valid = np.empty((len(opened), height * width), bool)
        for number, look in enumerate(opened):
            for band, name in enumerate(inputs.BANDS):
                look[name].read(1, window=fine, out=codes[number, band].reshape(height, width))
            valid[number] = seen(look[inputs.MASK].read(1, window=coarse), height, width, top % 2, left % 2).ravel()
            valid[number] &= codes[number, 0] > 0
        scores = np.zeros(height * width, np.float32)
        for those, pixels in robust.alike(valid, wanted & valid[-1]):
            if len(those) <= LEAST_LOOKS and len(those) < len(valid):
                continue
            for start in range(0, len(pixels), robust.CHUNK):
                some = pixels[start:start + robust.CHUNK]
                scores[some] = robust.departures(np.stack([codes[n].take(some, axis=1) for n in those]), lines[those], NOISE)
        result[inner] = scores.reshape(height, width)
        return result


class Plan:
    """Which blocks hold which sites."""

    def __init__(self, sites, grid, side):
        self.blocks, self.sites, self.left = {}, collections.defaultdict(list), {}
        self.inside = {}
        for site in sites:
            top, bottom, left, right = site.window
            self.inside[site] = inside = site.inside(grid)
            keys = [(r, c) for r in range(top // side, (bottom - 1) // side + 1) for c in range(left // side, (right - 1) // side + 1)]
            self.left[site] = 0
            for key in keys:
                own, of_block = overlap(site.window, key, side)
                if not inside[own].any():
                    continue
                if key not in self.blocks:
                    r, c = key[0] * side, key[1] * side
                    self.blocks[key] = Block(r, c, min(side, grid.rows - r), min(side, grid.columns - c))
                self.blocks[key].wanted[of_block] |= inside[own]
                self.sites[key].append(site)
                self.left[site] += 1


def overlap(window, key, side):
    """Where a window and a block meet: slices of the window, slices of the block."""
    top, bottom, left, right = window
    r, c = key[0] * side, key[1] * side
    rows, columns = (max(top, r), min(bottom, r + side)), (max(left, c), min(right, c + side))
    return (np.s_[rows[0] - top:rows[1] - top, columns[0] - left:columns[1] - left],
            np.s_[rows[0] - r:rows[1] - r, columns[0] - c:columns[1] - c])


def regions(site, scores, inside, grid):
    """Connected pixels of the site above REACH that hold one above SEED, as dictionaries, outlines in the world."""
    labels, _ = ndimage.label((scores > REACH) & inside, EIGHT)
    sizes = np.bincount(labels.ravel())
    kept = np.zeros(len(sizes), bool)
    kept[labels[(scores > SEED) & inside]] = True
    kept &= sizes >= LEAST_PX
    kept[0] = False
    if not kept.any():
        return []
    labels *= kept[labels]
    sums = np.bincount(labels.ravel(), weights=scores.ravel(), minlength=len(sizes))
    outlines = collections.defaultdict(list)
    transform = grid.transform * Affine.translation(site.window[2], site.window[0])
    for shape, label in features.shapes(labels.astype(np.int32), mask=labels > 0, connectivity=8, transform=transform):
        outlines[int(label)].append(shape["coordinates"])
    priority = site.properties.get("priority", 3)
    return [{"site": site.id, "polygons": polygons, "pixels": int(sizes[label]), "mean": sums[label] / sizes[label],
             "rank": sums[label] / sizes[label] ** 0.5 * (6 - priority)} for label, polygons in outlines.items()]


def examine_all(plan, files, lines, grid, side, threads):
    """Every site's regions. A site is done, and its blocks are let go, when its last block has been read."""
    found, scores = [], {}
    for key, sites in plan.sites.items():
        plan.blocks[key].waiting = len(sites)
    order = sorted(plan.blocks)
    pool = concurrent.futures.ThreadPoolExecutor(threads) if threads > 1 else None
    examined = pool.map(lambda key: plan.blocks[key].examine(files, lines), order) if pool else (plan.blocks[key].examine(files, lines) for key in order)
    for key, result in zip(order, examined):
        scores[key] = result
        for site in plan.sites[key]:
            plan.left[site] -= 1
            if plan.left[site]:
                continue
            inside = plan.inside.pop(site)
            own_scores = np.zeros(inside.shape, np.float32)
            top, bottom, left, right = site.window
            for other in [(r, c) for r in range(top // side, (bottom - 1) // side + 1) for c in range(left // side, (right - 1) // side + 1)]:
                own, of_block = overlap(site.window, other, side)
                if other in scores and inside[own].any():
                    own_scores[own] = scores[other][of_block]
                    plan.blocks[other].waiting -= 1
                    if not plan.blocks[other].waiting:
                        del scores[other]
            found += regions(site, own_scores, inside, grid)
    return found


def write(found, crs, path):
    """The regions as GeoJSON, best first; all corners reprojected at once."""
    found.sort(key=lambda region: (-region["rank"], region["site"]))
    corners = [xy for region in found for polygon in region["polygons"] for ring in polygon for xy in ring]
    lon, lat = warp.transform(crs, "EPSG:4326", [x for x, _ in corners], [y for _, y in corners]) if corners else ((), ())
    turned = iter([round(x, 7), round(y, 7)] for x, y in zip(lon, lat))
    collection = [{"type": "Feature",
                   "geometry": {"type": "MultiPolygon", "coordinates": [[[next(turned) for _ in ring] for ring in polygon] for polygon in region["polygons"]]},
                   "properties": {"rank": place, "site_id": region["site"], "area_m2": region["pixels"] * 100,
                                  "mean_departure": round(float(region["mean"]), 3)}} for place, region in enumerate(found, 1)]
    with open(path, "w") as file:
        file.write(json.dumps({"type": "FeatureCollection", "features": collection}, separators=(",", ":")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", required=True, help="a STAC ItemCollection")
    parser.add_argument("--sites", required=True, help="GeoJSON")
    parser.add_argument("--out", required=True, help="GeoJSON to be")
    parser.add_argument("-j", "--threads", type=int, default=1)
    options = parser.parse_args()
    with rasterio.Env():  # once for all, not anew in each call
        find(options)


def find(options):
    looks, grid = inputs.read_looks(options.items)
    sites = inputs.read_sites(options.sites, grid, pad=0)
    files = Files(looks)
    side = files.opened()[0][inputs.BANDS[0]].block_shapes[0][0]
    lines = level(files, looks)
    found = examine_all(Plan(sites, grid, side), files, lines, grid, side, options.threads)
    write(found, grid.crs, options.out)


if __name__ == "__main__":
    main()
