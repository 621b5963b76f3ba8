#!/usr/bin/env python3
"""Small files that say what the numpy prototype of the long-series detector makes, step by step: oracles for the tests of org.sitewatch.detect.series.

  oracles.py --prototype DIR --scenes DIR --site ID --out DIR [--full]

--prototype  folder with the prototype's core.py (imported, nothing of it is kept here)
--scenes     folder of simulated scenes: items.json, scenes/, shifts.csv
--out        .npy files (float32, float64, bool), the input of a step beside its result:
  s2_reference, s2_image, s2_valid, s2_shift (dy, dx, sd), s2_moved (first look, first band, moved back): three looks of a 64 px crop
  s3_days, s3_values, s3_valid, s3_beta, s3_sigma (before it is raised), s3_count: every second history look of 96 pixels
  s4_predicted, s4_look, s4_valid, s4_stable, s4_line (offset, gain): three looks of a 48 px crop, the first round of the fit
  s5_flag: what the screen finds in them
--full       all looks of the whole site, without s3_*: large, for PrototypeComparison in test scope; adds s1_mask (before it is widened),
             s2_true (the simulator's shift) and the fit: fit_days, fit_history, fit_beta, fit_sigma, fit_count

The small files in the repository are of seed 0, on which tuning is allowed. Needs numpy, scipy, numba, rasterio.
"""
import argparse
import datetime as dt
import json
import os
import sys

import numpy as np
import rasterio
from scipy import ndimage

BANDS = ["blue", "green", "red", "nir", "swir16", "swir22"]
REGISTERED_BY = [2, 3, 4]  # the bands the prototype registers by: red, nir, swir16
MASKED = (0, 1, 3, 8, 9, 10, 11)


def read(scenes, site):
    items = json.load(open(os.path.join(scenes, "items.json")))["features"]
    items = sorted((i for i in items if f"_{site}_" in i["id"]), key=lambda i: i["properties"]["datetime"])

    def band(item, key):
        with rasterio.open(os.path.join(scenes, item["assets"][key]["href"])) as file:
            return file.read(1)

    cube = np.stack([np.stack([band(i, b) * 0.0001 - 0.1 for b in BANDS]) for i in items]).astype(np.float32)
    mask = np.stack([np.isin(band(i, "scl"), MASKED) for i in items])
    dates = [dt.date.fromisoformat(i["properties"]["datetime"][:10]) for i in items]
    start = dates[0].replace(month=1, day=1)
    shifts = dict(line.strip().split(",", 1) for line in open(os.path.join(scenes, "shifts.csv")))
    true = np.array([[float(v) for v in shifts[i["id"]].split(",")] for i in items])
    return cube, mask, np.array([(d - start).days for d in dates]), np.array([d.year < 2024 for d in dates]), true


