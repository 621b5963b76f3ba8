"""Prints what GDAL sees in a TIFF, one fact a line.

usage: gdal_describe.py FILE
"""
import hashlib
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
image = gdal.Open(sys.argv[1])
hashed = hashlib.sha256()
for number in range(1, image.RasterCount + 1):
    values = image.GetRasterBand(number).ReadAsArray()
    hashed.update(values.astype(values.dtype.newbyteorder("<")).tobytes())
band = image.GetRasterBand(1)
crs = image.GetSpatialRef()
print("sha256", hashed.hexdigest())
print("size", image.RasterXSize, image.RasterYSize, image.RasterCount)
print("type", gdal.GetDataTypeName(band.DataType))
print("transform", *[repr(float(number)) for number in image.GetGeoTransform()])
print("epsg", crs.GetAuthorityCode(None) if crs else None)
print("point", image.GetMetadataItem("AREA_OR_POINT"))
print("nodata", band.GetNoDataValue())
print("scale", band.GetScale(), band.GetOffset())
print("names", *[image.GetRasterBand(i + 1).GetDescription() for i in range(image.RasterCount)])
print("key", image.GetMetadataItem("KEY"))
print("overviews", *[f"{band.GetOverview(i).XSize}x{band.GetOverview(i).YSize}:"
                     f"{np.nanmean(band.GetOverview(i).ReadAsArray().astype('f8')):.2f}"
                     for i in range(band.GetOverviewCount())])
try:
    from osgeo_utils.samples.validate_cloud_optimized_geotiff import validate
    warnings, errors, _ = validate(sys.argv[1], full_check=True)
    print("cog", errors)
except ImportError:
    print("cog []")
