"""Orbits, platforms, registration, resolution and noise."""
import math

import numpy as np
from scipy import ndimage

from . import spectra
from .texture import PAD, SCENE, stream

ORBIT_SHARES = (.5, .3, .2)
ORBIT_OFFSET_PX = (.1, .4)
VIEW_DEGREES = 9.
REPEAT_DAYS = 5             # of one orbit by the two platforms in turn
SKIPPED = .06               # share of weeks without a look
JITTER_PX = .3              # sd of a scene's registration where orbits have no offsets of their own
ORBIT_JITTER_PX = .1        # and where they have
OUTLIER_SHARE, OUTLIER_PX = .04, .9
BLUR_PX = .5                # sd of the optics
GAIN_SD, SEASON_GAIN = .016, .02
NOISE, NOISE_SHARE = .0022, .008
PLATFORM_SD = .010
BARE_VIEW = spectra.spectrum(.11, .11, .12, .12, .10, .10)   # change of brightness with the sine of the view angle
GREEN_VIEW = spectra.spectrum(.10, .14, .12, .24, .18, .14)
PLATFORMS = ("sentinel-2a", "sentinel-2b")


def taps(shift):
    """Weights that blur a row of square cells by the optics and move it by shift pixels; 9 taps."""
    edges = (np.arange(-4.5, 5) - shift) / (BLUR_PX * math.sqrt(2))
    weights = np.diff([math.erf(e) for e in edges])
    return weights / weights.sum()


class Sensor:
    """passes: [(day, orbit, platform)], about one a week."""

    def __init__(self, site, season, strength):
        rng = stream(site, "sensor")
        self.site, self.strength = site, strength
        count = int(rng.integers(2, 4)) if strength["orbits"] > 0 else 1
        directions, sizes = rng.uniform(0, 2 * np.pi, 3), rng.uniform(*ORBIT_OFFSET_PX, 3)
        self.offsets = [strength["orbits"] * size * np.array([np.sin(a), np.cos(a)]) for a, size in zip(directions, sizes)]
        self.views = np.sin(np.deg2rad(rng.uniform(-VIEW_DEGREES, VIEW_DEGREES, 3)))
        self.numbers = rng.permutation(143)[:3] + 1
        self.platform_gain = 1 + strength["platforms"] * PLATFORM_SD * rng.standard_normal((6, 1, 1)) * np.array([-.5, .5])
        self.passes = self._passes(rng, season, count)

    def _passes(self, rng, season, count):
        phases = rng.permutation(REPEAT_DAYS)[:count]
        shares = np.array(ORBIT_SHARES[:count])
        passes = []
        for week in range(0, season.starts[-1] - 6, 7):
            due = [(day, orbit) for day in range(week, week + 7) for orbit in range(count) if day % REPEAT_DAYS == phases[orbit]]
            weight = np.array([shares[orbit] for _, orbit in due])
            day, orbit = due[rng.choice(len(due), p=weight / weight.sum())]
            if rng.random() >= SKIPPED:
                passes.append((day, orbit, day // REPEAT_DAYS % 2))
        return passes

    def shift(self, day, orbit):
        """True registration error of a scene: rows, columns in pixels; the scene's content lies that much further down and right."""
        rng = stream(self.site, f"shift {day}")
        own = self.strength["orbits"]
        sd = self.strength["jitter"] * (JITTER_PX * (1 - own) + ORBIT_JITTER_PX * own)
        offset = rng.normal(0, 1, 2) * sd
        if rng.random() < OUTLIER_SHARE:
            offset = rng.uniform(-OUTLIER_PX, OUTLIER_PX, 2) * self.strength["jitter"]
        return offset + self.offsets[orbit]

    def view(self, orbit, of_year, green):
        """Factor of brightness by the view angle."""
        season = 1 + .5 * np.cos(2 * np.pi * (of_year - 5) / 365.25)
        return 1 + self.strength["brdf"] * self.views[orbit] * season * (BARE_VIEW * (1 - green) + GREEN_VIEW * green)

    def resolve(self, maps, shift):
        """Maps [n, SIDE, SIDE] as the sensor resolves them, cut to the scene."""
        moved = ndimage.convolve1d(maps, taps(shift[0]), axis=1, mode="nearest")
        moved = ndimage.convolve1d(moved, taps(shift[1]), axis=2, mode="nearest")
        return moved[:, PAD:PAD + SCENE, PAD:PAD + SCENE]

    def record(self, cube, veil, day, of_year, platform):
        """Adds haze, gain and noise."""
        rng = stream(self.site, f"noise {day}")
        gain = (1 + rng.normal(0, GAIN_SD, (6, 1, 1)) + SEASON_GAIN * np.sin(2 * np.pi * of_year / 365.25)) * self.platform_gain[:, :, platform:platform + 1]
        cube = (cube * (1 - 1.1 * veil) + veil) * gain
        return cube + rng.standard_normal(cube.shape, np.float32) * np.sqrt(NOISE ** 2 + (NOISE_SHARE * cube) ** 2)
