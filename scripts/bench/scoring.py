"""Scores of sitewatch's output against labelled truth.

A case is a raster of labels (1 changed, 0 unchanged, else unlabelled) against a change surface and a
report; a replayed year is a set of dated footprints against the alerts of a report. Needs numpy,
rasterio and shapely.
"""
import csv
import datetime as dt
import json
import math

import numpy as np
import rasterio
from rasterio.features import rasterize
from rasterio.warp import Resampling, reproject, transform_geom
from shapely.geometry import shape

MERGED = {
    "pits_small": "pits", "pits_large": "pits", "trench": "pits",
    "levelling": "earthmoving", "quarry": "earthmoving",
    "track": "track", "construction": "construction", "ploughing": "ploughing", "fire": "fire", "flood": "flood",
}
"""Kinds of planted events by the type a report may give them."""

ENDED = ("dismissed", "finished")
TOLERANCE_M = 20
LEAST_SHARE = 0.25
HORIZON = dt.timedelta(days=150)
GRACE = dt.timedelta(days=20)


def average_precision(labels, scores):
    """Area under precision over recall, ties taken as one step (labels bool, higher = more change)."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    last_of_tie = np.append(np.diff(scores[order]) != 0, True)
    hits, taken = hits[last_of_tie], np.flatnonzero(last_of_tie) + 1
    recall = hits / hits[-1]
    return float(np.sum(np.diff(recall, prepend=0) * hits / taken))


def kappa(labels, guess):
    """Cohen's kappa of two boolean arrays."""
    agreed = np.mean(labels == guess)
    chance = labels.mean() * guess.mean() + (1 - labels.mean()) * (1 - guess.mean())
    return float((agreed - chance) / (1 - chance)) if chance < 1 else 0.0


def score_case(truth, surface=None, report=None):
    """AP and share of unseen pixels of a surface, kappa of a report's polygons burnt at pixel centres."""
    with rasterio.open(truth) as file:
        labels, transform, crs = file.read(1), file.transform, file.crs
    known = (labels == 0) | (labels == 1)
    changed = labels[known] == 1
    result = {}
    if surface:
        with rasterio.open(surface) as file:
            values = file.read(1).astype("f4")
            if file.nodata is not None and not math.isnan(file.nodata):
                values[values == file.nodata] = np.nan
            there = np.full(labels.shape, np.nan, "f4")
            reproject(values, there, src_transform=file.transform, src_crs=file.crs, src_nodata=np.nan,
                      dst_transform=transform, dst_crs=crs, dst_nodata=np.nan, resampling=Resampling.nearest)
        there = there[known]
        unseen = ~np.isfinite(there)
        least = np.nanmin(there) - 1 if not unseen.all() else 0
        result.update(ap=average_precision(changed, np.where(unseen, least, there)), unseen=float(unseen.mean()))
    if report:
        features = json.load(open(report))["features"]
        shapes = [transform_geom("EPSG:4326", crs, f["geometry"]) for f in features if f["properties"]["status"] not in ENDED]
        burnt = rasterize(shapes, out_shape=labels.shape, transform=transform) if shapes else np.zeros(labels.shape, "u1")
        result.update(objects=len(shapes), kappa=kappa(changed, burnt[known] == 1))
    return result


def prefix_differences(whole, part, until):
    """What a run that ends earlier says otherwise than the whole one says up to that day: sentences, none if all is well."""
    def known(features):
        found = {}
        for words in (feature["properties"] for feature in features):
            trace = [point for point in words["alert_trace"].split(";") if point[:10] <= str(until)]
            if words["alerted_on"] <= str(until):
                found[words["id"]] = (words["alerted_on"], trace)
        return found
    long, short = known(whole), known(part)
    return [f"{name} until {until}: {short.get(name)} but {long.get(name)} in the whole" for name in sorted(long.keys() | short.keys())
            if long.get(name) != short.get(name)]


def registration_error(manifest, shifts):
    """Median and 90th percentile of |measured - true| of both directions, px; what all looks of a site share, the place of the reference, taken out and left in."""
    true = {row["item"]: (float(row["dy_px"]), float(row["dx_px"])) for row in csv.DictReader(open(shifts))}
    centred, raw = [], []
    for looks in json.load(open(manifest))["registration"].values():
        errors = np.array([(m["dy_px"] - true[item][0], m["dx_px"] - true[item][1]) for item, m in looks.items() if item in true])
        if len(errors):
            raw.append(np.abs(errors))
            centred.append(np.abs(errors - np.median(errors, axis=0)))
    raw, centred = np.concatenate(raw).ravel(), np.concatenate(centred).ravel()
    return {"median": float(np.median(centred)), "p90": float(np.quantile(centred, .9)), "median with the shared part": float(np.median(raw)),
            "p90 with the shared part": float(np.quantile(raw, .9))}


