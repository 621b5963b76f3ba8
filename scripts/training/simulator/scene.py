"""One site: its ground, what happens there, and every look at it."""
from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage

from .decoys import Passers, Patch
from .events import FOOTPRINT_SHARE, GROWTH_DAYS, KINDS, Event
from .ground import Ground
from .materials import Materials
from .season import Season
from .sensor import Sensor
from .sky import Sky
from .spectra import LANDSCAPES
from .texture import PAD, SCENE, SIDE, stream

NAMES = ("desert", "steppe", "farm", "scrub")
STARTS = (14, 290)          # day of the last year
MARGIN_M = 110
APART_PX = 7
TRIES = 500
OLD_KINDS = ("construction", "levelling")  # happened in the history, not in the truth
FLOOD_DAYS = (20, 37)
SLOWEST = 2.                # times slower that growth may be at full strength, above the level-0 pace
DECOYS = dict(drift=("desert", "steppe", "scrub"), wet=NAMES, dieback=("steppe", "farm", "scrub"))
OUTLINE_PX = (36, 56)
LEAST_GREEN = dict(fire=.2, dieback=.2)  # mean cover of plants at the year's height


@dataclass
class Look:
    """One scene: cube [band, row, column] reflectance, scl codes, shift in pixels (rows, columns), and what is truly contaminated."""
    day: int
    orbit: int
    platform: int
    cube: np.ndarray
    scl: np.ndarray
    shift: np.ndarray
    contaminated: np.ndarray


@dataclass
class Labelled:
    """A change in the truth: footprint [row, column] of the scene, days, decoy or not."""
    kind: str
    start: int
    end: int | None
    footprint: np.ndarray
    decoy: bool = field(default=False)


class SimulatedSite:
    """number decides everything random; same number, same site."""

    def __init__(self, number, years, strength, events=True):
        self.number, self.landscape, self.strength = number, NAMES[number % len(NAMES)], strength
        self.season = Season(number, LANDSCAPES[self.landscape], years, strength)
        self.ground = Ground(number, self.landscape, self.season, strength)
        self.sensor = Sensor(number, self.season, strength)
        self.sky = Sky(number, self.landscape, self.season, self.ground, strength)
        self.materials = Materials(number, strength)
        self.outline = self._outline(stream(number, "outline"))
        self.occupied = ndimage.binary_dilation((self.ground.houses > .3) | self.sky.always, iterations=2)
        self.old = self._happen(stream(number, "old"), OLD_KINDS, (.3 * years / 4, .6 * years / 4), history=True)
        self.events = self._happen(stream(number, "events"), KINDS, STARTS) if events else []
        self.patches = self._patches(stream(number, "patches"))
        self.passers = Passers(number, [p[0] for p in self.sensor.passes], strength)

    def _outline(self, rng):
        """Vertices (row, column) of an irregular site in its scene, None for the whole square."""
        if self.number % 10 != 7 or self.strength["outlines"] == 0:
            return None
        angles = np.sort(rng.uniform(0, 2 * np.pi, 9) * .3 + np.arange(9) * 2 * np.pi / 9)
        radii = rng.uniform(*OUTLINE_PX, 9)
        return [(SCENE / 2 + r * np.sin(a), SCENE / 2 + r * np.cos(a)) for r, a in zip(radii, angles)]

    def _happen(self, rng, kinds, when, history=False):
        happened = []
        for kind in kinds:
            own = np.random.default_rng(rng.integers(2 ** 62))
            if history:
                start = int(own.uniform(*when) * self.season.starts[-1])
            else:
                start = int(self.season.last_year_starts + own.integers(*when))
            end = start + int(own.integers(*FLOOD_DAYS)) if kind == "flood" else None
            slower = 1 + SLOWEST * self.strength["slow-growth"] * own.random()
            pace = max(1., GROWTH_DAYS[kind] * own.uniform(.6, 1.5) * (slower if GROWTH_DAYS[kind] > 2 else 1.))
            event = self._place(own, lambda at: Event(own, kind, at, start, end, pace), LEAST_GREEN.get(kind, 0.))
            if event is not None:
                happened.append(event)
        return happened

    def _place(self, rng, make, least_green):
        """Tries places until the thing lies on free, wild ground; None if there is none."""
        reach = (MARGIN_M, SIDE * 10 - MARGIN_M) if self.outline is None else (SIDE * 10 / 2 - 330, SIDE * 10 / 2 + 330)
        for _ in range(TRIES):
            at = rng.uniform(*reach, 2)
            row, column = (int(x / 10) for x in at)
            if self.occupied[row, column] or self.ground.fields.numbers[row, column]:
                continue
            thing = make(at)
            if not thing.canvas.inside():
                continue
            touched = thing.full() > FOOTPRINT_SHARE
            if (touched & self.occupied).any() or (self.ground.fields.numbers[touched] > 0).mean() > .15:
                continue
            if (self.ground.herb + self.ground.shrub)[touched].mean() < least_green:
                continue
            self.occupied |= ndimage.binary_dilation(touched, iterations=APART_PX)
            return thing
        return None

    def _patches(self, rng):
        patches = []
        for kind, where in DECOYS.items():
            strength = self.strength["dieback" if kind == "dieback" else "drift"]
            for _ in range(int(rng.random() < .9 * strength) + int(rng.random() < .4 * strength) if self.landscape in where else 0):
                start = int(self.season.last_year_starts + rng.integers(*STARTS))
                patch = self._place(rng, lambda at: Patch(rng, kind, at, start), LEAST_GREEN.get(kind, 0.))
                if patch is not None:
                    patches.append(patch)
        return patches

    def labels(self):
        """What the truth holds: events, then lasting decoys."""
        found = [Labelled(e.kind, e.start, e.end, crop(e.full()) > FOOTPRINT_SHARE) for e in self.events]
        found += [Labelled(p.kind, p.start, p.end, crop(p.full()) > FOOTPRINT_SHARE, True) for p in self.patches]
        fields = self.ground.fields
        return found + [Labelled(kind, start, None, crop(fields.numbers == f), True) for f, (start, kind) in sorted(fields.odd.items())]

    def looks(self):
        """Every look in order of days."""
        for day, orbit, platform in self.sensor.passes:
            yield self.look(day, orbit, platform)

    def surface(self, day):
        """The ground with all that happened on it, before light and sky."""
        ground = self.ground.look(day)
        for patch in self.patches:
            patch.draw(day, ground)
        for event in self.old + self.events:
            self.materials.draw(event, day, ground)
        self.passers.draw(day, ground)
        return ground

    def look(self, day, orbit, platform):
        _, of_year = self.season.year_and_day(day)
        ground, weather = self.surface(day), self.sky.look(day)
        colour = ground["colour"] * self.ground.light(of_year) * self.sensor.view(orbit, of_year, ground["green"])
        maps = [self.sky.cover(colour, weather)] + [weather[name][None] for name in ("cloud", "shadow", "snow", "thin")] + [self.sky.always[None]]
        shift = self.sensor.shift(day, orbit)
        seen = self.sensor.resolve(np.concatenate(maps).astype(np.float32), shift)
        scl, contaminated = self.sky.classify(seen[6:], seen[:6], weather)
        cube = self.sensor.record(seen[:6], self.sky.veil(weather), day, of_year, platform)
        return Look(day, orbit, platform, cube, scl, shift, contaminated)


def crop(padded):
    return padded[..., PAD:PAD + SCENE, PAD:PAD + SCENE]
