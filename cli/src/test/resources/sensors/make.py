"""Writes the sample scenes of this folder with GDAL: python3 make.py [landsat|planetscope|sentinel1] ...

One ground, four looks without and one with a pit at EPSG:32648 300480..300530, 5239480..5239520 (for
Landsat 90 m wide), five dates. Layouts, tags and bit patterns are those of the providers: asset keys
and properties of the USGS and Planetary Computer STAC items for landsat-c2-l2, the Planetary Computer's
sentinel-1-rtc, and Planet's ortho_analytic_8b_sr with ortho_udm2.
"""
import json
import os
import sys

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
HERE = os.path.dirname(os.path.abspath(__file__))
DAYS = ["2024-08-03", "2024-08-11", "2024-08-19", "2024-09-04", "2024-09-12"]
EPSG = 32648
CENTRE = (300_500, 5_239_500)


def write(path, bands, west, north, pixel, nodata, kind=gdal.GDT_UInt16):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=DEFLATE", "INTERLEAVE=PIXEL"]
    options += ["PREDICTOR=%d" % (3 if kind == gdal.GDT_Float32 else 2)]
    rows, columns = bands[0].shape
    file = gdal.GetDriverByName("GTiff").Create(path, columns, rows, len(bands), kind, options)
    file.SetGeoTransform((west, pixel, 0, north, 0, -pixel))
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    file.SetProjection(system.ExportToWkt())
    for number, band in enumerate(bands, 1):
        if nodata is not None:
            file.GetRasterBand(number).SetNoDataValue(nodata)
        file.GetRasterBand(number).WriteArray(band)
    file.FlushCache()


def lattice(pixel, size, off):
    """A square of `size` pixels about the centre whose corners lie `off` from multiples of the pixel."""
    west = round((CENTRE[0] - size * pixel / 2 - off) / pixel) * pixel + off
    north = round((CENTRE[1] + size * pixel / 2 - off) / pixel) * pixel + off
    x, y = np.meshgrid(west + (np.arange(size) + 0.5) * pixel, north - (np.arange(size) + 0.5) * pixel)
    return west, north, x, y


def hills(x, y):
    return 1 + 0.12 * (np.sin(x / 61) * np.cos(y / 83) + np.sin((x + y) / 140))


def blocks(values):
    """Steps of 4 pixels, which pack."""
    return values[::4, ::4].repeat(4, 0).repeat(4, 1)


def pit(x, y, half_x, half_y):
    return (abs(x - 300_505) < half_x) & (abs(y - CENTRE[1]) < half_y)


def ring(west, north, side):
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    world = osr.SpatialReference()
    world.ImportFromEPSG(4326)
    world.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to = osr.CoordinateTransformation(system, world)
    corners = [(0, 0), (0, -side), (side, -side), (side, 0), (0, 0)]
    return [list(to.TransformPoint(west + e, north + n)[:2]) for e, n in corners]


def item(name, collection, when, properties, assets, west, north, pixel, size):
    """The projection stands in the properties, as in the Planetary Computer's items."""
    outline = ring(west, north, pixel * size)
    document = {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [outline]},
        "bbox": [min(p[0] for p in outline), min(p[1] for p in outline),
                 max(p[0] for p in outline), max(p[1] for p in outline)],
        "properties": {"datetime": when, **properties, "proj:epsg": EPSG, "proj:shape": [size, size],
                       "proj:transform": [pixel, 0.0, west, 0.0, -pixel, north]},
        "links": [], "assets": assets,
    }
    with open(os.path.join(HERE, collection, name + ".json"), "w") as out:
        json.dump(document, out, indent=1)


TIFF = "image/tiff; application=geotiff; profile=cloud-optimized"


def landsat():
    """48 x 48 pixels of 30 m; cloud with its dilation and shadow in one corner, one saturated pixel."""
    west, north, x, y = lattice(30, 48, 15)
    levels = {"coastal": .04, "blue": .06, "green": .09, "red": .13, "nir08": .24, "swir16": .29, "swir22": .25}
    names = {"coastal": "SR_B1", "blue": "SR_B2", "green": "SR_B3", "red": "SR_B4", "nir08": "SR_B5",
             "swir16": "SR_B6", "swir22": "SR_B7"}
    for number, day in enumerate(DAYS):
        rng = np.random.default_rng(100 + number)
        satellite = 8 + number % 2
        name = "LC%02d_L2SP_133027_%s_02_T1" % (satellite, day.replace("-", ""))
        assets = {}
        for key, level in levels.items():
            value = level * hills(x, y) + rng.integers(-2, 3, x.shape) * 0.001
            value = value + (pit(x, y, 50, 50) & (number == 4)) * 0.15
            code = np.rint((value + 0.2) / 0.0000275 / 16) * 16
            file = name + "_" + names[key] + ".TIF"
            write(os.path.join(HERE, "landsat-c2-l2", name, file), [code.astype("uint16")], west, north, 30, 0)
            assets[key] = {
                "href": name + "/" + file, "type": TIFF, "roles": ["data", "reflectance"],
                "eo:bands": [{"name": "OLI_B" + names[key][-1], "common_name": key}],
                "raster:bands": [{"scale": 2.75e-05, "nodata": 0, "offset": -0.2, "data_type": "uint16",
                                  "spatial_resolution": 30}]}
        quality = np.full(x.shape, 21824, "uint16")     # clear, with low confidence of all else
        quality[:8, :12] = 22280                        # cloud, high confidence
        quality[8:10, :12] = 21826                      # dilated cloud
        quality[10:16, :12] = 23888                     # cloud shadow, high confidence
        quality[:6, 40:] = 30048                        # snow, high confidence
        quality[40:, 40:] = 21952                       # water
        quality[46:, :] = 1                             # fill
        saturated = np.zeros(x.shape, "uint16")
        saturated[26, 26] = 1 << 3                      # band 4, red
        for key, values in {"qa_pixel": quality, "qa_radsat": saturated}.items():
            file = name + "_" + key.upper() + ".TIF"
            write(os.path.join(HERE, "landsat-c2-l2", name, file), [values], west, north, 30,
                  1 if key == "qa_pixel" else None)
            assets[key] = {"href": name + "/" + file, "type": TIFF, "roles": ["cloud"] if key == "qa_pixel" else ["saturation"]}
        item(name, "landsat-c2-l2", day + "T03:39:12.456Z",
             {"platform": "landsat-%d" % satellite, "instruments": ["oli", "tirs"], "landsat:wrs_path": "133",
              "landsat:wrs_row": "027", "landsat:collection_number": "02", "landsat:correction": "L2SP"},
             assets, west, north, 30, 48)


