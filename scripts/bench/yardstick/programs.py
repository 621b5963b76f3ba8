"""The programs that run against each other on a workload: the rival, the limit, and scans by sitewatch."""
import hashlib
import json
import math
import pathlib
import shutil
import sys

import limit
from rotation import Failure, Program
from workspaces import LAUNCHER, PARTIAL, Subset, Template, evenly, sitewatch

RIVAL = pathlib.Path(__file__).with_name("rival.py")
"""Unless another is named: any Python script that is called as this one."""

LOOKS = 6
"""Looks of a cold scan: five behind the one that is judged."""

FEW_SITES = 20
GRID_M = 10


def smallest(sites):
    """The site with the smallest box."""
    def box(site):
        polygons = site["geometry"]["coordinates"] if site["geometry"]["type"] == "MultiPolygon" else [site["geometry"]["coordinates"]]
        lon, lat = zip(*(point for polygon in polygons for point in polygon[0]))
        return (max(lon) - min(lon)) * (max(lat) - min(lat)), site["properties"]["id"]
    return [min(sites, key=box)]


class Programs:
    """Programs by name, made when asked for; their reports, the same in every round, in the folder out."""

    def __init__(self, workload, work, rival=RIVAL):
        self.workload, self.work, self.out, self.rival_file = workload, work, work / "out", rival
        self.out.mkdir(parents=True, exist_ok=True)
        self.known, self.hashes, self.decoded, self.told = {}, {}, {}, {}
        self.subsets, self.templates = {}, {}
        self.sites = len(json.loads((workload / "sites.geojson").read_text())["features"])
        self.looks = len(json.loads((workload / "items.json").read_text())["features"])

    def subset(self, name):
        choice = {"all": {}, "history": {"newest": 0}, "few": {"sites": evenly(FEW_SITES)}, "tenth": {"sites": evenly(max(1, self.sites // 10))},
                  "smallest": {"sites": smallest}}[name]
        if name not in self.subsets:
            self.subsets[name] = Subset(self.workload, self.work / "inputs" / name, **{"newest": LOOKS, **choice})
        return self.subsets[name]

    def template(self, subset, on_top):
        """Of a cold scan; or with all looks but the newest scanned before."""
        key = f"{subset}-{'week' if on_top else 'cold'}"
        if key not in self.templates:
            chosen = self.subset(subset)
            self.templates[key] = Template(self.work / key, chosen, chosen.days()[-2] if on_top else None)
            self.templates[key].make()
        return self.templates[key]

    def keep(self, name, report):
        """Keeps a report; a program whose report changes from round to round is broken."""
        digest = hashlib.sha256(report.read_bytes()).hexdigest()
        if self.hashes.setdefault(name, digest) != digest:
            raise Failure(f"{name} wrote another report than in the round before")
        if report != self.report(name):
            shutil.copy(report, self.report(name))

    def report(self, name):
        return self.out / f"{name}.geojson"

    def rival(self, name, subset="all", cores=1):
        inputs, report = self.subset(subset), self.report(name)
        return Program(name, lambda: [sys.executable, self.rival_file, "--items", inputs.items, "--sites", inputs.sites, "--out", report, "-j", cores],
                       finish=lambda: self.keep(name, report), cores=cores)

    def scan(self, name, subset="all", cores=1, on_top=False):
        template = self.template(subset, on_top)

        def finish():
            self.told[name] = json.loads((self.work / "log" / f"{name}.out").read_text())
            self.keep(name, pathlib.Path(self.told[name]["run"]) / "disturbances.geojson")
            bytes_told = self.told[name].get("timings", {}).get("ingest", {}).get("decoded_bytes")
            if bytes_told is not None:
                self.decoded[name] = bytes_told

        return Program(name, lambda: [LAUNCHER, "scan", "--json", "--workspace", template.scanned, "--until", template.subset.days()[-1], "--threads", cores],
                       prepare=lambda number: template.copy(), finish=finish, good=(0, PARTIAL), cores=cores)

    def limit(self, name, cores):
        program, plan = limit.build(self.work), self.work / "plan.txt"
        if not plan.exists():
            limit.plan(self.subset("all").items, self.subset("all").sites, plan)
        return Program(name, lambda: [program, plan, cores], cores=cores)

    def padded_plan(self):
        """Bytes of the internal tiles that hold the sites padded as sitewatch pads them."""
        subset = self.subset("all")
        padding_m = json.loads(sitewatch("plan", "--json", "--workspace", self.template("all", False).folder))["padding_m"]
        return limit.plan(subset.items, subset.sites, self.work / "plan-padded.txt", math.ceil(padding_m / GRID_M))["decoded_bytes"]

    def named(self, name):
        if name not in self.known:
            self.known[name] = self.make(name)
        return self.known[name]

    def make(self, name):
        what, _, which = name.partition("-")
        if which.isdigit():
            cores = int(which)
            return {"rival": self.rival, "scan": self.scan, "limit": self.limit}[what](name, cores=cores)
        if name == "help":
            return Program(name, lambda: [LAUNCHER, "--help"], first_line=True)
        if name == "status":
            template = self.template("all", True)
            return Program(name, lambda: [LAUNCHER, "status", "--workspace", template.folder], first_line=True)
        if what == "week":
            return self.scan(name, {"all": "all", "smallest": "smallest", "history": "history"}[which], on_top=True)
        return {"rival": self.rival, "scan": self.scan}[what](name, which, cores=2 if which == "tenth" else 1)
