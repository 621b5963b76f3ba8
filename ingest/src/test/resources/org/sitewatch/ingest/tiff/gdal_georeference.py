"""Writes TIFFs that say in different ways where they lie; prints where GDAL puts them.

usage: gdal_georeference.py FOLDER    one line a file: name, EPSG code or 0, geotransform or nothing
"""
import os
import sys

from osgeo import gdal, osr

gdal.UseExceptions()
folder = sys.argv[1]
UTM = (400000.0, 10.0, 0.0, 3300000.0, 0.0, -10.0)
DEGREES = (35.25, 0.001, 0.0, 30.5, 0.0, -0.002)
ROTATED = (400000.0, 8.0, 6.0, 3300000.0, 6.0, -8.0)
SOUTH_UP = (400000.0, 10.0, 0.0, 3300000.0, 0.0, 10.0)


def write(name, transform, crs, point=False, gcps=False):
    path = os.path.join(folder, name + ".tif")
    image = gdal.GetDriverByName("GTiff").Create(path, 7, 5, 1, gdal.GDT_Byte)
    reference = None
    if crs is not None:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        image.SetProjection(reference.ExportToWkt())
    if point:
        image.SetMetadataItem("AREA_OR_POINT", "Point")
    if gcps:
        image.SetGCPs([gdal.GCP(1, 2, 0, 0, 0), gdal.GCP(3, 2, 0, 5, 0), gdal.GCP(3, 5, 0, 5, 4)],
                      reference.ExportToWkt())
    elif transform is not None:
        image.SetGeoTransform(transform)
    image = None
    image = gdal.Open(path)
    read = image.GetSpatialRef() or image.GetGCPSpatialRef()
    code = read.GetAuthorityCode(None) if read else None
    transform = image.GetGeoTransform(can_return_null=True)
    print(name + ".tif", code or 0, *[repr(float(number)) for number in transform or ()])


for name, transform in {"utm": UTM, "rotated": ROTATED, "south_up": SOUTH_UP}.items():
    for point in (False, True):
        write(f"{name}_{'point' if point else 'area'}", transform, "EPSG:32636", point)
write("degrees_area", DEGREES, "EPSG:4326")
write("degrees_point", DEGREES, "EPSG:4326", True)
write("web_mercator", UTM, "EPSG:3857")
write("etrs", UTM, "EPSG:25832")
write("nad83", UTM, "EPSG:26912")
write("south", UTM, "EPSG:32736")
write("user_defined", UTM, "+proj=laea +lat_0=11 +lon_0=12 +datum=WGS84 +units=m")
write("user_defined_degrees", DEGREES, "+proj=longlat +a=6378000 +b=6350000")
write("no_crs", UTM, None)
write("nowhere", None, None)
write("no_transform", None, "EPSG:32636")
write("gcps", None, "EPSG:32636", gcps=True)
