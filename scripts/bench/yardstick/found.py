"""What a report found of the disturbances planted in the workload."""
import json
import pathlib
import sys

import numpy as np
from rasterio.warp import transform_geom
from shapely.geometry import shape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from scoring import LEAST_SHARE  # noqa: E402

REACH_M = 12
"""An object may lie so far beside what was planted: a pixel, and what looks are shifted against each other."""

MASKED = 0.5
"""Share of a planted disturbance under the mask from which on nobody can find it."""


def areas(features, crs, wider_m=0):
    return [shape(transform_geom("EPSG:4326", crs, feature["geometry"])).buffer(wider_m) for feature in features]


def score(report, truth, crs):
    """Share of the planted found, share of objects off target.

    Counts as planted: what began in a site with the newest look and is not masked there. An object is on target if a
    quarter of its area is on a disturbance that began after the first look; brightness that passes is none.
    """
    objects = areas(json.loads(report.read_text())["features"], crs)
    planted = json.loads(truth.read_text())["features"]
    bounds = np.array([o.bounds for o in objects]).reshape(-1, 4)
    on_target, found, due = set(), 0, 0
    for feature, area in zip(planted, areas(planted, crs, REACH_M)):
        words = feature["properties"]
        left, top, right, bottom = area.bounds
        near = np.flatnonzero((bounds[:, 0] <= right) & (bounds[:, 2] >= left) & (bounds[:, 1] <= bottom) & (bounds[:, 3] >= top)).tolist()
        hits = [n for n in near if objects[n].intersection(area).area >= LEAST_SHARE * objects[n].area]
        if words["passing"]:
            continue
        if words["began_look"] > 0:
            on_target.update(hits)
        if words["site_id"] and words["in_newest_only"] and words["masked_share"] <= MASKED:
            due += 1
            found += bool(hits)
    return {"found": found, "planted": due, "recall": found / max(1, due), "objects": len(objects), "off_target": 1 - len(on_target) / max(1, len(objects))}
