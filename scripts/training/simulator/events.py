"""Footprints of disturbances, drawn at 1 m and counted into pixels of 10 m, growing from their start to their full size."""
import numpy as np

from .texture import PIXEL_M, SIDE

FRAMES = 8  # steps of growth that are drawn; between them shares run linearly
# days from the start to the full size at level 0, about the middle of what is drawn
GROWTH_DAYS = dict(pits_small=20, pits_large=16, trench=4, levelling=7, track=4, construction=32, quarry=45, ploughing=3, fire=1, flood=2)
KINDS = list(GROWTH_DAYS)
FOOTPRINT_SHARE = .08  # of a pixel changed, to count as footprint


class Canvas:
    """A square window of 1 m cells around a place, along the pixels."""

    def __init__(self, row_m, column_m, reach_m):
        self.top, self.left = int((row_m - reach_m) // PIXEL_M), int((column_m - reach_m) // PIXEL_M)
        self.size = int(2 * reach_m // PIXEL_M) + 2
        cells = np.arange(self.size * int(PIXEL_M), dtype=np.float32) + .5
        self.v, self.u = np.meshgrid(cells + self.top * PIXEL_M - row_m, cells + self.left * PIXEL_M - column_m, indexing="ij")

    def inside(self):
        return self.top >= 0 and self.left >= 0 and max(self.top, self.left) + self.size <= SIDE

    def window(self):
        return slice(self.top, self.top + self.size), slice(self.left, self.left + self.size)

    def turned(self, angle):
        return self.u * np.cos(angle) + self.v * np.sin(angle), self.v * np.cos(angle) - self.u * np.sin(angle)

    def shares(self, mask):
        return mask.reshape(self.size, 10, self.size, 10).mean((1, 3), dtype=np.float32)

    def frames(self, arrival, density=1.):
        """Shares of pixels covered at progress 0, 1/FRAMES ... 1; arrival: progress at which a cell changes, above 1 never."""
        return density * np.stack([self.shares(arrival <= step / FRAMES) if step else self.shares(arrival <= 0) for step in range(FRAMES + 1)])


def uneven(rng, angle, waves=5, size=.16):
    """Relative radius of an outline by angle."""
    return 1 + sum(size / k * np.cos((k + 1) * angle + rng.uniform(0, 2 * np.pi)) for k in range(1, waves))


def blob(rng, canvas, radius):
    """0 at the middle, 1 at the rim, above 1 outside."""
    return np.hypot(canvas.v, canvas.u) / (radius * uneven(rng, np.arctan2(canvas.v, canvas.u)))


def never(inside, arrival):
    return np.where(inside, np.clip(arrival, 0, 1), 2.)


def pits(rng, at, count, diameter, spread):
    canvas = Canvas(*at, spread / 2 + 3 * diameter)
    holes, spoil = (np.full(canvas.v.shape, 2., np.float32) for _ in range(2))
    for number in range(count):
        angle, far, size = rng.uniform(0, 2 * np.pi), spread / 2 * np.sqrt(rng.random()), diameter * rng.uniform(.7, 1.3)
        v, u = canvas.v - far * np.sin(angle), canvas.u - far * np.cos(angle)
        thrown = rng.normal(0, .4 * size, 2)
        holes[np.hypot(v, u) < size / 2] = number / count
        spoil = np.minimum(spoil, np.where(np.hypot(v - thrown[0], u - thrown[1]) < .95 * size, number / count, 2.))
    spoil[holes <= 1] = 2.
    return canvas, [("hole", canvas.frames(holes)), ("spoil", canvas.frames(spoil, .95))]


def trench(rng, at):
    length, width, heap = rng.uniform(24, 40), rng.uniform(3.5, 6), rng.uniform(7, 11)
    canvas = Canvas(*at, length / 2 + 15)
    along, across = canvas.turned(rng.uniform(0, np.pi))
    progress, long_enough = along / length + .5, np.abs(along) < length / 2
    dug = never(long_enough & (np.abs(across) < width / 2), progress)
    beside = never(long_enough & (across >= width / 2) & (across < width / 2 + heap + 1.5 * np.sin(along / 3)), progress)
    return canvas, [("hole", canvas.frames(dug)), ("spoil", canvas.frames(beside, .85))]


def levelling(rng, at):
    length, width = rng.uniform(68, 112), rng.uniform(46, 78)
    canvas = Canvas(*at, length * .72)
    along, across = canvas.turned(rng.uniform(0, np.pi))
    edge = 4 * np.sin(along / 9 + rng.uniform(0, 6)) + 3 * np.sin(across / 6)
    return canvas, [("spoil", canvas.frames(never((np.abs(along) < length / 2) & (np.abs(across + edge) < width / 2), across / width + .5), rng.uniform(.75, .92)))]


def track(rng, at):
    length, width = rng.uniform(260, 440), rng.uniform(4.2, 6.5)
    canvas = Canvas(*at, length / 2 + 10)
    along, across = canvas.turned(rng.uniform(0, np.pi))
    bend = rng.uniform(3, 16) * np.sin(along / rng.uniform(60, 140) + rng.uniform(0, 6))
    return canvas, [("beaten", canvas.frames(never((np.abs(along) < length / 2) & (np.abs(across - bend) < width / 2), along / length + .5)))]


def construction(rng, at):
    length, width = rng.uniform(42, 62), rng.uniform(36, 50)
    canvas = Canvas(*at, length * .75)
    along, across = canvas.turned(rng.uniform(0, np.pi))
    yard = never((np.abs(along) < length / 2) & (np.abs(across) < width / 2), .3 * (along / length + .5))
    roofs = np.full(yard.shape, 2.)
    count = int(rng.integers(2, 5))
    for number in range(count):
        place, size = rng.uniform(-.3, .3, 2), (rng.uniform(14, 22), rng.uniform(9, 14))
        house = (np.abs(along - place[0] * length) < size[0] / 2) & (np.abs(across - place[1] * width) < size[1] / 2)
        roofs[house] = np.minimum(roofs[house], .35 + .65 * (number + 1) / count)
    return canvas, [("beaten", canvas.frames(yard, .65)), ("roof", canvas.frames(roofs))]


def quarry(rng, at):
    radius = rng.uniform(27, 42)
    canvas = Canvas(*at, radius * 1.5)
    far, angle = blob(rng, canvas, radius), rng.uniform(0, 2 * np.pi)
    face = np.hypot(canvas.v - .4 * radius * np.sin(angle), canvas.u - .4 * radius * np.cos(angle)) / (.4 * radius)
    return canvas, [("spoil", canvas.frames(never(far <= 1, far ** 2), .9)), ("hole", canvas.frames(never(face <= 1, .3 + .7 * face), .6))]


def ploughing(rng, at):
    length, width = rng.uniform(112, 162), rng.uniform(76, 122)
    canvas = Canvas(*at, length * .75)
    along, across = canvas.turned(rng.uniform(0, np.pi))
    return canvas, [("tilled", canvas.frames(never((np.abs(along) < length / 2) & (np.abs(across) < width / 2), across / width + .5)))]


def fire(rng, at):
    radius = rng.uniform(38, 72)
    canvas = Canvas(*at, radius * 1.5)
    far = blob(rng, canvas, radius)
    return canvas, [("char", canvas.frames(never(far <= 1, far), rng.uniform(.65, .92)))]


def flood(rng, at):
    radius = rng.uniform(29, 56)
    canvas = Canvas(*at, radius * 1.5)
    far = blob(rng, canvas, radius)
    return canvas, [("water", canvas.frames(never(far <= 1, far), rng.uniform(.8, .95)))]


SHAPES = dict(pits_small=lambda rng, at: pits(rng, at, int(rng.integers(14, 29)), 3., rng.uniform(30, 46)),
              pits_large=lambda rng, at: pits(rng, at, int(rng.integers(6, 13)), 6.5, rng.uniform(44, 66)),
              trench=trench, levelling=levelling, track=track, construction=construction, quarry=quarry, ploughing=ploughing, fire=fire, flood=flood)


class Event:
    """A disturbance at a place (metres from the corner of the padded scene). layers: (material, shares by growth)."""

    def __init__(self, rng, kind, at, start, end, grows_days):
        self.kind, self.start, self.end, self.grows_days = kind, start, end, grows_days
        self.canvas, self.layers = SHAPES[kind](rng, at)
        self.window = self.canvas.window()
        self.turn = rng.random()  # decides among materials

    def present(self, day):
        return day >= self.start and (self.end is None or day <= self.end)

    def shares(self, day):
        """[(material, share map of the window)], their sum at most 1."""
        step = FRAMES * min(1., (day - self.start + 1) / max(1., self.grows_days))
        low = min(int(step), FRAMES - 1)
        maps = [(material, f[low] + (step - low) * (f[low + 1] - f[low])) for material, f in self.layers]
        total = np.maximum(1., sum(m for _, m in maps))
        return [(material, m / total) for material, m in maps]

    def full(self):
        """Share of each pixel of the scene that it changes when complete."""
        shares = np.zeros((SIDE, SIDE), np.float32)
        shares[self.window] = np.minimum(1., sum(f[-1] for _, f in self.layers))
        return shares
