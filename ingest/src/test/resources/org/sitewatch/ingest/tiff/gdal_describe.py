"""Prints what GDAL sees in TIFFs, one fact a line: name of the file, of the fact, and values.

usage: gdal_describe.py FOLDER
"""
import hashlib
import os
import sys

import numpy as np
from osgeo import gdal

try:
    from osgeo_utils.samples.validate_cloud_optimized_geotiff import validate
except ImportError:
    validate = None

gdal.UseExceptions()


def describe(path):
    def fact(*values):
        print(os.path.basename(path), *values)

    image = gdal.Open(path)
    hashed = hashlib.sha256()
    for number in range(1, image.RasterCount + 1):
        values = image.GetRasterBand(number).ReadAsArray()
        hashed.update(values.astype(values.dtype.newbyteorder("<")).tobytes())
    band = image.GetRasterBand(1)
    crs = image.GetSpatialRef()
    fact("sha256", hashed.hexdigest())
    fact("size", image.RasterXSize, image.RasterYSize, image.RasterCount)
    fact("type", gdal.GetDataTypeName(band.DataType))
    fact("transform", *[repr(float(number)) for number in image.GetGeoTransform()])
    fact("epsg", crs.GetAuthorityCode(None) if crs else None)
    fact("point", image.GetMetadataItem("AREA_OR_POINT"))
    fact("nodata", band.GetNoDataValue())
    fact("scale", band.GetScale(), band.GetOffset())
    fact("names", *[image.GetRasterBand(i + 1).GetDescription() for i in range(image.RasterCount)])
    fact("key", image.GetMetadataItem("KEY"))
    fact("overviews", *[f"{band.GetOverview(i).XSize}x{band.GetOverview(i).YSize}:"
                         f"{np.nanmean(band.GetOverview(i).ReadAsArray().astype('f8')):.2f}"
                         for i in range(band.GetOverviewCount())])
    fact("cog", validate(path, full_check=True)[1] if validate else [])


for name in sorted(os.listdir(sys.argv[1])):
    describe(os.path.join(sys.argv[1], name))
