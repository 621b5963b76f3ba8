"""Maps with the spatial spectra of real ground: fractal fields, drainage, parcels, bushes, paths."""
import zlib

import numpy as np
from scipy import ndimage

PAD = 4  # pixels around the scene, so that shifts bring real ground in
SCENE = 128
SIDE = SCENE + 2 * PAD
PIXEL_M = 10.
FINE = 4  # fine cells of 2.5 m along a pixel


def stream(site, name):
    """Random numbers of one part of one site: switching another part off does not change them."""
    return np.random.default_rng([site, zlib.crc32(name.encode())])


def fractal(rng, slope, side=SIDE, stretch=1., angle=0.):
    """Gaussian field of mean 0 and sd 1 whose power falls as frequency**-slope, drawn out by stretch along an angle."""
    v, u = np.meshgrid(np.fft.fftfreq(side), np.fft.rfftfreq(side), indexing="ij")
    along, across = u * np.cos(angle) + v * np.sin(angle), v * np.cos(angle) - u * np.sin(angle)
    frequency = np.hypot(along * stretch, across / stretch)
    frequency[0, 0] = 1.
    field = np.fft.irfft2(np.fft.rfft2(rng.standard_normal((side, side))) * frequency ** (-slope / 2), s=(side, side))
    field -= field.mean()
    return (field / field.std()).astype(np.float32)


def ranked(field):
    """The field's ranks, spread evenly over 0 to 1."""
    order = np.empty(field.size, np.float32)
    order[np.argsort(field, axis=None, kind="stable")] = np.linspace(0, 1, field.size, dtype=np.float32)
    return order.reshape(field.shape)


def drainage(height):
    """Logarithm of the area that drains through each pixel by steepest descent, 0 (ridge) to 1 (largest stream)."""
    side = height.shape[0]
    padded = np.pad(height, 1, mode="edge")
    steps = [(i, j) for i in (0, 1, 2) for j in (0, 1, 2) if (i, j) != (1, 1)]
    drops = np.stack([(height - padded[i:i + side, j:j + side]) / np.hypot(i - 1, j - 1) for i, j in steps])
    best = drops.argmax(0)
    flat = np.arange(side * side).reshape(side, side)
    offsets = np.array([(i - 1) * side + (j - 1) for i, j in steps])
    target = np.where(drops.max(0) > 0, np.clip(flat + offsets[best], 0, side * side - 1), flat).ravel().tolist()
    area = [1.] * (side * side)
    for cell in np.argsort(-height, axis=None, kind="stable").tolist():
        if target[cell] != cell:
            area[target[cell]] += area[cell]
    logs = np.log(np.array(area, np.float32)).reshape(side, side)
    return logs / logs.max()


def parcels(rng, share):
    """Numbers of fields, 0 for none: a turned rectangle is split again and again; pieces outside the farmed share of the land stay wild."""
    angle = rng.uniform(0, np.pi)
    v, u = np.mgrid[0:SIDE, 0:SIDE] * PIXEL_M - SIDE * PIXEL_M / 2
    along, across = u * np.cos(angle) + v * np.sin(angle), v * np.cos(angle) - u * np.sin(angle)
    bend = 22 * fractal(rng, 4.6)
    numbers, farmed = np.zeros((SIDE, SIDE), np.int32), ranked(fractal(rng, 3.4)) < share
    reach = SIDE * PIXEL_M * .75
    pending, count = [(-reach, reach, -reach, reach)], 0
    while pending:
        left, right, low, high = pending.pop()
        width, length = right - left, high - low
        if min(width, length) > 170 or max(width, length) > 330 or (max(width, length) > 200 and rng.random() < .5):
            cut = rng.uniform(.35, .65)
            if width > length:
                pending += [(left, left + cut * width, low, high), (left + cut * width, right, low, high)]
            else:
                pending += [(left, right, low, low + cut * length), (left, right, low + cut * length, high)]
        else:
            piece = (along + bend >= left + 5) & (along + bend < right - 5) & (across >= low + 5) & (across < high - 5)
            if piece.any() and farmed[piece].mean() > .5:
                count += 1
                numbers[piece] = count
    return numbers


def reduce_fine(fine):
    """Mean of the fine cells of each pixel."""
    return fine.reshape(SIDE, FINE, SIDE, FINE).mean((1, 3), dtype=np.float32)


def path(rng, width_m):
    """Share of each pixel under a winding path across the scene."""
    side = SIDE * FINE
    cell = PIXEL_M / FINE
    v, u = np.mgrid[0:side, 0:side].astype(np.float32) * cell - side * cell / 2
    angle, offset = rng.uniform(0, np.pi), rng.uniform(-450, 450)
    along, across = u * np.cos(angle) + v * np.sin(angle), v * np.cos(angle) - u * np.sin(angle)
    bend = sum(rng.normal(0, 18 / k) * np.sin(2 * np.pi * k * along / 1400 + rng.uniform(0, 6.28)) for k in (1, 2, 3, 5))
    return reduce_fine((np.abs(across - offset - bend) < width_m / 2).astype(np.float32))


def bushes(rng, density):
    """Cover by single bushes: counts of a point process of the given mean, softened at random places in the pixel."""
    fine = rng.poisson(np.repeat(np.repeat(density / FINE ** 2, FINE, 0), FINE, 1)).astype(np.float32)
    return np.clip(reduce_fine(ndimage.uniform_filter(fine, 2)), 0, 1)


def blocks(rng, count, least_m, most_m):
    """Share of each pixel under small houses."""
    side = SIDE * FINE
    fine = np.zeros((side, side), np.float32)
    for _ in range(count):
        row, column = rng.integers(40, side - 40, 2)
        height, width = (rng.uniform(least_m, most_m, 2) * FINE / PIXEL_M).round().astype(int)
        fine[row:row + height, column:column + width] = 1
    return reduce_fine(fine)
