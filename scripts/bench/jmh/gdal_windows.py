"""Median CPU ms of random, unaligned 512 x 512 windows of a file's first band, read by rasterio."""
import random
import statistics
import sys
import time

import rasterio
from rasterio.windows import Window

SIDE, WINDOWS, ROUNDS = 512, 60, 6

with rasterio.Env(GDAL_CACHEMAX=0), rasterio.open(sys.argv[1]) as image:
    for round_ in range(ROUNDS):
        draw = random.Random(round_)
        times = []
        for _ in range(WINDOWS):
            window = Window(draw.randrange(image.width - SIDE), draw.randrange(image.height - SIDE), SIDE, SIDE)
            start = time.process_time()
            image.read(1, window=window)
            times.append(time.process_time() - start)
        print("%.2f" % (1e3 * statistics.median(times)), end=" ")
print("ms")
