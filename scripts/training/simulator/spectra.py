"""Spectra and tables of what lies on the ground. Reflectance of B02 B03 B04 B08 B11 B12; plausible values chosen for this simulator, not measurements."""
import numpy as np

BANDS = ["blue", "green", "red", "nir", "swir16", "swir22"]


def spectrum(*values):
    """A spectrum that can be multiplied with maps of [row, column]."""
    return np.array(values, np.float32)[:, None, None]


SOILS = dict(
    loess=spectrum(.112, .163, .222, .292, .368, .331),
    gypsum=spectrum(.236, .298, .348, .398, .421, .334),
    gravel=spectrum(.101, .127, .152, .183, .224, .207),
    sandstone=spectrum(.088, .151, .258, .349, .431, .398),
    clay=spectrum(.077, .107, .143, .201, .271, .224),
    limestone=spectrum(.187, .241, .284, .338, .402, .367))
HERB = spectrum(.036, .077, .047, .395, .188, .091)
SHRUB = spectrum(.041, .063, .056, .255, .197, .118)
CROP = spectrum(.029, .066, .033, .465, .178, .076)
STRAW = spectrum(.102, .149, .199, .308, .371, .283)
LITTER = spectrum(.071, .101, .137, .232, .298, .229)
ROOFS = [spectrum(.31, .33, .34, .36, .39, .36), spectrum(.21, .24, .26, .29, .33, .31), spectrum(.11, .14, .22, .29, .34, .31)]
CHAR = spectrum(.038, .042, .047, .074, .126, .121)
WATERS = [spectrum(.043, .046, .036, .022, .014, .011), spectrum(.081, .109, .118, .088, .032, .021)]
SNOW = spectrum(.87, .86, .84, .77, .14, .11)
CLOUD = spectrum(.59, .60, .61, .64, .45, .35)
VEIL = spectrum(1., .78, .58, .33, .12, .07)
DUST = spectrum(.62, .72, .88, .80, .52, .40)
SAND = spectrum(.141, .202, .278, .352, .431, .402)
FLOCK = spectrum(.28, .31, .34, .41, .36, .30)
# Share of the light that a soaked soil loses.
SOAKED = spectrum(.24, .27, .30, .31, .42, .47)

# soils: which mix; relief: sd of the height, m; herb, shrub: mean cover; parcels: share of the land in fields;
# rise, fall: day of the year of half the spring growth and of half its end; autumn: second growth; rainy: storms a day in the wet half of the year;
# cloud: share of looks with cloud in the dry and in the wet half; snow: spells a winter.
LANDSCAPES = dict(
    desert=dict(soils=("gravel", "gypsum", "sandstone"), relief=4.5, herb=.05, shrub=.03, parcels=0., rise=70, fall=125, autumn=.1, rainy=.020, cloud=(.35, .6), snow=.3),
    steppe=dict(soils=("loess", "clay", "sandstone"), relief=5., herb=.34, shrub=.05, parcels=.12, rise=88, fall=152, autumn=.3, rainy=.055, cloud=(.5, .75), snow=2.),
    farm=dict(soils=("clay", "loess", "limestone"), relief=2., herb=.30, shrub=.03, parcels=.5, rise=84, fall=155, autumn=.35, rainy=.060, cloud=(.5, .75), snow=1.5),
    scrub=dict(soils=("limestone", "clay", "loess"), relief=14., herb=.32, shrub=.24, parcels=.05, rise=95, fall=170, autumn=.35, rainy=.060, cloud=(.5, .75), snow=2.))
