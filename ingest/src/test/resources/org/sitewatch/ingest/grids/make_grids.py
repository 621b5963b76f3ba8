"""Makes the images of this folder with GDAL: one ground on many grids, and what gdalwarp makes of each
on the site's grid. Band 1 is flat with a square at 300480..300560 / 5239440..5239500 m of EPSG:32648,
band 2 noise. Run in this folder: python3 make_grids.py (GDAL 3.6.2, numpy, pyproj)."""

import math
import subprocess

import numpy as np
from osgeo import gdal, osr
from pyproj import Transformer

gdal.UseExceptions()
HOME = 32648
SQUARE = (300480, 300560, 5239440, 5239500)
MIDDLE = (300520, 5239470)
SUB = 64  # a pixel is the mean of so many places a side


def write(name, epsg, transform, side, point=False):
    places = (np.arange(side * SUB) + 0.5) / SUB
    c, r = np.meshgrid(places, places)
    x = transform[0] + c * transform[1] + r * transform[2]
    y = transform[3] + c * transform[4] + r * transform[5]
    if epsg != HOME:
        x, y = Transformer.from_crs(epsg, HOME, always_xy=True).transform(x, y)
    inside = (x > SQUARE[0]) & (x < SQUARE[1]) & (y > SQUARE[2]) & (y < SQUARE[3])
    square = 1000 + 10000 * inside.reshape(side, SUB, side, SUB).mean(axis=(1, 3))
    noise = np.random.default_rng(len(name)).integers(1, 256, square.shape)
    options = ["COMPRESS=DEFLATE", "ZLEVEL=9"]
    file = gdal.GetDriverByName("GTiff").Create(name + ".tif", side, side, 2, gdal.GDT_UInt16, options)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    file.SetProjection(crs.ExportToWkt())
    file.SetGeoTransform(transform)
    if point:
        file.SetMetadataItem("AREA_OR_POINT", "Point")
    file.GetRasterBand(1).WriteArray(np.rint(square).astype("u2"))
    file.GetRasterBand(2).WriteArray(noise.astype("u2"))
    file = None
    kernel = "average" if name.startswith("finer") else "bilinear"
    extent = ["300400", "5239360", "300640", "5239600"]
    subprocess.run(
        ["gdalwarp", "-q", "-overwrite", "-et", "0", "-r", kernel, "-ot", "Float32", "-t_srs", f"EPSG:{HOME}"]
        + ["-te", *extent, "-tr", "10", "10", "-dstnodata", "nan", "-wo", "XSCALE=1", "-wo", "YSCALE=1"]
        + ["-co", "COMPRESS=DEFLATE", name + ".tif", name + ".warped.tif"],
        check=True,
    )


def around(epsg, pixel, side, turn=0.0, off=0.0):
    """A grid of square pixels around the middle, turned by degrees; off in pixels of its lattice."""
    x, y = MIDDLE
    if epsg != HOME:
        x, y = Transformer.from_crs(HOME, epsg, always_xy=True).transform(x, y)
    a = math.radians(turn)
    right, down = (pixel * math.cos(a), pixel * math.sin(a)), (pixel * math.sin(a), -pixel * math.cos(a))
    west, north = x - side / 2 * (right[0] + down[0]), y - side / 2 * (right[1] + down[1])
    if turn == 0:
        west = (round(west / pixel) + off) * pixel
        north = (round(north / pixel) + off) * pixel
    return (west, right[0], down[0], north, right[1], down[1]), side


write("home", HOME, *around(HOME, 10, 32))
write("neighbour_zone", 32647, *around(32647, 10, 40))
write("pixels_9995mm", HOME, *around(HOME, 9.995, 34))
write("degrees", 4326, *around(4326, 1e-4, 48))
write("mercator", 3857, *around(3857, 14.7, 34))
write("turned", HOME, *around(HOME, 14.98, 32, turn=-8.87))
write("pixels_20m", HOME, *around(HOME, 20, 18))
write("pixels_30m", HOME, *around(HOME, 30, 14))
write("finer_4m", HOME, *around(HOME, 4, 72))
write("point", HOME, *around(HOME, 10, 32), point=True)
write("half_off", HOME, *around(HOME, 10, 32, off=0.5))
write("off_3m", HOME, *around(HOME, 10, 32, off=0.3))
transform, side = around(HOME, 10, 32)
mirrored = (transform[0], 10, 0, transform[3] - side * 10, 0, 10)
write("mirrored", HOME, mirrored, side)
