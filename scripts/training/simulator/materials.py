"""How disturbed ground looks by day."""
import numpy as np

from . import spectra
from .season import logistic
from .texture import stream

CHAR_FADES_DAYS = 130
FUEL = .4  # cover of plants, dead ones too, from which fire leaves nothing unburnt
TILL_FADES_DAYS = 50
SPOIL_FADES_DAYS = (200, 600)
SPOIL_TINT = spectra.spectrum(-.002, .001, .005, .006, .0, -.004)
DRAINED = .8  # wetness of loose spoil relative to the ground


class Materials:
    """The materials of one site. At full strength of 'spoil' they may be darker than the ground and contrasts weak."""

    def __init__(self, site, strength):
        rng = stream(site, "materials")
        s = strength["spoil"]
        dark, bright, weak = rng.uniform(.74, .9), rng.uniform(1.10, 1.32), rng.uniform(0, 1)
        self.spoil = 1.2 + s * ((dark if rng.random() < .4 else bright) - 1.2)
        self.beaten = 1.13 + s * (rng.choice([rng.uniform(.84, .93), rng.uniform(1.05, 1.18)]) - 1.13)
        self.hole = .42 + .2 * s * weak
        self.fading = strength["weathering"] / rng.uniform(*SPOIL_FADES_DAYS)
        self.roofs, self.waters = spectra.ROOFS, spectra.WATERS

    def _colour(self, material, event, age, ground, colour):
        soil, dimming = ground["soil"], ground["dimming"]
        if material == "hole":
            return soil * self.hole * dimming
        if material == "spoil":
            fresh = np.exp(-self.fading * age)
            return (soil * (1 + (self.spoil - 1) * fresh) + np.sign(self.spoil - 1) * fresh * (.012 + SPOIL_TINT)) * (1 - DRAINED * (1 - dimming))
        if material == "beaten":
            return (soil * self.beaten + .01 * np.sign(self.beaten - 1)) * dimming
        if material == "tilled":
            sown = .75 * logistic((age - 55) / 8) * (age < 125) * (event.turn < .6)
            return soil * (1 - .2 * np.exp(-age / TILL_FADES_DAYS)) * dimming * (1 - sown) + spectra.CROP * sown
        if material == "char":
            left = np.exp(-age / CHAR_FADES_DAYS) * np.clip(ground["fuel"] / FUEL, 0, 1)
            return spectra.CHAR * left + colour * (1 - left)
        choice = self.roofs if material == "roof" else self.waters
        return np.broadcast_to(choice[int(event.turn * len(choice))], colour.shape)

    def draw(self, event, day, ground):
        """Puts the event into ground['colour'] as it is on that day."""
        if not event.present(day):
            return
        here = (slice(None),) + event.window
        local = {name: np.broadcast_to(ground[name], ground["colour"].shape)[here] for name in ("soil", "dimming", "fuel")}
        before = ground["colour"][here]
        after = before.copy()
        for material, share in event.shares(day):
            after += share * (self._colour(material, event, day - event.start, local, before) - before)
        ground["colour"][here] = after
