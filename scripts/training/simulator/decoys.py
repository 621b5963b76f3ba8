"""What changes the ground and is no disturbance: sand drifts, wet patches, die-back, odd fields, passers."""
import numpy as np

from . import spectra
from .events import Canvas, blob, never
from .texture import SIDE, stream

RADIUS_M = dict(drift=(25, 60), wet=(18, 45), dieback=(25, 65))
# days to appear, to stay, to go
COURSE_DAYS = dict(drift=((10, 25), (14, 50), (10, 30)), wet=((5, 14), (7, 28), (7, 21)), dieback=((60, 140), (400, 401), (1, 2)))
SOFT_RIM = .35          # of the radius
PASSERS_A_YEAR = 9
PASSER_M = dict(vehicle=(6, 13), tents=(14, 18), flock=(30, 45))


class Patch:
    """A soft blob that comes and goes."""

    def __init__(self, rng, kind, at, start):
        self.kind, self.start = kind, start
        self.come, self.stay, self.go = (rng.uniform(*span) for span in COURSE_DAYS[kind])
        self.end = start + int(self.come + self.stay + self.go)
        radius = rng.uniform(*RADIUS_M[kind])
        self.canvas = Canvas(*at, radius * 1.6)
        self.window = self.canvas.window()
        far = blob(rng, self.canvas, radius)
        self.share = rng.uniform(.55, .9) * np.mean([self.canvas.shares(never(far <= 1 - SOFT_RIM * k, far) <= 1) for k in (0, .5, 1)], axis=0)

    def strength(self, day):
        age = day - self.start
        return float(np.clip(min(age / self.come, (self.come + self.stay + self.go - age) / self.go), 0, 1))

    def draw(self, day, ground):
        s = self.strength(day) * self.share
        if not s.any():
            return
        here = (slice(None),) + self.window
        before, soil = ground["colour"][here], ground["soil"][here]
        dimming = ground["dimming"][here]
        if self.kind == "drift":
            after = spectra.SAND * dimming
        elif self.kind == "wet":
            after = before * (1 - spectra.SOAKED)
        else:
            after = .45 * spectra.LITTER + .55 * soil * dimming
        ground["colour"][here] = before + s * (after - before)

    def full(self):
        shares = np.zeros((SIDE, SIDE), np.float32)
        shares[self.window] = self.share
        return shares


class Passers:
    """Vehicles, tents and flocks seen on one day only."""

    def __init__(self, site, days, strength):
        rng = stream(site, "passers")
        self.by_day = {}
        for _ in range(int(PASSERS_A_YEAR * strength["passers"] * (days[-1] - days[0]) / 365)):
            day, at, kind = int(rng.choice(days)), rng.uniform(80, SIDE * 10 - 80, 2), str(rng.choice(list(PASSER_M)))
            width, length = PASSER_M[kind]
            canvas = Canvas(*at, 40)
            along, across = canvas.turned(rng.uniform(0, np.pi))
            share = canvas.shares((np.abs(along) < length / 2) & (np.abs(across) < width / 2))
            colour, dense = (spectra.FLOCK, .35) if kind == "flock" else (spectra.ROOFS[0] * 1.15, .5 if kind == "tents" else 1.)
            self.by_day.setdefault(day, []).append((canvas.window(), share * dense, colour))

    def draw(self, day, ground):
        for window, share, colour in self.by_day.get(day, []):
            here = (slice(None),) + window
            ground["colour"][here] += share * (colour - ground["colour"][here])
