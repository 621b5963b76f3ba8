"""Objects of a replayed year, and what the truth says of them."""
import csv
import glob
import os

import geopandas
import numpy as np
from rasterio.features import rasterize
from rasterio.transform import from_origin
from scipy.ndimage import binary_dilation

WIDER_M = 20
LEAST_SHARE = 0.25
GRACE_DAYS = 20
EIGHT = np.ones((3, 3), bool)
CLASSES = dict(pits_small="pits", pits_large="pits", trench="pits", levelling="earthmoving", quarry="earthmoving")


def day(text):
    return np.datetime64(str(text)[:10], "D").astype(int)


class Table:
    """One site. rows: dicts phase, day, seed, pixels (indices), x (features), event (index, -1 none, -2 an event before its start or after its end)."""

    def __init__(self, path, truth):
        with open(path) as file:
            head = dict(part.split("=") for part in file.readline()[1:].split())
            reader = csv.reader(file)
            names = next(reader)
            self.features = names[4:]
            self.cover = head.get("land_cover", "unknown")
            self.width, self.height = int(head["width"]), int(head["height"])
            size = float(head["pixel_size"])
            transform = from_origin(float(head["origin_x"]), float(head["origin_y"]), size, size)
            here = truth.to_crs(int(head["epsg"]))
            self.events = [dict(kind=CLASSES.get(e.kind, e.kind), detail=e.kind, start=day(e.start), end=day(e.end) if isinstance(e.end, str) and e.end else None, decoy=e.get("decoy") is True)
                           for _, e in here.iterrows()]
            self.masks = [rasterize([g.buffer(WIDER_M)], (self.height, self.width), transform=transform).astype(bool).ravel() for g in here.geometry]
            self.rows = [self.row(line) for line in reader]

    def row(self, line):
        runs = [run.split("+") for run in line[3].split()]
        pixels = np.concatenate([np.arange(int(a), int(a) + int(n)) for a, n in runs])
        when = day(line[1])
        return dict(phase=line[0], day=when, seed=float(line[2]), pixels=pixels, x=np.array(line[4:], float), event=self.event(pixels, when) if line[0] == "period" else -1)

    def event(self, pixels, when):
        for number, (mask, event) in enumerate(zip(self.masks, self.events)):
            if mask[pixels].mean() >= LEAST_SHARE and not event["decoy"]:
                late = event["end"] is not None and when > event["end"] + GRACE_DAYS
                return -2 if when < event["start"] or late else number
        return -1

    def tracks(self, rows, scores, least, memory=None):
        """Follows objects from look to look as the program does: an object within 2 pixels of a live one is the same, and makes it larger if that is marked.
        Returns dicts first, event, trace [(day, new maximum)]."""
        shape = (self.height, self.width)
        live, order = [], sorted(range(len(rows)), key=lambda i: (rows[i]["day"], -len(rows[i]["pixels"]), rows[i]["pixels"][0]))
        for i in order:
            row, score = rows[i], scores[i]
            mask = np.zeros(shape, bool)
            mask.ravel()[row["pixels"]] = True
            touched = [t for t in live if (t["near"] & mask).any() and (memory is None or row["day"] - t["last"] <= memory)]
            for t in touched:
                t["last"] = row["day"]
                if score > t["trace"][-1][1]:
                    t["trace"].append((row["day"], score))
                    t["row"] = i
            if touched:
                t = touched[0]
                union = t["mask"] | mask
                if union.sum() >= 1.3 * t["mask"].sum() and union.sum() >= t["mask"].sum() + 4:
                    t["mask"], t["near"] = union, binary_dilation(union, EIGHT, iterations=2)
            elif score >= least:
                live.append(dict(mask=mask, near=binary_dilation(mask, EIGHT, iterations=2), last=row["day"], trace=[(row["day"], score)], row=i))
        for t in live:
            t["event"] = next((n for n, (m, e) in enumerate(zip(self.masks, self.events))
                               if m[t["mask"].ravel()].mean() >= LEAST_SHARE and t["trace"][-1][0] >= e["start"] and not e["decoy"]), -1)
        return live


def read_tables(folder, truth, sites):
    """Tables in the order of their file names. A site without events has none in the truth."""
    import hashlib
    import json
    known = geopandas.read_file(truth)
    with open(sites) as file:
        features = json.load(file)["features"]
    ids = sorted({str(f["properties"].get("site_id", f["properties"].get("id", f.get("id")))) for f in features})
    tables = []
    for path in sorted(glob.glob(os.path.join(folder, "*.csv"))):
        key = os.path.basename(path)[:-4]
        match = [i for i in ids if key == i or key.startswith(i) or key.startswith(hashlib.sha256(i.encode()).hexdigest()[:8])]
        tables.append(Table(path, known[known.site_id == (match[0] if match else key)]))
    return tables
