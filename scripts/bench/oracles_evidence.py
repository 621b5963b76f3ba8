#!/usr/bin/python3
"""Let the Python prototype of the detector compute what the tests of org.sitewatch.detect.series expect.

  oracles_evidence.py --prototype DIR --out detect/src/test/resources/org/sitewatch/detect/series/oracle-evidence

DIR holds the prototype's core.py, of which only its own functions are called. Inputs are not stored: they come from a hash
of their place, written alike here and in the test class HashedSeries. Writes float32 .npy files, each axis named below.
Needs numpy, scipy, numba.
"""
import argparse
import os
import sys

import numpy as np


def uniform(seed, count):
    """count numbers in [0, 1) by SplitMix64 over the places 0, 1, ... ; 24 bits each, exact in float32."""
    with np.errstate(over="ignore"):
        x = np.uint64(seed) * np.uint64(0x100000001B3) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x ^= x >> np.uint64(31)
    return (x >> np.uint64(40)).astype(np.float64) / (1 << 24)


def bell(seed, *shape):
    """Nearly normal numbers: four uniform ones added, mean 0, variance 1."""
    u = uniform(seed, 4 * int(np.prod(shape))).reshape(-1, 4)
    return ((((u[:, 0] + u[:, 1]) + u[:, 2]) + u[:, 3] - 2) * 1.7320508075688772).reshape(shape)


def clear(seed, looks, size, share):
    """Masks of 4 x 4 px squares, each clear with the given probability: [look, pixel]."""
    squares = -(-size // 4)
    c = uniform(seed, looks * squares * squares).reshape(looks, squares, squares) < share
    return np.repeat(np.repeat(c, 4, 1), 4, 2)[:, :size, :size].reshape(looks, -1)


def days(looks):
    """Every 9 days from 2021-01-04 on."""
    return 18631.0 + 9 * np.arange(looks)


def pipe(core, z, valid, history, **switches):
    """The prototype's second stage on residuals z[look, band, pixel] of unit scale, with the given steps only."""
    looks, bands, n = z.shape
    size = int(round(n ** 0.5))
    off = dict(eof=0, local=False, screen=False, pixsig=False, seassig=False, whiten=False, cfar=False, release=0)
    p = core.Pipe(dict(days=days(looks), cube=np.zeros((looks, bands, size, size), np.float32), mask=np.zeros((looks, size, size), bool)), dilate=0, **{**off, **switches})
    design = core.design(p.days)
    h = np.arange(history)
    p.few = np.zeros(n, bool)
    p.st1 = (design, design[:history], h, z.astype(np.float32), valid, np.zeros_like(valid), np.zeros((bands, 5, n), np.float32), np.ones((bands, n), np.float32), None)
    with np.errstate(all="ignore"):
        return p.fit2()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--prototype", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    sys.path.insert(0, a.prototype)
    import core

    os.makedirs(a.out, exist_ok=True)
    save = lambda name, array: np.save(os.path.join(a.out, name + ".npy"), np.ascontiguousarray(array, np.float32))

    # S6: 8 planted patterns of falling strength, 24 x 24 px, 6 bands, 60 looks of history and 6 more.
    looks, bands, size, history = 66, 6, 24, 60
    z = 0.5 * bell(1, looks, bands, size * size)
    for k, strength in enumerate((3.0, 2.6, 2.2, 1.9, 1.6, 1.4, 1.2, 1.0)):
        z = z + strength * bell(10 + k, looks)[:, None, None] * bell(20 + k, bands, size * size)[None]
    valid = clear(2, looks, size, 0.85)
    p = pipe(core, z.astype(np.float32), valid, history, eof=8)
    save("modes", p.modes)  # mode, band, pixel
    save("modes-removed", p.Z[history:])  # look, band, pixel

    # S7 and S10: 48 x 48 px, 2 bands, the last 2 of 12 looks; loud in one half.
    z = bell(3, 12, 2, 48 * 48)
    z[:, :, 48 * 24:] *= 3
    valid = clear(4, 12, 48, 0.8)
    save("ring", pipe(core, z, valid, 10, local=True).Z[10:])  # look, band, pixel
    save("clutter-before", pipe(core, z, valid, 10).U[10:])  # look, band, pixel; 0 where not valid
    save("clutter-after", pipe(core, z, valid, 10, cfar=True).U[10:])

    # S8: 20 x 20 px, 2 bands, 3 years; louder in one season. Every third look of the last year.
    looks = 122
    z = bell(5, looks, 2, 400) * (1 + (days(looks) % 365.25 < 120))[:, None, None]
    valid = clear(6, looks, 20, 0.6)
    save("scaled", pipe(core, z, valid, looks, pixsig=True, seassig=True).U[-40::3])  # look, band, pixel; 0 where not valid

    # S9: 3 bands, the second mostly the first; no value beyond the clip.
    z = bell(7, 30, 3, 400)
    z[:, 1] = 0.8 * z[:, 0] + 0.6 * z[:, 1]
    save("whitened", pipe(core, z, clear(8, 30, 20, 0.7), 24, whiten=True).U[24:])  # look, band, pixel; 0 where not valid

    # S11 and S12 at scale 1: 24 x 24 px, 3 bands, a step in one corner at the end, some outliers.
    looks, null = 64, slice(20, 50)
    for name, bands, scale in (("plain", 3, "1"), ("smoothed", 1, "3")):
        p = core.Pipe(dict(days=days(looks), cube=np.zeros((looks, bands, 24, 24), np.float32), mask=np.zeros((looks, 24, 24), bool)), dilate=0, scales=(scale,))
        u = bell(9, looks, bands, 576)
        u[np.broadcast_to((uniform(40, looks * 576).reshape(looks, 1, 576) < 0.05), u.shape)] *= 12
        u[52:, :, :100] += 4
        u = u.astype(np.float32)
        p.V = p.O = clear(41, looks, 24, 0.7)
        u[np.repeat(~p.V[:, None], bands, 1)] = 0
        p.U = u
        isnull = np.zeros(looks, bool)
        isnull[null] = True
        p.p["locnull"] = False
        p.evidence(~isnull, isnull)
        score = p.raw[scale][0].copy()
        save("score-" + name, score[20:])  # look from 20 on, pixel; NaN where not judged
        if scale == "1":
            p.p["locnull"] = True
            level = p.evidence(~isnull, isnull).reshape(looks, -1)
            relative, last, tail = p.raw[scale]
            with np.errstate(all="ignore"):
                save("pixel-null", np.nanmedian(score / relative, 0))  # pixel
            save("table-score", relative[20:])  # look from 20 on, pixel
            save("table-level", level[20:])  # look from 20 on, pixel
            save("table-tail", [last, tail])


if __name__ == "__main__":
    main()
