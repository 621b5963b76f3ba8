"""Scans of sites with years of looks behind them, against a prototype of the same detector in another language."""
import datetime as dt
import json
import sys

from rotation import Program
from workspaces import LAUNCHER, PARTIAL, Subset, Template


class Series:
    """A folder of scenes as scripts/simulate-scenes writes them: some years of looks, the last is replayed."""

    def __init__(self, folder, work, prototype, few, many):
        self.folder, self.work, self.prototype, self.counts = folder, work / "series", prototype, {"few": few, "many": many}
        sites = json.loads((folder / "sites.geojson").read_text())["features"]
        self.names = [site["properties"]["id"] for site in sites][:many]
        if len(self.names) < many:
            raise ValueError(f"{folder}: {many} sites wanted, it has {len(sites)}")
        newest = max(item["properties"]["datetime"][:10] for item in json.loads((folder / "items.json").read_text())["features"])
        self.last_day = dt.date.fromisoformat(newest)
        self.first_day = dt.date(self.last_day.year - 1, 12, 31)

    def template(self, which, on_top):
        subset = Subset(self.folder, self.work / which, sites=lambda sites: sites[:self.counts[which]])
        template = Template(self.work / f"{which}-{'look' if on_top else 'year'}", subset, str(self.last_day - dt.timedelta(days=7)) if on_top else None, self.first_day)
        template.make()
        return template

    def program(self, name):
        """look-few, look-many, year-few, year-many or prototype."""
        if name == "prototype":
            return self.of_prototype()
        what, which = name.split("-")
        template = self.template(which, what == "look")
        since = [] if what == "look" else ["--since", self.first_day]
        return Program(name, lambda: [LAUNCHER, "scan", "--workspace", template.scanned, *since, "--until", self.last_day, "--threads", 1],
                       prepare=lambda number: template.copy(), good=(0, PARTIAL))

    def of_prototype(self):
        """On another site each round, so that the median speaks for them all."""
        site = {}
        words = lambda: ["--scenes", self.folder, "--site", site["name"], "--history-until", self.first_day, "--monitor-until", self.last_day]  # noqa: E731
        return Program("prototype", lambda: [sys.executable, self.prototype, *words()],
                       prepare=lambda number: site.update(name=self.names[number % len(self.names)]))
