"""Writes geodesic-area-golden.csv: size_m;area_m2;wkt as GeographicLib (pyproj.Geod) has it. Run: python3 … > FILE"""
import math

import numpy
import pyproj
from shapely.geometry import Polygon

rng = numpy.random.default_rng(20261121)
geod = pyproj.Geod(ellps="WGS84")
print(f"# size_m;area_m2;wkt  pyproj {pyproj.__version__}")
for size_m in (30, 300, 1000, 10_000, 100_000):
    for lat in (-80, -45, 0.001, 30.3287, 51.2, 83):
        lon = rng.uniform(-179, 179)
        angles = numpy.sort(rng.uniform(0, 2 * math.pi, 7))
        ring = []
        for angle in angles:
            r = size_m / 111_000 * rng.uniform(0.5, 1)
            ring.append((round(lon + r * math.cos(angle) / math.cos(math.radians(lat)), 10), round(lat + r * math.sin(angle), 10)))
        polygon = Polygon(ring)
        area = abs(geod.geometry_area_perimeter(polygon)[0])
        print(f"{size_m};{area:.9g};{polygon.wkt}")
