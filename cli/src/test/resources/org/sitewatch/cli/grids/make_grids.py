"""Makes the scenes of this folder with GDAL: the same ground on many grids, in the later ones with a
square dug out at 300480..300560 / 5239440..5239500 m of EPSG:32648. Run in this folder:
python3 make_grids.py (GDAL 3.6.2, numpy, pyproj)."""

import math

import numpy as np
from osgeo import gdal, osr
from pyproj import Transformer

gdal.UseExceptions()
HOME = 32648
SQUARE = (300480, 300560, 5239440, 5239500)
MIDDLE = (300500, 5239500)
SUB = 4  # a pixel is the mean of so many places a side


def ground(x, y, band, dug, fields):
    hills = np.sin(x / 61) * np.cos(y / 83) + np.sin((x + y) / 140)
    level = (1300, 2400)[band] * (1 + 0.12 * hills)
    if fields:
        plot = np.floor((x + y / 3) / 70) * 7 + np.floor((y - x / 4) / 50) * 13
        level = level * (1 + 0.05 * (plot % 11 - 5) / 5 * (1, -1)[band] * 3)
    inside = (x > SQUARE[0]) & (x < SQUARE[1]) & (y > SQUARE[2]) & (y < SQUARE[3])
    return level + 1800 * (inside & dug)


def write(name, epsg, transform, width, height, dug, seed, point=False, shift=(0, 0), fields=False):
    """shift: the ground is shown so far east and north of where it is, in m."""
    columns = (np.arange(width * SUB) + 0.5) / SUB
    rows = (np.arange(height * SUB) + 0.5) / SUB
    c, r = np.meshgrid(columns, rows)
    x = transform[0] + c * transform[1] + r * transform[2]
    y = transform[3] + c * transform[4] + r * transform[5]
    if epsg != HOME:
        x, y = Transformer.from_crs(epsg, HOME, always_xy=True).transform(x, y)
    random = np.random.default_rng(seed)
    options = ["COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9"]
    file = gdal.GetDriverByName("GTiff").Create(name + ".tif", width, height, 2, gdal.GDT_UInt16, options)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    file.SetProjection(crs.ExportToWkt())
    file.SetGeoTransform(transform)
    if point:
        file.SetMetadataItem("AREA_OR_POINT", "Point")
    for band in range(2):
        fine = ground(x - shift[0], y - shift[1], band, dug, fields)
        mean = fine.reshape(height, SUB, width, SUB).mean(axis=(1, 3))
        noise = random.integers(-2, 3, mean.shape)
        file.GetRasterBand(band + 1).WriteArray(np.rint(mean + noise).astype("u2"))


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
    return (west, right[0], down[0], north, right[1], down[1]), side, side


HOME_GRID = around(HOME, 10, 110)
for day in range(3):
    write(f"before_{day}", HOME, *HOME_GRID, False, day)
write("home", HOME, *HOME_GRID, True, 11)
write("neighbour_zone", 32647, *around(32647, 10, 130), True, 12)
write("degrees", 4326, *around(4326, 1e-4, 160), True, 13)
write("turned", HOME, *around(HOME, 10, 150, turn=-8.87), True, 14)
write("pixels_20m", HOME, *around(HOME, 20, 56), True, 15)
write("pixels_30m", HOME, *around(HOME, 30, 40), True, 16)
write("pixels_4m", HOME, *around(HOME, 4, 260), True, 17)
write("point", HOME, *HOME_GRID, True, 18, point=True)
write("half_off", HOME, *around(HOME, 10, 112, off=0.5), True, 19)
west, width, _, north, _, height = HOME_GRID[0]
write("mirrored", HOME, (west, width, 0, north + 110 * height, 0, -height), 110, 110, True, 20)
for epsg, name, grid in (
    (32647, "zone", around(32647, 10, 130)),
    (4326, "degrees", around(4326, 1e-4, 160)),
    (HOME, "turned", around(HOME, 10, 150, turn=-8.87)),
):
    write(f"{name}_before", epsg, *grid, False, 31)
for day in range(3):
    write(f"fields_{day}", HOME, *HOME_GRID, False, 50 + day, fields=True)
SHIFTS = (("0_3", (3, 0)), ("0_7", (-5, 5)), ("1_5", (15, 0)), ("3", (0, -30)), ("9", (70, 57)))
for name, shift in SHIFTS:
    grid = around(HOME, 10, 112, off=0.5)
    write(f"fields_shifted_{name}px", HOME, *grid, False, 41, shift=shift, fields=True)