class Event:
    """A planted disturbance: footprint in metres, widened by the tolerance, and its days."""

    def __init__(self, feature, crs):
        words = feature["properties"]
        self.site, self.kind = words["site_id"], words["kind"]
        self.area = shape(transform_geom("EPSG:4326", crs, feature["geometry"])).buffer(TOLERANCE_M)
        self.start = dt.date.fromisoformat(words["start"])
        end = words.get("end")
        self.latest = dt.date.fromisoformat(end) + GRACE if end else self.start + HORIZON


class Alert:
    """A disturbance of a report with the days its confidence reached new heights."""

    def __init__(self, feature, crs):
        words = feature["properties"]
        self.site, self.type, self.confidence = words["site_id"], words.get("type"), float(words["confidence"])
        self.area = shape(transform_geom("EPSG:4326", crs, feature["geometry"]))
        points = (point.split(":") for point in words["alert_trace"].split(";"))
        self.trace = [(dt.date.fromisoformat(day), float(height)) for day, height in points]

    def event(self, events):
        """The first event of the site it lies on and was still seen in, or None."""
        for event in events:
            if (event.site == self.site and self.trace[-1][0] >= event.start
                    and self.area.intersection(event.area).area >= LEAST_SHARE * self.area.area):
                return event
        return None

    def raised(self, threshold):
        return next((day for day, height in self.trace if height >= threshold), None)


class ReplayedYear:
    """Alerts of a replayed year against what was planted.

    epsg: a CRS in metres that holds all sites. sites: how many were watched.
    """

    def __init__(self, truth, report, since, until, epsg, sites=None):
        crs = f"EPSG:{epsg}"
        features = json.load(open(truth))["features"]
        self.sites = sites or len({f["properties"]["site_id"] for f in features})
        self.events = [Event(f, crs) for f in features if not f["properties"].get("decoy")]
        self.site_years = self.sites * ((until - since).days + 1) / 365.25
        alerts = (Alert(f, crs) for f in json.load(open(report))["features"])
        self.alerts = [(a, a.event(self.events)) for a in alerts if since <= a.trace[0][0] <= until]

    def at(self, threshold):
        """Days from start to alert by event found, and false alarms by site."""
        found, false = {}, {}
        for alert, event in self.alerts:
            day = alert.raised(threshold)
            if day is None:
                continue
            if event is None or day < event.start:
                false[alert.site] = false.get(alert.site, 0) + 1
            elif day <= event.latest:
                found[event] = min((day - event.start).days, found.get(event, math.inf))
        return found, false

    def row(self, threshold):
        found, false = self.at(threshold)
        kinds = {}
        for event in self.events:
            hit, of = kinds.get(event.kind, (0, 0))
            kinds[event.kind] = (hit + (event in found), of + 1)
        return dict(
            threshold=threshold, recall=len(found) / max(1, len(self.events)),
            false_alarms=sum(false.values()) / self.site_years, worst_site=max(false.values(), default=0),
            delay_days=float(np.median(list(found.values()))) if found else None,
            by_kind={kind: f"{hit}/{of}" for kind, (hit, of) in sorted(kinds.items())})

    def sweep(self, budgets):
        """For each number of false alarms a site and year, the best row that stays within it."""
        heights = sorted({height for alert, _ in self.alerts for _, height in alert.trace}, reverse=True)
        rows = [self.row(height) for height in heights]
        return {budget: max((r for r in rows if r["false_alarms"] <= budget),
                            key=lambda r: (r["recall"], -r["false_alarms"]), default=None) for budget in budgets}

    def as_set(self):
        """The whole report at the threshold the program chose."""
        row = self.row(-math.inf)
        row.pop("threshold")
        typed = [MERGED[event.kind] == alert.type for alert, event in self.alerts if event is not None and alert.type]
        return dict(row, type_accuracy=float(np.mean(typed)) if typed else None, calibration_error=self.calibration_error())

    def calibration_error(self):
        """Mean distance of confidence from the share of hits, ten bins, confidence from 0.2 on."""
        believed = [(a.confidence, e is not None) for a, e in self.alerts if a.confidence >= 0.2]
        if not believed:
            return None
        bins = {}
        for confidence, hit in believed:
            bins.setdefault(min(int(confidence * 10), 9), []).append((confidence, hit))
        return sum(abs(sum(c for c, _ in b) - sum(h for _, h in b)) for b in bins.values()) / len(believed)
