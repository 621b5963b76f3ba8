"""Fields and their years."""
import numpy as np
from scipy import ndimage

from .season import logistic
from .texture import SIDE, parcels, stream

# share of the fields, day of half growth, day of harvest, days to ripen, cover at its height
CROPS = dict(cereal=(.5, 78, 168, 14, .88), summer=(.22, 165, 262, 12, .85), hay=(.1, 75, 305, 12, .75), fallow=(.18, 90, 150, 16, .3))
FALLOW_YEARS = .15  # of a field that bears one crop
SOWN_SPREAD_DAYS = 9
PLOUGHED = (280, 17)
HAY_CUT_DAYS = 42
TILL_FADES_DAYS = 50


class Fields:
    """What grows in each field in each year; odd fields do what no field did before."""

    def __init__(self, site, land, season, strength, mound):
        rng = stream(site, "fields")
        self.season = season
        self.numbers = parcels(rng, land["parcels"]) if land["parcels"] > 0 else np.zeros((SIDE, SIDE), np.int32)
        self.numbers[ndimage.binary_dilation(mound, iterations=3)] = 0
        self.count = int(self.numbers.max())
        names, shares = list(CROPS), [c[0] for c in CROPS.values()]
        shape = (self.count + 1, season.years)
        self.crop = rng.choice(len(names), shape, p=np.array(shares) / sum(shares))
        self._hold(stream(site, "rotation"), strength["rotation"], np.array(shares) / sum(shares))
        self.shift = rng.normal(0, SOWN_SPREAD_DAYS, shape)
        self.vigour = rng.uniform(.7, 1, shape)
        self.ploughed = rng.normal(*PLOUGHED, shape)
        self.rough = rng.uniform(.1, .24, shape)
        self.odd = self._odd(stream(site, "odd-fields"), strength["odd-fields"])

    def _hold(self, rng, rotation, shares):
        """Fields that do not rotate bear their own crop or lie fallow."""
        own = rng.choice(len(CROPS), (self.count + 1, 1), p=shares)
        own = np.where(rng.random(self.crop.shape) < FALLOW_YEARS, list(CROPS).index("fallow"), own)
        self.crop = np.where(rng.random(self.crop.shape) < rotation, self.crop, own)

    def _odd(self, rng, strength):
        """{field: (day it begins, kind)}: watered or mown at a time that is not the season's."""
        sizes = np.bincount(self.numbers.ravel(), minlength=self.count + 1)
        large = [f for f in range(1, self.count + 1) if sizes[f] > 60]
        wanted = min(len(large), int(round(2.4 * strength * rng.random() + .3 * strength)))
        start = self.season.last_year_starts
        return {int(f): (int(start + rng.integers(30, 280)), str(rng.choice(["watered", "mown"]))) for f in (rng.choice(large, wanted, replace=False) if wanted else [])}

    def cover(self, day):
        """Green cover, straw and brightness of the tilled soil, as maps."""
        if not self.count:
            return 0., 0., 1.
        year, of_year = self.season.year_and_day(day)
        state = np.array([self._one(f, year, of_year, day) for f in range(self.count + 1)], np.float32)
        green, straw, soil = (state[:, i][self.numbers] for i in range(3))
        return green, straw, soil

    def _one(self, field, year, of_year, day):
        _, rise, harvest, ripen, most = CROPS[list(CROPS)[self.crop[field, year]]]
        late = self.shift[field, year] + .5 * self.season.phase[year]
        growth = most * self.vigour[field, year] * self.season.growth[year] ** .25
        green = growth * logistic((of_year - rise - late) / 9) * (1 - logistic((of_year - harvest + ripen - late) / 6))
        cut = of_year > harvest + late
        if rise == CROPS["hay"][1]:
            green *= .35 + .65 * ((of_year - rise - late) % HAY_CUT_DAYS) / HAY_CUT_DAYS
        ploughed_ago = of_year - self.ploughed[field, year]
        straw = .5 * cut * (ploughed_ago < 0) * (growth > .4)
        if of_year < 60 and year > 0:
            ploughed_ago = of_year + 365 - self.ploughed[field, year - 1]
        soil = 1 - self.rough[field, year] * np.exp(-ploughed_ago / TILL_FADES_DAYS) if ploughed_ago >= 0 else 1.
        begins, kind = self.odd.get(field, (None, None))
        if begins is not None and day >= begins:
            if kind == "watered":
                green = max(green, .7 * logistic((day - begins - 22) / 6) * (day < begins + 110))
                straw = 0. if green > .3 else straw
            else:
                straw, green = max(straw, .45 * (day < begins + 90)), green * .12
        return min(green, .95), straw, soil
