"""Workspaces of sitewatch to time scans in: made once as a template, copied fresh for every run."""
import json
import os
import pathlib
import shutil
import subprocess

LAUNCHER = pathlib.Path(__file__).resolve().parent.parent.parent / "sitewatch"
PARTIAL = 5


class Subset:
    """Some items and sites of a workload, as files in a folder of their own that leads to the same scenes."""

    def __init__(self, workload, folder, newest=0, sites=None):
        folder.mkdir(parents=True, exist_ok=True)
        for entry in workload.iterdir():
            if entry.is_dir() and not (folder / entry.name).exists():
                (folder / entry.name).symlink_to(entry.resolve())
        items = json.loads((workload / "items.json").read_text())["features"]
        items.sort(key=lambda item: item["properties"]["datetime"])
        registry = json.loads((workload / "sites.geojson").read_text())["features"]
        self.items, self.sites = folder / "items.json", folder / "sites.geojson"
        self.chosen, self.folder = items[-newest:], folder
        write(self.items, self.chosen)
        write(self.sites, sites(registry) if sites else registry)

    def days(self):
        """UTC days of the looks, in order."""
        return sorted({item["properties"]["datetime"][:10] for item in self.chosen})

    def up_to(self, day):
        """An items file of the looks up to a day."""
        path = self.folder / f"items-until-{day}.json"
        write(path, [item for item in self.chosen if item["properties"]["datetime"][:10] <= day])
        return path


def write(path, features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def evenly(count):
    """So many sites of a list, evenly picked."""
    return lambda sites: [sites[number * len(sites) // count] for number in range(min(count, len(sites)))]


def sitewatch(*words):
    done = subprocess.run([LAUNCHER, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, PARTIAL):
        raise RuntimeError(f"sitewatch {words[0]} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


SPENT = "spent"


def spend(folder):
    """Empties the files of a workspace and puts it aside. Deleted, they would slow down the next scan: for minutes ext4 passes over the
    inodes of deleted files, one by one, for each new file; that took up to a fifth of the CPU of a large scan."""
    aside = folder.parent / SPENT
    aside.mkdir(exist_ok=True)
    for inside, _, names in os.walk(folder):
        for path in (pathlib.Path(inside, name) for name in names):
            if path.is_symlink() or path.stat().st_nlink > 1:
                path.unlink()  # shared with the template, so that its inode stays
            else:
                os.truncate(path, 0)
    folder.rename(aside / f"{folder.name}-{len(os.listdir(aside))}")


class Template:
    """A workspace before the scan that is timed, and the copy of it that is scanned."""

    def __init__(self, folder, subset, scanned_until=None, since=None):
        self.folder, self.subset, self.scanned_until, self.since = folder, subset, scanned_until, since
        self.scanned = folder.with_name(folder.name + "-scanned")

    def make(self):
        """Registers sites and scenes; if a look is to come on top of others, those are scanned first."""
        if self.folder.exists():
            return
        part = self.folder.with_name(self.folder.name + "-part")
        shutil.rmtree(part, ignore_errors=True)
        sitewatch("init", part)
        sitewatch("sites", "import", self.subset.sites, "--workspace", part)
        if self.scanned_until:
            sitewatch("ingest", "add", self.subset.up_to(self.scanned_until), "--workspace", part)
            since = ("--since", self.since) if self.since else ()
            sitewatch("scan", "--workspace", part, *since, "--until", self.scanned_until)
        sitewatch("ingest", "add", self.subset.items, "--workspace", part)
        part.rename(self.folder)

    def copy(self):
        """A fresh copy. Cut tiles are never written again, so they are linked, not copied."""
        if self.scanned.exists():
            spend(self.scanned)
        shutil.copytree(self.folder, self.scanned, ignore=lambda folder, names: ["tiles"] if folder == str(self.folder) else [])
        if (self.folder / "tiles").exists():
            shutil.copytree(self.folder / "tiles", self.scanned / "tiles", copy_function=os.link)
        return self.scanned
