"""Writes TIFFs of every kind with GDAL; prints name, size, georeference and hash of what GDAL reads.

usage: gdal_matrix.py FOLDER    one line a file: name, sha256 over the bands' little-endian codes
"""
import hashlib
import itertools
import os
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
folder = sys.argv[1]
WIDTH, HEIGHT, BANDS = 37, 29, 3
TYPES = {
    "u8": (gdal.GDT_Byte, "u1"), "i8": (gdal.GDT_Byte, "i1"),
    "u16": (gdal.GDT_UInt16, "u2"), "i16": (gdal.GDT_Int16, "i2"),
    "u32": (gdal.GDT_UInt32, "u4"), "i32": (gdal.GDT_Int32, "i4"),
    "f32": (gdal.GDT_Float32, "f4"), "f64": (gdal.GDT_Float64, "f8"),
}
if hasattr(gdal, "GDT_Int64"):
    TYPES["u64"] = (gdal.GDT_UInt64, "u8")
    TYPES["i64"] = (gdal.GDT_Int64, "i8")


def pixels(dtype):
    random = np.random.default_rng(11)
    if dtype.startswith("f"):
        values = np.cumsum(random.normal(size=(BANDS, HEIGHT, WIDTH)), axis=2).astype(dtype)
        values[0, 3, 4] = np.nan
        values[1, 5, 6] = -np.inf
        return values
    info = np.iinfo(dtype)
    values = random.integers(info.min, info.max, (BANDS, HEIGHT, WIDTH), dtype=dtype, endpoint=True)
    values[:, :, 9:30] = 7  # runs, for the codecs that live on them
    return values


def digest(path, dtype):
    image = gdal.Open(path)
    size = np.dtype(dtype).itemsize
    hashed = hashlib.sha256()
    for band in range(image.RasterCount):
        values = image.GetRasterBand(band + 1).ReadAsArray()
        if size == 1:
            values = values.view(dtype)
        hashed.update(values.astype("<" + dtype if size > 1 else dtype).tobytes())
    return hashed.hexdigest()


def write(name, gdal_type, dtype, options, part=None, nodata=None):
    path = os.path.join(folder, name + ".tif")
    if dtype == "i1":
        options = options + ["PIXELTYPE=SIGNEDBYTE"]
    image = gdal.GetDriverByName("GTiff").Create(path, WIDTH, HEIGHT, BANDS, gdal_type, options)
    if nodata is not None:
        image.GetRasterBand(1).SetNoDataValue(nodata)
    values = pixels(dtype)
    for band in range(BANDS):
        plane = values[band].view("u1") if dtype == "i1" else values[band]
        if part is None:
            image.GetRasterBand(band + 1).WriteArray(plane)
        elif band != 1 or "INTERLEAVE=PIXEL" in options:
            column, row, width, height = part
            image.GetRasterBand(band + 1).WriteArray(
                plane[row:row + height, column:column + width], column, row)
    image = None
    print(name + ".tif", digest(path, dtype), flush=True)


PACKINGS = [("NONE", 1), ("PACKBITS", 1)] + list(itertools.product(["DEFLATE", "LZW", "ZSTD"], [1, 2, 3]))
LAYOUTS = list(itertools.product(["PIXEL", "BAND"], ["tile", "strip"], ["NO", "YES"], ["LITTLE", "BIG"]))
for kind, (gdal_type, dtype) in TYPES.items():
    for (packing, predictor), (interleave, cut, big, order) in itertools.product(PACKINGS, LAYOUTS):
        if predictor == 3 and not dtype.startswith("f"):
            continue
        options = [f"COMPRESS={packing}", f"INTERLEAVE={interleave}", f"BIGTIFF={big}", f"ENDIANNESS={order}"]
        options += ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"] if cut == "tile" else ["BLOCKYSIZE=7"]
        if predictor > 1:
            options.append(f"PREDICTOR={predictor}")
        write(f"{kind}_{packing}_{predictor}_{interleave}_{cut}_big-{big}_{order}", gdal_type, dtype, options)

for kind, packing, interleave, cut, nodata in itertools.product(
        ["u8", "i16", "f32"], ["NONE", "DEFLATE", "ZSTD"], ["PIXEL", "BAND"], ["tile", "strip"], [None, 3, -5.5]):
    gdal_type, dtype = TYPES[kind]
    options = ["SPARSE_OK=TRUE", f"COMPRESS={packing}", f"INTERLEAVE={interleave}"]
    options += ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"] if cut == "tile" else ["BLOCKYSIZE=7"]
    write(f"sparse_{kind}_{packing}_{interleave}_{cut}_{nodata}", gdal_type, dtype, options, (17, 16, 14, 5), nodata)

# One strip that holds the whole image, which is read in parts; and pixels that begin with overviews and a mask.
write("one_strip_PIXEL", gdal.GDT_UInt16, "u2", ["BLOCKYSIZE=29", "INTERLEAVE=PIXEL"])
write("one_strip_BAND", gdal.GDT_UInt16, "u2", ["BLOCKYSIZE=29", "INTERLEAVE=BAND"])
