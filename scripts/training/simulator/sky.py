"""Clouds, shadows, haze, snow, and what the scene classification makes of them."""
import numpy as np
from scipy import ndimage

from . import spectra
from .season import sun
from .texture import SCENE, SIDE, fractal, ranked, stream

# kinds of cloud and their share of the cloudy looks
CLOUDS = dict(deck=.20, front=.40, cumulus=.30, fog=.10)
CIRRUS_SHARE = .25
DUST_SHARE = dict(desert=.10, steppe=.05, farm=.01, scrub=.02)
HAZE = (1.3, .012)          # gamma: shape, scale of the veil's reflectance in blue
SHADOW_DEPTH = .55
SNOW_DAYS = (4, 14)
CONTAMINATED = .10, .18, .15  # opacity of cloud, depth of shadow, cover of snow that count as contaminated
DARK, VEGETATED, BARE, WATER, SHADOW, MEDIUM, HIGH, THIN, SNOW = 2, 4, 5, 6, 3, 8, 9, 10, 11


class Sky:
    """The weather of a site's looks. Every look draws from a stream of its own day."""

    def __init__(self, site, landscape, season, ground, strength):
        self.site, self.landscape, self.season, self.strength = site, landscape, season, strength
        self.land = spectra.LANDSCAPES[landscape]
        self.low = 1 - ranked(ground.height)
        self.cold = ranked(ground.height + 6 * fractal(stream(site, "cold"), 2.6) - 8 * ground.warm)
        self.snow_days = self._snow(stream(site, "snow"))
        self.always = self._always(stream(site, "false-cloud"), ground)

    def _snow(self, rng):
        days = set()
        for start in self.season.starts[:-1]:
            for _ in range(rng.poisson(self.land["snow"] * self.strength["snow"])):
                first = start + int(rng.integers(-25, 55))
                days.update(range(first, first + int(rng.integers(*SNOW_DAYS))))
        return days

    def _always(self, rng, ground):
        """Bright ground that the classification takes for cloud nearly always."""
        bright = ground.soil.sum(0) + .8 * ground.houses + .08 * fractal(rng, 2.4)
        share = .006 * self.strength["false-cloud"] * rng.uniform(.3, 1.5)
        return ndimage.binary_opening(ranked(bright) > 1 - share, np.ones((2, 2))) if share > 0 else np.zeros((SIDE, SIDE), bool)

    def _opacity(self, rng, kind):
        """Opacity of cloud and the height above ground in pixels of shadow offset."""
        if kind == "deck":
            return np.clip(.75 + .25 * fractal(rng, 3.), 0, 1) * rng.uniform(.7, 1), 4
        if kind == "front":
            field = fractal(rng, rng.uniform(2.6, 3.2), stretch=rng.uniform(1, 1.6), angle=rng.uniform(0, np.pi))
            cover = rng.beta(.9, 1.2)
            return np.clip((field - np.quantile(field, 1 - min(cover, .98))) / rng.uniform(.25, .6), 0, 1) * rng.uniform(.55, 1), rng.uniform(8, 30)
        if kind == "cumulus":
            field = ndimage.gaussian_filter(fractal(rng, 1.6), rng.uniform(1.2, 3.5))
            cover = rng.uniform(.01, .22)
            limit = np.quantile(field, 1 - cover)
            return np.clip((field - limit) / (.6 * field.std()), 0, 1) * rng.uniform(.4, 1), rng.uniform(5, 16)
        return np.clip((self.low - rng.uniform(.2, .8)) * 3, 0, 1) * rng.uniform(.15, .55), 0

    def look(self, day):
        """dict of maps: cloud opacity, shadow depth, snow cover, thin (cirrus) opacity; and the kind of cloud."""
        rng = stream(self.site, f"sky {day}")
        _, of_year = self.season.year_and_day(day)
        wet_half = .5 + .5 * np.cos(2 * np.pi * (of_year - 20) / 365.25)
        dry_share, wet_share = self.land["cloud"]
        cloudy = rng.random() < (dry_share + (wet_share - dry_share) * wet_half) * self.strength["clouds"]
        kind = str(rng.choice(list(CLOUDS), p=list(CLOUDS.values()))) if cloudy else "none"
        opacity, offset = self._opacity(rng, kind) if cloudy else (np.zeros((SIDE, SIDE)), 0)
        _, azimuth = sun(of_year)
        fallen = ndimage.shift(opacity, (offset * -np.cos(azimuth + np.pi), offset * np.sin(azimuth + np.pi)), order=1, mode="wrap")
        thin = np.zeros((SIDE, SIDE))
        if rng.random() < CIRRUS_SHARE * self.strength["cirrus"]:
            thin = np.clip(.5 + .4 * fractal(rng, 2.8, stretch=3., angle=rng.uniform(0, np.pi)), 0, 1) * rng.uniform(.04, .16)
        snow = np.clip((self.cold - rng.uniform(-.1, .75)) * 5, 0, 1) if day in self.snow_days else np.zeros((SIDE, SIDE))
        return dict(kind=kind, cloud=opacity, shadow=SHADOW_DEPTH * fallen * (kind != "fog"), thin=thin, snow=snow, rng=rng)

    def cover(self, colour, look):
        """The ground under snow, shadow and cloud."""
        colour = colour * (1 - look["snow"]) + spectra.SNOW * look["snow"]
        colour = colour * (1 - look["shadow"] * (1 - look["cloud"]))
        bright = look["rng"].uniform(.85, 1.05)
        colour = colour * (1 - look["cloud"]) + bright * spectra.CLOUD * look["cloud"]
        return (colour * (1 - look["thin"]) + spectra.CLOUD * look["thin"]).astype(np.float32)

    def veil(self, look):
        """Reflectance that haze and dust add, [band, row, column] of the scene."""
        rng = look["rng"]
        haze = rng.gamma(*HAZE) * self.strength["haze"]
        slope = 1 + .3 * ndimage.zoom(rng.standard_normal((3, 3)), SCENE / 3, order=3)[:SCENE, :SCENE]
        dust = rng.gamma(2., .02) * self.strength["dust"] * (rng.random() < DUST_SHARE[self.landscape])
        return np.clip(slope, .2, 2) * (haze * spectra.VEIL + dust * spectra.DUST)

    def classify(self, seen, cube, look):
        """Scene classification at 20 m, repeated to 10 m, and the true contamination. seen: cloud, shadow, snow, thin, always as the sensor sees them."""
        rng, missed = look["rng"], self.strength["missed-cloud"]
        cloud, shadow, snow, thin, always = (np.repeat(np.repeat(m.reshape(SCENE // 2, 2, SCENE // 2, 2).mean((1, 3)), 2, 0), 2, 1) for m in seen)
        red, nir, green = cube[2], cube[3], cube[1]
        scl = np.where((nir - red) / np.maximum(nir + red, .01) > .4, VEGETATED, BARE).astype(np.uint8)
        scl[(green > nir) & (nir < .12)] = WATER
        limit = rng.uniform(.22, .32) + .22 * missed * rng.random()
        missed_small = look["kind"] == "cumulus" and rng.random() < .40 * missed
        missed_fog = look["kind"] == "fog" and rng.random() < .75 * missed
        finds_shadow, finds_snow, finds_thin, buffered, luck = rng.random(5)
        if look["kind"] == "fog":
            limit *= .4 + .6 * missed
        found = (cloud > limit) & (not missed_small) & (not missed_fog)
        if buffered < .5:
            found = ndimage.binary_dilation(found)
        if finds_shadow > .35 * missed:
            scl[shadow > .2] = SHADOW
        scl[(thin > .09) & (finds_thin > .3 + .3 * missed)] = THIN
        if finds_snow > .5 * self.strength["missed-snow"]:
            scl[snow > .5] = SNOW
        scl[found] = MEDIUM
        scl[found & (cloud > .6)] = HIGH
        if luck > .1:
            scl[always > .5] = HIGH
        limits = CONTAMINATED
        true = (seen[0] + seen[3] > limits[0]) | (seen[1] > limits[1]) | (seen[2] > limits[2])
        return scl, true
