"""Sites, and what is planted in them, in pixels of 10 m (x = column, y = row)."""
import pathlib
import sys
from dataclasses import dataclass

import numpy as np
from rasterio.features import rasterize
from rasterio.transform import Affine
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import unary_union

from ground import reflectance, stream

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "training"))
from simulator.spectra import CLOUD, ROOFS, SAND, SOILS  # noqa: E402

SMALLEST_PX, LARGEST_PX = 10, 300
DISTURBED, TWICE, DECOYED = 0.35, 0.2, 0.03
FINE = 5

MATERIALS = {"pits": SAND, "trench": SAND, "track": SOILS["gypsum"], "houses": ROOFS[0], "ploughing": SOILS["clay"] * np.float32(0.55), "missed cloud": CLOUD}
KINDS = ("pits", "trench", "track", "houses", "ploughing")


@dataclass(frozen=True)
class Planting:
    """A disturbance: which looks show it, and of what it is."""

    id: str
    site: str | None
    kind: str
    area: object
    began_look: int
    strength: float

    @property
    def passing(self):
        return self.kind == "missed cloud"

    def draw(self, planes, first, shift):
        """Mixes it into a strip of reflectances that starts at a row, as seen by a look that lies off by shift."""
        left, top, right, bottom = affinity.translate(self.area, -shift[1], -shift[0]).bounds
        rows = range(max(int(top), first), min(int(bottom) + 1, first + planes.shape[1]))
        columns = range(max(int(left), 0), min(int(right) + 1, planes.shape[2]))
        if not rows or not columns:
            return
        share = cover(self.area, rows, columns, shift) * np.float32(self.strength)
        window = planes[:, rows[0] - first:rows[-1] + 1 - first, columns[0]:columns[-1] + 1]
        window += share * (reflectance(MATERIALS[self.kind])[:, None, None] - window)


def cover(area, rows, columns, shift=(0, 0)):
    """Share of each pixel that an area covers."""
    fine = Affine.translation(columns[0] + shift[1], rows[0] + shift[0]) * Affine.scale(1 / FINE)
    burnt = rasterize([area], (len(rows) * FINE, len(columns) * FINE), transform=fine, dtype="uint8")
    return burnt.reshape(len(rows), FINE, len(columns), FINE).mean((1, 3), dtype=np.float32)


def outline(rng, x, y, radius):
    """A round shape with some waves along its rim."""
    angle = np.linspace(0, 2 * np.pi, int(rng.integers(9, 28)), endpoint=False)
    rim = 1 + sum(rng.normal(0, 0.25 / k) * np.cos(k * angle + rng.uniform(0, 6.28)) for k in (1, 2, 3))
    rim = radius * np.clip(rim, 0.45, 1.3)
    drawn = Polygon(zip(x + rim * np.cos(angle), y + rng.uniform(0.55, 1) * rim * np.sin(angle)))
    return drawn if drawn.is_valid else drawn.buffer(0)


def sites(seed, count, size):
    """Areas by id: 100 m to 3 km across, small ones more often, more than half of them in clusters."""
    rng = stream(seed, "sites")
    clusters = rng.uniform(0.06, 0.94, (max(2, count // 35), 2)) * size
    made = {}
    for number in range(count):
        radius = np.exp(rng.uniform(np.log(SMALLEST_PX), np.log(LARGEST_PX))) / 2
        x, y = rng.uniform(0, size, 2) if rng.random() < 0.45 else rng.normal(clusters[rng.integers(len(clusters))], 150)
        margin = 1.4 * radius + 3
        drawn = outline(rng, *np.clip((x, y), margin, size - margin), radius)
        if radius > 15 and rng.random() < 0.06:
            drawn = drawn.difference(drawn.representative_point().buffer(radius / 4))
        made[f"site-{number + 1:04d}"] = drawn
    return made


def figure(rng, kind, x, y, reach):
    """The area of a disturbance about a place; reach: how far the site goes."""
    turned = rng.uniform(0, 180)
    if kind == "pits":
        spread = np.clip(reach / 3, 1.5, 6)
        return unary_union([Point(*at).buffer(rng.uniform(0.5, 1.5)) for at in rng.normal((x, y), spread, (rng.integers(5, 20), 2))])
    if kind == "trench":
        length = np.clip(rng.uniform(0.5, 1.3) * reach, 8, 55)
        lines = [LineString([(x - length / 2, y + 7 * n), (x + length / 2, y + 7 * n)]).buffer(rng.uniform(0.8, 2.2)) for n in range(rng.integers(1, 4))]
        return affinity.rotate(unary_union(lines), turned, origin=(x, y))
    if kind == "track":
        heading = np.radians(turned) + np.cumsum(rng.normal(0, 0.3, 10))
        way = np.cumsum(np.column_stack([np.cos(heading), np.sin(heading)]), axis=0) * np.clip(1.6 * reach, 15, 150) / 10
        return LineString(way - way.mean(axis=0) + (x, y)).buffer(rng.uniform(0.5, 1.2))
    if kind == "houses":
        corners = rng.normal((x, y), np.clip(reach / 4, 2, 8), (rng.integers(1, 6), 2))
        return unary_union([affinity.rotate(box(a, b, a + rng.uniform(1.5, 5), b + rng.uniform(1.5, 5)), turned) for a, b in corners])
    if kind == "ploughing":
        a, b = rng.uniform(5, 20), rng.uniform(4, 11)
        return affinity.rotate(box(x - a, y - b, x + a, y + b), turned)
    return unary_union([Point(*at).buffer(rng.uniform(3, 8)) for at in rng.normal((x, y), 4, (3, 2))])


def plantings(seed, areas, size, looks):
    """What is planted: most with the newest look, some one look before or from the start; cloud the mask misses; and changes outside sites."""
    rng, scene, made = stream(seed, "plantings"), box(1, 1, size - 1, size - 1), []

    def plant(site, kind, x, y, reach, began):
        area = figure(rng, kind, x, y, reach).intersection(scene)
        if not area.is_empty:
            made.append(Planting(f"planted-{len(made) + 1:04d}", site, kind, area, began, rng.uniform(0.5, 1)))

    for name, area in areas.items():
        left, top, right, bottom = area.bounds
        reach = (right - left + bottom - top) / 4
        for _ in range(int(rng.random() < DISTURBED) * (1 + int(rng.random() < TWICE))):
            inside = [at for at in rng.uniform((left, top), (right, bottom), (40, 2)) if area.contains(Point(at))]
            x, y = inside[0] if inside else area.representative_point().coords[0]
            began = rng.choice([looks - 1, max(looks - 2, 0), 0], p=[0.8, 0.1, 0.1])
            plant(name, rng.choice(KINDS, p=[0.3, 0.2, 0.2, 0.15, 0.15]), x, y, reach, int(began))
        if rng.random() < DECOYED:
            plant(name, "missed cloud", *area.representative_point().coords[0], reach, looks - 1)
    for _ in range(len(areas) // 20):
        plant(None, rng.choice(KINDS), *rng.uniform(30, size - 30, 2), 30, looks - 1)
    return made
