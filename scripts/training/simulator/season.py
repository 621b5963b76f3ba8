"""Calendar of a site: passes, rain, and how each year grows."""
import datetime

import numpy as np

from .texture import stream

LAST_YEAR = 2024
DROUGHT, WET = .35, 1.6      # growth of the two odd years at full strength
YEAR_SPREAD = .25            # sd of the logarithm of an ordinary year's growth
PHASE_SPREAD_DAYS = 8
BEYOND = .35                 # how far an unseen season lies outside the history
BEYOND_DAYS = (12, 24)


class Season:
    """Weather and growth. day 0 is 1 January of the first year."""

    def __init__(self, site, land, years, strength):
        self.first = datetime.date(LAST_YEAR - years + 1, 1, 1)
        self.years = years
        self.starts = [(datetime.date(LAST_YEAR - years + 1 + y, 1, 1) - self.first).days for y in range(years + 1)]
        self.last_year_starts = self.starts[years - 1]
        self.land = land
        self.growth, self.phase = self._years(stream(site, "years"), strength)
        self.storms = self._storms(stream(site, "rain"), strength)

    def date(self, day):
        return self.first + datetime.timedelta(days=int(day))

    def year_and_day(self, day):
        """Number of the year and day of that year."""
        year = max(y for y in range(self.years) if self.starts[y] <= day)
        return year, day - self.starts[year]

    def _years(self, rng, strength):
        growth = np.exp(rng.normal(0, YEAR_SPREAD, self.years))
        phase = rng.normal(0, PHASE_SPREAD_DAYS, self.years)
        history = rng.permutation(self.years - 1)
        dry, wet = history[0], history[-1]
        s = strength["droughts"]
        growth[dry] *= 1 + s * (DROUGHT - 1)
        if wet != dry:
            growth[wet] *= 1 + s * (WET - 1)
        s, side, late = strength["unseen-season"], rng.choice([-1, 1]), rng.choice([-1, 1])
        days = rng.uniform(*BEYOND_DAYS)
        if s > 0:
            outside = growth[:-1].max() * (1 + BEYOND * s) if side > 0 else growth[:-1].min() * (1 - BEYOND * s)
            growth[-1] += s * (outside - growth[-1])
            phase[-1] += s * (late * (np.abs(phase[:-1]).max() + days) - phase[-1])
        return growth, phase

    def _storms(self, rng, strength):
        """[(day, amount 0.3 to 1, direction of its gradient)]"""
        storms = []
        for day in range(self.starts[-1]):
            year, of_year = self.year_and_day(day)
            chance, amount, angle = rng.random(), rng.uniform(.3, 1), rng.uniform(0, 2 * np.pi)
            rate = self.land["rainy"] * (1.5 if of_year < 125 or of_year > 295 else .3) * np.sqrt(self.growth[year])
            if chance < rate:
                storms.append((day, amount * strength["moisture"], angle))
        return storms

    def green(self, of_year, year, delay=0.):
        """Growth of the herbs, 0 to about the year's growth: a rise and a fall in spring, a little more after autumn rain. delay: days, may be a map."""
        late = self.phase[year] + delay
        spring = logistic((of_year - self.land["rise"] - late) / 9) * (1 - logistic((of_year - self.land["fall"] - late) / 14))
        autumn = self.land["autumn"] * (logistic((of_year - 300 - late) / 10) + (1 - logistic((of_year - 40 - late) / 15)))
        return (spring + autumn) * self.growth[year]

    def withered(self, of_year, year, delay=0.):
        """Cover of dead herbs relative to the growth that left it."""
        fallen = logistic((of_year - self.land["fall"] - self.phase[year] - delay) / 14)
        last = self.growth[max(0, year - 1)]
        return .7 * self.growth[year] * fallen * np.exp(-np.maximum(0, of_year - self.land["fall"]) / 260) + .3 * last * (1 - logistic((of_year - self.land["rise"]) / 15))


def logistic(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def sun(of_year):
    """Elevation and azimuth in radians at a morning pass at 40 degrees north."""
    swing = np.cos(2 * np.pi * (of_year + 10) / 365.25)
    return np.deg2rad(46 - 21 * swing), np.deg2rad(148 + 14 * swing)