def planetscope():
    """336 x 336 pixels of 3 m, eight bands in one file; haze, cloud, shadow, snow and fill in the mask."""
    west, north, x, y = lattice(3, 336, 0)
    levels = [.04, .05, .07, .08, .1, .13, .17, .24]
    for number, day in enumerate(DAYS):
        rng = np.random.default_rng(200 + number)
        name = "%s_034512_%02d_24a1" % (day.replace("-", ""), 31 + number)
        bands = []
        for level in levels:
            grain = rng.integers(-2, 3, (84, 84)).repeat(4, 0).repeat(4, 1)
            value = level * blocks(hills(x, y)) + grain * 0.002 + (pit(x, y, 25, 20) & (number == 4)) * 0.12
            bands.append((np.rint(value * 1e4 / 16) * 16).astype("uint16"))
        mask = [np.zeros(x.shape, "uint8") for _ in range(8)]
        where = np.zeros(x.shape, int)                  # 0 clear, as the band number of the class
        where[:40, :60] = 5                             # cloud
        where[40:60, :60] = 2                           # shadow
        where[:20, 60:80] = 3                           # light haze
        where[20:40, 60:80] = 4                         # heavy haze
        where[:30, 300:] = 1                            # snow
        for band in range(6):
            mask[band][where == band] = 1
        mask[6][:] = 87
        mask[7][where == 5] = 1 << 1
        mask[7][:, 330:] = 1                            # no image there
        for band in range(6):
            mask[band][:, 330:] = 0
        for band in bands:
            band[:, 330:] = 0
        folder = os.path.join(HERE, "PSScene", name)
        data, udm = name + "_3B_AnalyticMS_SR_8b.tif", name + "_3B_udm2.tif"
        write(os.path.join(folder, data), bands, west, north, 3, 0)
        write(os.path.join(folder, udm), mask, west, north, 3, None, gdal.GDT_Byte)
        common = ["coastal", "blue", "green", "green", "yellow", "red", "rededge", "nir"]
        item(name, "PSScene", day + "T03:45:12.34Z",
             {"platform": "24a1", "constellation": "planetscope", "instruments": ["PSB.SD"], "pl:item_type": "PSScene"},
             {"ortho_analytic_8b_sr": {"href": name + "/" + data, "type": TIFF, "roles": ["data", "reflectance"],
                                       "pl:asset_type": "ortho_analytic_8b_sr",
                                       "eo:bands": [{"name": "B%d" % (i + 1), "common_name": c} for i, c in enumerate(common)]},
              "ortho_udm2": {"href": name + "/" + udm, "type": TIFF, "roles": ["data", "snow-ice", "cloud", "cloud-shadow"],
                             "pl:asset_type": "ortho_udm2"}},
             west, north, 3, 336)


def sentinel1():
    """104 x 104 pixels of 10 m in float32, two tracks: 128 descending and 55 ascending, which shows slopes
    the other way round. The pit is dug for both. No data, -32768, in one corner."""
    west, north, x, y = lattice(10, 104, 0)
    for track, state, hour in ((128, "descending", "23:09:41"), (55, "ascending", "10:51:07")):
        for number, day in enumerate(DAYS):
            rng = np.random.default_rng(300 + number + track)
            name = "S1A_IW_GRDH_1SDV_%sT%s_%03d_rtc" % (day.replace("-", ""), hour.replace(":", ""), track)
            assets = {}
            for key, level in (("vv", 1 / 8), ("vh", 1 / 32)):
                slope = np.exp((0.5 if track == 55 else -0.5) * np.sin(x / 90))
                speckle = rng.gamma(20, 1 / 20, x.shape)
                value = level * slope * speckle * np.where(pit(x, y, 35, 35) & (number == 4), 4.0, 1.0)
                value[:12, :30] = -32768
                file = name + "." + key + ".tif"
                # 1/32 of the level is more than enough, and packs
                value = np.where(value > 0, np.rint(value / level * 32) / 32 * level, value)
                write(os.path.join(HERE, "sentinel-1-rtc", name, file), [value.astype("float32")], west, north, 10,
                      -32768, gdal.GDT_Float32)
                assets[key] = {"href": name + "/" + file, "type": TIFF, "roles": ["data"],
                               "raster:bands": [{"nodata": -32768, "data_type": "float32", "spatial_resolution": 10.0}]}
            item(name, "sentinel-1-rtc", day + "T" + hour + ".123456Z",
                 {"platform": "SENTINEL-1A", "constellation": "Sentinel-1", "sar:polarizations": ["VV", "VH"],
                  "sar:instrument_mode": "IW", "sat:orbit_state": state, "sat:relative_orbit": track,
                  "sat:absolute_orbit": 55000 + number}, assets, west, north, 10, 104)


if __name__ == "__main__":
    for name in sys.argv[1:] or ["landsat", "planetscope", "sentinel1"]:
        globals()[name]()
