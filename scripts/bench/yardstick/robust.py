"""How far the newest of some values lies from the others, in robust standard deviations: numpy on whole planes."""
import numpy as np

NETWORKS = {
    1: "", 2: "01", 3: "02 01 12", 4: "02 13 01 23 12", 5: "03 14 02 13 01 24 12 34 23",
    6: "05 13 24 12 34 03 25 01 23 45 12 34", 7: "06 23 45 02 14 36 01 25 34 12 46 23 45 12 34 56",
    8: "02 13 46 57 04 15 26 37 01 23 45 67 24 35 14 36 12 34 56",
}
"""Sorting networks with the fewest comparisons (Knuth, TAOCP 3, 5.3.4): pairs of planes to put in order."""

CHUNK = 1 << 14
"""Pixels at a time, so that the planes at work stay in the cache."""

MAD_TO_SIGMA = 1.4826


def sort_planes(planes, spare):
    """Sorts equally long planes pixel by pixel; planes and spare trade places. Returns planes and spare."""
    if len(planes) not in NETWORKS:
        return list(np.sort(planes, axis=0)), spare
    for pair in NETWORKS[len(planes)].split():
        low, high = int(pair[0]), int(pair[1])
        np.minimum(planes[low], planes[high], out=spare)
        np.maximum(planes[low], planes[high], out=planes[high])
        planes[low], spare = spare, planes[low]
    return planes, spare


def median(planes):
    """Of sorted planes."""
    half = len(planes) // 2
    return planes[half] if len(planes) % 2 else (planes[half - 1] + planes[half]) * np.float32(0.5)


def spread(planes, middle):
    """Median distance from the median, of sorted planes: the narrowest reach about it that holds the majority."""
    majority = len(planes) // 2 + 1
    narrowest = None
    for first in range(len(planes) - majority + 1):
        reach = np.maximum(middle - planes[first], planes[first + majority - 1] - middle)
        narrowest = reach if narrowest is None else np.minimum(narrowest, reach, out=narrowest)
    return narrowest


def departures(codes, lines, noise):
    """Root mean square over bands of (newest - median) / sigma, sigma² = (1.4826 spread)² + noise².

    codes: looks x bands x pixels, the newest look last, all of them valid; lines: looks x bands x (gain, offset).
    """
    looks, bands, pixels = codes.shape
    store = np.empty((looks + 1, pixels), np.float32)
    total = np.zeros(pixels, np.float32)
    for band in range(bands):
        values = list(store)
        for look in range(looks):
            np.multiply(codes[look, band], lines[look, band, 0], out=values[look], dtype=np.float32)
            values[look] += lines[look, band, 1]
        newest, spare = values[looks - 1], values[looks]
        earlier, spare = sort_planes(values[:looks - 1], spare)
        middle = median(earlier)
        variance = spread(earlier, middle)
        variance *= variance
        variance *= np.float32(MAD_TO_SIGMA**2)
        variance += np.float32(noise**2)
        newest -= middle
        newest *= newest
        newest /= variance
        total += newest
    total /= np.float32(bands)
    return np.sqrt(total, out=total)


def alike(valid, wanted):
    """Pixels of wanted (flat), grouped by the looks (first axis of valid, flat planes) that saw them."""
    pixels = np.flatnonzero(wanted)
    pattern = np.zeros(len(pixels), np.uint16 if len(valid) <= 16 else np.int64)
    for look in range(len(valid)):
        pattern |= valid[look].take(pixels).astype(pattern.dtype) << pattern.dtype.type(look)
    for kind in np.flatnonzero(np.bincount(pattern)) if len(valid) <= 16 else np.unique(pattern):
        yield [look for look in range(len(valid)) if kind >> look & 1], pixels[pattern == kind]
