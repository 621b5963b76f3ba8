"""Bytes and requests of an access log against the least that would do; called by scripts/bench/http.

http_count.py NAME LOG WORKSPACE WORKLOAD BASE: blocks are those the tiles of WORKSPACE touch, read with GDAL
out of the files of WORKLOAD that its scenes name as BASE/...; the header of a file is what lies before its
first block.
"""
import glob
import json
import os
import sys

import rasterio
from osgeo import gdal

gdal.UseExceptions()


def blocks(path, windows):
    """Bytes of the header, and of each block that a window (bounds) touches."""
    image = gdal.Open(path)
    band = image.GetRasterBand(1)
    width, height = band.GetBlockSize()
    left, size, _, top, _, _ = image.GetGeoTransform()
    needed = set()
    for west, south, east, north in windows:
        first, last = round((west - left) / size), round((east - left) / size) - 1
        upper, lower = round((top - north) / size), round((top - south) / size) - 1
        for row in range(max(0, upper) // height, min(lower, image.RasterYSize - 1) // height + 1):
            for column in range(max(0, first) // width, min(last, image.RasterXSize - 1) // width + 1):
                needed.add((column, row))
    first = min(
        int(level.GetMetadataItem(f"BLOCK_OFFSET_{x}_{y}", "TIFF") or 1 << 60)
        for level in [band] + [band.GetOverview(i) for i in range(band.GetOverviewCount())]
        for x in range(2)
        for y in range(2)
    )
    sizes = [int(band.GetMetadataItem(f"BLOCK_SIZE_{x}_{y}", "TIFF") or 0) for x, y in needed]
    return first, sizes


def main():
    name, log, workspace, workload, base = sys.argv[1:]
    sent, requests, heads, failed, connections, images = 0, 0, 0, 0, set(), 0
    for line in open(log):
        method, status, count, _, path, connection = line.rstrip("\n").split("|")
        images += path.endswith(".tif")
        requests += 1
        heads += method == "HEAD"
        failed += status not in ("200", "206")
        sent += int(count)
        connections.add(connection)
    result = {"of": name, "requests": requests, "head": heads, "failed": failed, "connections": len(connections), "bytes": sent}
    least, tiles = 0, 0
    for item in glob.glob(workspace + "/scenes/*.json"):
        scene = json.load(open(item))
        for key, asset in scene.get("assets", {}).items():
            part = "mask" if asset["roles"] == ["data-mask"] else "%gm" % asset["proj:transform"][0]
            windows = []
            for tile in glob.glob(f"{workspace}/tiles/*/*/{glob.escape(scene['id'])}.{part}.tif"):
                with rasterio.open(tile) as opened:
                    windows.append(tuple(opened.bounds))
            header, sizes = blocks(asset["href"].replace(base, workload), windows)
            least += header + sum(sizes)
            tiles += len(sizes)
    if tiles:
        result.update(least_bytes=least, blocks=tiles, ratio=round(sent / least, 3), requests_per_block=round(images / tiles, 3))
    print(json.dumps(result))


main()
