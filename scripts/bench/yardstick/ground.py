"""The ground of the workload and how a look sees it: soil, grass, fields, light, cloud, noise; by strips of rows."""
import pathlib
import sys
import zlib

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "training"))
from simulator.spectra import CLOUD, CROP, HERB, SOILS  # noqa: E402
from simulator.texture import fractal  # noqa: E402

BANDS = 4
"""Blue, green, red, near infrared: the first of the simulator's."""

PERIOD = 3072
"""Pixels after which textures repeat: what lies 30 km apart does not meet."""

TURN = 0.4
FIELD_LENGTH_PX, FIELD_WIDTH_PX = 55, 19
SHADOW_PX = (26, 38)
"""Of 10 m, from a cloud to its shadow."""


def stream(*words):
    """Random numbers of one part of the workload, whatever else is drawn."""
    return np.random.default_rng([word if isinstance(word, int) else zlib.crc32(word.encode()) for word in words])


def reflectance(spectrum):
    return spectrum[:BANDS, 0, 0]


class Ground:
    """What stays from look to look."""

    def __init__(self, seed):
        self.seed = seed
        self.bare = np.fft.rfft2(fractal(stream(seed, "bare"), 2.5, PERIOD)).astype(np.complex64)
        self.grass = np.fft.rfft2(fractal(stream(seed, "grass"), 2.7, PERIOD)).astype(np.complex64)
        self.farmed = fractal(stream(seed, "farmed"), 3.6, PERIOD) > 1.3

    def shifted(self, spectrum, shift):
        """A texture as a look that lies (rows, columns) of a pixel off sees it."""
        v, u = np.fft.fftfreq(PERIOD)[:, None], np.fft.rfftfreq(PERIOD)[None, :]
        moved = spectrum * np.exp(2j * np.pi * (v * shift[0] + u * shift[1])).astype(np.complex64)
        return np.fft.irfft2(moved, s=(PERIOD, PERIOD)).astype(np.float32)


class Seen:
    """The ground in the light of one look."""

    def __init__(self, ground, number, green, shift):
        self.ground, self.number, self.green, self.shift = ground, number, green, shift
        self.bare, self.grass = ground.shifted(ground.bare, shift), ground.shifted(ground.grass, shift)
        light = stream(ground.seed, "light", number)
        self.gain, self.haze = light.normal(1, 0.03, BANDS), light.uniform(-0.004, 0.008, BANDS)

    def strip(self, first, last, width, extra):
        """Reflectances band x row x column, before cloud; extra(strip) draws the disturbances into them."""
        rows, columns = np.arange(first, last), np.arange(width)
        place = np.ix_(rows % PERIOD, columns % PERIOD)
        bare, cover = self.bare[place], 0.9 * self.green / (1 + np.exp(0.6 - 1.4 * self.grass[place]))
        crop = self.fields(rows, columns)
        cover = np.where(self.ground.farmed[place], crop, cover).astype(np.float32)
        plant = np.where(self.ground.farmed[place], np.float32(1), np.float32(0))
        planes = np.empty((BANDS, len(rows), width), np.float32)
        soils = [reflectance(SOILS[name]) for name in ("loess", "clay")]
        for band in range(BANDS):
            soil = (soils[0][band] + soils[1][band]) / 2 * (1 + 0.17 * bare)
            herb, grown = reflectance(HERB)[band], reflectance(CROP)[band]
            planes[band] = soil + cover * (herb + plant * (grown - herb) - soil)
        extra(planes, first)
        planes *= self.gain[:, None, None].astype(np.float32)
        planes += self.haze[:, None, None].astype(np.float32)
        noise = stream(self.ground.seed, "noise", self.number, first)
        planes += np.sqrt(5e-7 + 8e-6 * np.maximum(planes, 0)) * noise.standard_normal(planes.shape, dtype=np.float32)
        return planes

    def fields(self, rows, columns):
        """Cover of the crops: each parcel of a turned pattern has its own, anew with each look."""
        y, x = np.meshgrid((rows + self.shift[0]).astype(np.float32), (columns + self.shift[1]).astype(np.float32), indexing="ij")
        along, across = np.cos(TURN) * x + np.sin(TURN) * y, np.cos(TURN) * y - np.sin(TURN) * x
        parcel = ((along // FIELD_LENGTH_PX).astype(np.int64) * 73 + (across // FIELD_WIDTH_PX).astype(np.int64) * 149) % 997
        usual = stream(self.ground.seed, "crops").uniform(0, 0.7, 997)
        this = stream(self.ground.seed, "crops", self.number).uniform(-0.2, 0.2, 997)
        return np.clip(usual * self.green + this, 0, 0.95)[parcel]


class Sky:
    """Cloud and shadow of a look, on the mask's pixels of 20 m."""

    def __init__(self, seed, number, share):
        field = fractal(stream(seed, "sky", number), 3.2, PERIOD // 2)
        core, rim = np.quantile(field, [1 - 0.75 * share, 1 - share])
        self.thickness = np.clip((field - rim) / (core - rim), 0, 1).astype(np.float32)
        self.classes = np.zeros(field.shape, np.uint8)
        self.classes[np.roll(self.thickness > 0.5, (-SHADOW_PX[0] // 2, -SHADOW_PX[1] // 2), (0, 1))] = 3
        for value, least in ((10, 0), (8, 0.35), (9, 0.8)):
            self.classes[self.thickness > least] = value

    def over(self, planes, first):
        """Puts cloud and shadow over a strip."""
        rows, columns = (np.arange(first, first + planes.shape[1]) // 2, np.arange(planes.shape[2]) // 2)
        place = np.ix_(rows % len(self.classes), columns % len(self.classes))
        planes[:, self.classes[place] == 3] *= np.float32(0.6)
        thickness = self.thickness[place]
        for band in range(BANDS):
            planes[band] += thickness * (reflectance(CLOUD)[band] - planes[band])

    def mask(self, shape, green):
        """Classes of the whole scene; clear ground is plants or soil by the season."""
        place = np.ix_(np.arange(shape[0]) % len(self.classes), np.arange(shape[1]) % len(self.classes))
        classes = self.classes[place]
        classes[classes == 0] = 4 if green > 0.6 else 5
        return classes
