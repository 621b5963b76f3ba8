"""Writes projection-golden.csv: epsg,lon,lat,x,y as PROJ has it. Run: python3 projection_golden.py > FILE"""
import sys

import numpy
import pyproj

rng = numpy.random.default_rng(20261121)
codes = [4326, 3857]
codes += [base + zone for base in (32600, 32700) for zone in range(1, 61)]
codes += [26900 + zone for zone in range(1, 24)] + [25800 + zone for zone in range(28, 39)]
print(f"# epsg,lon,lat,x,y  pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}, always_xy")
for code in codes:
    # from the datum's own lon/lat: the shift to WGS84 is null by our definition
    lon_lat = 4269 if code // 100 == 269 else 4258 if code // 100 == 258 else 4326
    to_grid = pyproj.Transformer.from_crs(lon_lat, code, always_xy=True)
    zone = code % 100
    if code in (4326, 3857):
        places = [(0, 0), (-179.5, 80), (179.5, -80), (35.4441, 30.3287), (-0.001, 51.5)]
    else:
        middle = zone * 6 - 183
        side = -1 if code // 100 == 327 else 1
        # both borders of the zone, beyond the equator, anywhere inside, and far outside
        places = [
            (middle - 3, side * rng.uniform(0, 84)),
            (middle + 3, side * rng.uniform(0, 84)),
            (middle + rng.uniform(-3, 3), side * rng.uniform(0, 84)),
            (middle + rng.uniform(-3, 3), -side * rng.uniform(0, 2)),
            (middle + rng.choice([-1, 1]) * rng.uniform(3, 25), side * rng.uniform(0, 80)),
        ]
    for lon, lat in places:
        lon = round((lon + 180) % 360 - 180, 7)
        lat = round(lat, 7)
        x, y = to_grid.transform(lon, lat)
        if not (numpy.isfinite(x) and numpy.isfinite(y)):
            sys.exit(f"{code} {lon} {lat}")
        digits = 9 if code == 4326 else 6
        print(f"{code},{lon},{lat},{x:.{digits}f},{y:.{digits}f}")
