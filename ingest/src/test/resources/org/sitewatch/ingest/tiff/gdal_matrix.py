"""Writes TIFFs of every kind with GDAL and prints what GDAL reads from them.

usage: gdal_matrix.py FOLDER [golden]    one line a file: name, sha256 over the bands' little-endian codes
"golden" writes only the small files that are kept as test resources.
"""
import hashlib
import itertools
import os
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
folder = sys.argv[1]
golden = "golden" in sys.argv
WIDTH, HEIGHT, BANDS = (21, 19, 2) if golden else (37, 29, 3)
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
    values[:, :, 5 if golden else 9:30] = 7  # runs, for the codecs that live on them
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
    if golden and name not in GOLDEN:
        return
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
GOLDEN = {
    "u8_PACKBITS_1_PIXEL_strip_big-NO_LITTLE", "u8_LZW_2_BAND_tile_big-NO_LITTLE", "i8_DEFLATE_2_PIXEL_strip_big-NO_BIG",
    "u16_NONE_1_BAND_strip_big-NO_BIG", "u16_DEFLATE_2_PIXEL_tile_big-NO_LITTLE", "u16_ZSTD_2_BAND_strip_big-YES_LITTLE",
    "u16_LZW_2_PIXEL_strip_big-YES_BIG", "i16_LZW_1_PIXEL_tile_big-NO_LITTLE", "i16_ZSTD_2_PIXEL_tile_big-NO_BIG",
    "u32_DEFLATE_2_BAND_strip_big-NO_LITTLE", "i32_ZSTD_1_PIXEL_strip_big-YES_BIG", "u64_LZW_2_BAND_strip_big-NO_LITTLE",
    "i64_DEFLATE_1_PIXEL_strip_big-NO_BIG", "f32_DEFLATE_3_PIXEL_tile_big-NO_LITTLE", "f32_LZW_2_BAND_strip_big-NO_BIG",
    "f32_ZSTD_3_BAND_tile_big-YES_LITTLE", "f64_DEFLATE_3_PIXEL_strip_big-NO_LITTLE", "f64_PACKBITS_1_BAND_strip_big-NO_LITTLE",
    "sparse_i16_DEFLATE_PIXEL_tile_-5.5", "sparse_f32_NONE_BAND_strip_3",
}


def main():
    for kind, (gdal_type, dtype) in TYPES.items():
        for (packing, predictor), (interleave, cut, big, order) in itertools.product(PACKINGS, LAYOUTS):
            if predictor == 3 and not dtype.startswith("f"):
                continue
            options = [f"COMPRESS={packing}", f"INTERLEAVE={interleave}", f"BIGTIFF={big}", f"ENDIANNESS={order}"]
            if predictor > 1:
                options.append(f"PREDICTOR={predictor}")
            write(f"{kind}_{packing}_{predictor}_{interleave}_{cut}_big-{big}_{order}",
                  gdal_type, dtype, options + blocks(cut))
    for kind, packing, interleave, cut, nodata in itertools.product(
            ["u8", "i16", "f32"], ["NONE", "DEFLATE", "ZSTD"], ["PIXEL", "BAND"], ["tile", "strip"], [None, 3, -5.5]):
        gdal_type, dtype = TYPES[kind]
        options = ["SPARSE_OK=TRUE", f"COMPRESS={packing}", f"INTERLEAVE={interleave}"]
        write(f"sparse_{kind}_{packing}_{interleave}_{cut}_{nodata}",
              gdal_type, dtype, options + blocks(cut), (17, 16, 4, 3), nodata)
    if not golden:
        # One strip that holds the whole image: it is read in parts.
        for interleave in ["PIXEL", "BAND"]:
            write(f"one_strip_{interleave}", gdal.GDT_UInt16, "u2", ["BLOCKYSIZE=29", f"INTERLEAVE={interleave}"])
        write_with_overviews_and_mask()


def blocks(cut):
    return ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"] if cut == "tile" else ["BLOCKYSIZE=7"]


def write_with_overviews_and_mask():
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    gdal.SetConfigOption("GDAL_TIFF_ENDIANNESS", None)
    memory = gdal.GetDriverByName("MEM").Create("", 900, 700, 2, gdal.GDT_Int16)
    memory.SetGeoTransform((400000, 10, 0, 3300000, 0, -10))
    for band in (1, 2):
        noise = np.random.default_rng(band).integers(-300, 300, (700, 900), dtype="i2")
        memory.GetRasterBand(band).WriteArray(noise)
    memory.CreateMaskBand(gdal.GMF_PER_DATASET)
    memory.GetRasterBand(1).GetMaskBand().WriteArray(np.full((700, 900), 255, "u1"))
    for packing in ["DEFLATE", "LZW", "ZSTD"]:
        path = os.path.join(folder, f"cog_{packing}.tif")
        options = [f"COMPRESS={packing}", "PREDICTOR=YES", "BLOCKSIZE=256"]
        gdal.GetDriverByName("COG").CreateCopy(path, memory, options=options)
        print(os.path.basename(path), digest(path, "i2"), flush=True)


main()