def first_round(core, pipe, history):
    """What the prototype's first round of fitting makes of its cube: model, lines, predictions, flags."""
    T, B, H, _ = pipe.cube.shape
    n = H * H
    X, hi = core.design(pipe.days, 2), np.flatnonzero(history)
    cube, valid = pipe.cube.reshape(T, B, n), pipe.valid.reshape(T, n)
    beta, raw, count = core.harm_fit_joint(X[hi], np.ascontiguousarray(cube[hi]), np.ascontiguousarray(valid[hi]), 3, 0.5)
    median = np.nanmedian(raw, 1)
    sigma = np.where(np.isfinite(raw), np.maximum(raw, 0.3 * median[:, None]), 10)
    unrest = (sigma / median[:, None]).max(0)
    stable = unrest < np.nanmedian(unrest) * 1.2
    predicted = np.einsum("tp,bpn->tbn", X, beta)
    line = np.tile([0.0, 1.0], (T, B, 1))
    for t in range(T):
        ok = np.flatnonzero(valid[t] & stable)
        ok = ok[:: max(1, len(ok) // 2500)]
        if len(ok) > 200:
            line[t] = [core.robust_gain_offset(predicted[t, b, ok], cube[t, b, ok])[:2] for b in range(B)]
    flag = pipe.fit1(history).st1[5]
    return dict(beta=beta, sigma=sigma, count=count, stable=stable, predicted=predicted, line=line, look=cube, valid=valid, flag=flag)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--prototype", "--scenes", "--site", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--full", action="store_true")
    a = parser.parse_args()
    sys.path.insert(0, a.prototype)
    import core

    os.makedirs(a.out, exist_ok=True)

    def save(name, value):
        value = np.ascontiguousarray(value)
        np.save(os.path.join(a.out, name + ".npy"), value if name in ("s2_shift", "s4_line", "s2_true") or value.dtype == bool else value.astype(np.float32))

    cube, mask, days, history, true = read(a.scenes, a.site)
    pipe = core.Pipe(dict(cube=cube, mask=mask, days=days))
    older = int((history & (days <= days[history].max() - 365)).sum())
    share = pipe.valid.mean((1, 2))

    # S2
    c = slice(0, None) if a.full else slice(32, 96)
    crop, seen = cube[:, REGISTERED_BY, c, c], pipe.valid[:, c, c]
    reference = np.nanmedian(np.where(np.repeat(seen[:older, None], 3, 1), crop[:older], np.nan), 0)
    reference = np.where(np.isnan(reference), np.nanmedian(reference), reference)
    looks = range(len(days)) if a.full else [np.flatnonzero((share > lo) & (share <= hi))[2] for lo, hi in ((0.99, 1), (0.6, 0.9), (0.4, 0.6))]
    shifts = [core.lk_shift(crop[t], reference, seen[t], iters=10) for t in looks]  # until it lies still; the pipeline stops after 3
    save("s2_reference", reference)
    save("s2_image", crop[looks])
    save("s2_valid", seen[looks])
    save("s2_shift", [[*s, sd] for s, sd in shifts])
    save("s2_moved", ndimage.shift(crop[looks[0], 0], -shifts[0][0], order=3, mode="nearest"))
    if a.full:
        save("s2_true", true)
        save("s1_mask", mask)

    pipe.coreg(older)
    if not a.full:
        n = cube.shape[2] ** 2
        some, every = np.arange(60, n, n // 96)[:96], np.flatnonzero(history)[::2]
        values = np.ascontiguousarray(pipe.cube[every].reshape(len(every), len(BANDS), n)[:, :, some])
        valid = np.ascontiguousarray(pipe.valid[every].reshape(len(every), n)[:, some])
        beta, sigma, count = core.harm_fit_joint(core.design(days[every], 2), values, valid, 3, 0.5)
        save("s3_days", days[every])
        save("s3_values", values)
        save("s3_valid", valid)
        save("s3_beta", beta)
        save("s3_sigma", sigma)
        save("s3_count", count)
        c = slice(40, 88)
        pipe.cube, pipe.valid, pipe.H = np.ascontiguousarray(pipe.cube[:, :, c, c]), np.ascontiguousarray(pipe.valid[:, c, c]), 48
    made = first_round(core, pipe, history)
    if not a.full:
        # a look with few flags, one with many, a clear one
        flags, clear = made["flag"].sum(1), made["valid"].mean(1)
        looks = [np.flatnonzero((flags > 20) & (flags < 100) & (clear > 0.5))[0], np.flatnonzero((flags > 300) & (clear > 0.5))[0], np.flatnonzero((flags == 0) & (clear == 1))[0]]
    for name in ("predicted", "look", "valid", "line"):
        save("s4_" + name, made[name][looks])
    save("s4_stable", made["stable"])
    save("s5_flag", made["flag"][looks])
    if a.full:
        save("fit_days", days)
        save("fit_history", history)
        for name in ("beta", "sigma", "count"):
            save("fit_" + name, made[name])


if __name__ == "__main__":
    main()
