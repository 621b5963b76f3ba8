"""Writes JPEG-packed TIFFs and others that are not read; prints what GDAL reads.

usage: gdal_jpeg.py FOLDER    one line a file: name, sha256 over the bands' codes
"""
import hashlib
import os
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
folder = sys.argv[1]
rows, columns = np.mgrid[0:100, 0:120]
noise = np.random.default_rng(3).normal(size=(3, 100, 120)) * 6
pixels = np.clip(noise + 120 + 80 * np.sin(columns / 17) + 30 * np.cos(rows / 9), 0, 255).astype("u1")


def write(name, bands, options, divisor=1):
    path = os.path.join(folder, name + ".tif")
    try:
        image = gdal.GetDriverByName("GTiff").Create(path, 120, 100, bands, gdal.GDT_Byte, options)
    except RuntimeError:
        return  # this GDAL was built without the codec
    for band in range(bands):
        image.GetRasterBand(band + 1).WriteArray(pixels[band] // divisor)
    image = None
    image = gdal.Open(path)
    hashed = hashlib.sha256()
    for band in range(bands):
        hashed.update(image.GetRasterBand(band + 1).ReadAsArray().tobytes())
    print(name + ".tif", hashed.hexdigest(), flush=True)


TILES = ["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=48"]
for cut, blocks in {"tile": TILES, "strip": ["BLOCKYSIZE=16"]}.items():
    for quality in (50, 90):
        packed = ["COMPRESS=JPEG", f"JPEG_QUALITY={quality}"] + blocks
        write(f"jpeg_gray_{cut}_{quality}", 1, packed)
        write(f"jpeg_rgb_{cut}_{quality}", 3, packed + ["PHOTOMETRIC=RGB"])
        write(f"jpeg_ycbcr_{cut}_{quality}", 3, packed + ["PHOTOMETRIC=YCBCR"])
write("refused_jpeg_two_bands", 2, ["COMPRESS=JPEG"] + TILES)
write("refused_jpeg_planes", 3, ["COMPRESS=JPEG", "INTERLEAVE=BAND"] + TILES)
write("refused_1_bit", 1, ["NBITS=1"], 128)
write("refused_4_bits", 1, ["NBITS=4"], 16)
for packing in ["LERC", "LZMA", "WEBP"]:
    write(f"refused_{packing}", 3, [f"COMPRESS={packing}"])
