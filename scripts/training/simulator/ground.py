"""The undisturbed ground of a site: soils, plants, fields, moisture, light."""
import numpy as np
from scipy import ndimage

from . import spectra
from .fields import Fields
from .season import logistic, sun
from .texture import SIDE, blocks, bushes, drainage, fractal, path, ranked, stream

DIFFUSE = .3            # share of the light that does not come from the sun
DRYING_DAYS = (3., 14.)  # in summer on the quickest ground, in winter on the slowest
MOUND_PX = (17, 24)     # radius of the archaeological mound


class Ground:
    """What a look sees where nothing happens. Maps are [row, column] of SIDE pixels, PAD around the scene."""

    def __init__(self, site, landscape, season, strength):
        self.land, self.season, self.strength = spectra.LANDSCAPES[landscape], season, strength
        rng = stream(site, "ground")
        self._relief(rng)
        self._soil(rng)
        self._plants(rng)
        self.fields = Fields(site, self.land, season, strength, self.mound)
        self._built(rng)
        self.delay = 7 * fractal(rng, 2.6) - 6 * self.warm
        self.answer = np.exp(.2 * fractal(rng, 2.3))
        self.tardy = ranked(fractal(rng, 2.2) + 1.5 * self.stream_share)

    def _relief(self, rng):
        rough = fractal(rng, 3.3)
        if self.land["relief"] > 10:
            rough = rough - .8 * np.abs(fractal(rng, 3.2))
        self.height = ndimage.gaussian_filter(rough / rough.std(), 1.) * self.land["relief"]
        self.stream_share = ndimage.gaussian_filter(drainage(self.height) ** 2.5, .6)
        self.slope_row, self.slope_column = (g / 10. for g in np.gradient(self.height))
        self.warm = np.clip(self.slope_row * 3, -1, 1)  # south-facing
        row, column = np.mgrid[0:SIDE, 0:SIDE] - SIDE / 2
        self.mound = np.hypot(row + rng.uniform(-4, 4), column + rng.uniform(-4, 4)) < rng.uniform(*MOUND_PX)

    def _soil(self, rng):
        contrast = self.strength["texture"]
        fields = np.stack([fractal(rng, s) for s in (2.6, 2.4, 2.8)]) * 1.6 + np.array([1., 0., -.6])[:, None, None]
        fields[1] += 1.2 * self.stream_share / (self.stream_share.std() + 1e-6) * .4
        weights = np.exp(contrast * fields)
        weights /= weights.sum(0)
        soil = sum(w[None] * spectra.SOILS[name] for w, name in zip(weights, self.land["soils"]))
        bright = contrast * (.07 * fractal(rng, 1.9) + .05 * fractal(rng, 2.9) + .025 * rng.standard_normal((SIDE, SIDE)))
        bright = bright + self.mound * rng.uniform(-.08, .12) - .12 * contrast * self.stream_share
        tint = fractal(rng, 2.5)[None] * spectra.spectrum(-.02, -.008, .006, .015, .02, .018)
        self.soil = (soil * np.exp(bright)[None] * (1 + contrast * tint)).astype(np.float32)

    def _plants(self, rng):
        contrast = self.strength["texture"]
        wet = self.stream_share / max(1e-6, np.percentile(self.stream_share, 99))
        patch = ranked(fractal(rng, 2.5))
        herb = self.land["herb"] * (.45 + 1.1 * patch) * np.exp(.25 * contrast * rng.standard_normal((SIDE, SIDE)))
        self.herb = np.clip(herb * (1 - .4 * self.warm) + .35 * wet * (.4 if self.land["herb"] < .1 else 1.), 0, .85).astype(np.float32)
        crowd = ranked(fractal(rng, 2.2)) ** 2 * 3
        self.shrub = np.clip(bushes(rng, self.land["shrub"] * crowd) * contrast + self.land["shrub"] * (1 - contrast), 0, .8)

    def _built(self, rng):
        self.paths = np.clip(sum(path(rng, w) for w in rng.uniform(2.5, 6, 3)), 0, 1)
        self.houses = blocks(rng, int(rng.integers(2, 9)), 9, 26)
        self.roof = spectra.ROOFS[rng.integers(3)]

    def wetness(self, day, of_year):
        """0 dry to about 1 soaked: the wettest that one of the storms of the last month left, drying by place and season."""
        warm = .5 + .5 * np.cos(2 * np.pi * (of_year - 200) / 365.25)
        days = (DRYING_DAYS[0] + (DRYING_DAYS[1] - DRYING_DAYS[0]) * self.tardy) * (1.2 - .8 * warm)
        row, column = np.mgrid[0:SIDE, 0:SIDE] / SIDE - .5
        wet = np.zeros((SIDE, SIDE), np.float32)
        for fell, amount, angle in self.season.storms:
            if day - 30 < fell <= day:
                here = amount * (1 + .5 * (row * np.sin(angle) + column * np.cos(angle)))
                wet = np.maximum(wet, here * np.exp(-(day - fell) / days))
        return np.clip(wet, 0, 1.1)

    def look(self, day):
        """The ground of a day: dict of colour [band, row, column] before light, dry soil, dimming by water, green cover, and what could burn."""
        year, of_year = self.season.year_and_day(day)
        wet = self.wetness(day, of_year)
        dimming = 1 - wet[None] * spectra.SOAKED
        green = np.clip(self.herb * self.season.green(of_year, year, self.delay) * self.answer, 0, .92)
        dead = np.clip(self.herb * self.season.withered(of_year, year, self.delay), 0, .8)
        leaf = spectra.HERB
        shrub = self.shrub * (.75 + .25 * logistic((of_year - 110) / 15) * (1 - logistic((of_year - 290) / 20)))
        crop, straw, tilled = self.fields.cover(day)
        field = self.fields.numbers > 0
        if field.any():
            green, dead, shrub = (np.where(field, a, b) for a, b in ((crop, green), (straw, dead), (0., shrub)))
            leaf = np.where(field[None], spectra.CROP, spectra.HERB)
        room = np.clip(1 - shrub, 0, 1)
        green, dead = green * room, np.minimum(dead * room, np.clip(room - green * room, 0, 1))
        bare = np.clip(1 - green - dead - shrub, 0, 1)
        litter = np.where(field[None], spectra.STRAW, spectra.LITTER)
        colour = self.soil * dimming * tilled * bare + leaf * green + litter * (1 - .3 * wet) * dead + spectra.SHRUB * shrub
        colour = colour * (1 - self.paths) + (self.soil * 1.09 + .012) * dimming * self.paths
        colour = colour * (1 - self.houses) + self.roof * self.houses
        return dict(colour=colour.astype(np.float32), soil=self.soil, dimming=dimming, green=green + shrub, fuel=self.herb + self.shrub)

    def light(self, of_year):
        """Factor of the light on slopes relative to level ground."""
        height, azimuth = sun(of_year)
        facing = 1 + (self.slope_row * np.cos(azimuth) - self.slope_column * np.sin(azimuth)) / np.tan(height)
        return 1 + self.strength["terrain"] * (1 - DIFFUSE) * (np.clip(facing, .25, 1.8) - 1)
