"""What makes a site hard, and how hard at each level: 0 absent, 1 full. Each can be switched off by its name."""

# name: strength at level 0, 1, 2
STRENGTHS = {
    "orbits": (0., .6, 1.),         # several orbits, each with its own registration offset
    "brdf": (0., .6, 1.),           # view angle, by cover and season
    "platforms": (.3, 1., 1.),      # 2A and 2B differ by about 1 % a band
    "jitter": (1., 1., 1.),         # registration of every scene
    "droughts": (.3, .7, 1.),       # a drought and a wet year in the history
    "unseen-season": (0., .5, 1.),  # the last year lies outside the history
    "clouds": (.85, .95, 1.),       # share of looks with cloud
    "missed-cloud": (.35, .65, 1.),  # thin edges, small cumulus, fog that the classification misses
    "cirrus": (.4, .7, 1.),
    "haze": (.6, .8, 1.),
    "false-cloud": (0., .5, 1.),    # bright ground classified as cloud for ever
    "snow": (.6, .8, 1.),
    "missed-snow": (.2, .6, 1.),
    "moisture": (.8, .9, 1.),
    "dust": (.2, .6, 1.),
    "texture": (.7, .85, 1.),       # contrast of soils, drainage, bushes
    "terrain": (.5, .8, 1.),
    "spoil": (0., .6, 1.),          # spoil may be darker than the ground, contrasts may be weak
    "slow-growth": (0., .5, 1.),    # events grow up to three times slower
    "weathering": (0., .6, 1.),     # spoil fades
    "passers": (.6, .8, 1.),        # vehicles, tents, flocks: one date
    "rotation": (0., 1., 1.),       # fields change their crop from year to year
    "odd-fields": (0., .6, 1.),     # decoys
    "drift": (0., .6, 1.),          # decoys: sand, wet patches
    "dieback": (0., .6, 1.),        # decoys
    "outlines": (1., 1., 1.),       # a tenth of the sites are irregular polygons
}
LEVELS = (0, 1, 2)


def strengths(level, off=()):
    """Strength of every nuisance. Raises ValueError for a name that is none."""
    unknown = sorted(set(off) - set(STRENGTHS))
    if unknown:
        raise ValueError(f"nuisance '{unknown[0]}' is unknown, expected one of {', '.join(STRENGTHS)}")
    return {name: 0. if name in off else by_level[level] for name, by_level in STRENGTHS.items()}
