"""What a priority is made of: measures with their weights and directions, and how they are put together."""

from dataclasses import dataclass
from functools import cached_property
from math import nan
from urllib.parse import urlencode

import numpy as np

from dashboard.address.page import Address
from dashboard.address.parameters import one_of
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import areas_of
from dashboard.components.small_area_choice import bare_values, measure
from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import levels_inside, residents
from dashboard.methods.priority.index import Component, Index, priority_index
from dashboard.methods.priority.normalise import METHODS
from dashboard.methods.priority.stability import Effect, Stability, leave_one_out, other_choices, stability
from dashboard.site import Site

SLOTS = range(1, 7)
WEIGHTS = {"0.5": "Half", "1": "Normal", "2": "Double", "3": "Three times"}
DIRECTIONS = ("usual", "high", "low")
MEANS = ("arithmetic", "geometric")
LEVEL = "lsoa"
USUAL_SCALE = "rank"
PARAMETERS = {
    "scale": one_of(METHODS, None),
    "mean": one_of(MEANS, "arithmetic"),
    **{f"m{slot}": measure(None, choosing=True) for slot in SLOTS},
    **{f"w{slot}": one_of(tuple(WEIGHTS), "1") for slot in SLOTS},
    **{f"d{slot}": one_of(DIRECTIONS, "usual") for slot in SLOTS},
}


@dataclass(frozen=True)
class Ingredient:
    """One measure, what it counts, and which direction means need ('usual' is that of its definition)."""

    indicator: Indicator
    weight: str = "1"
    direction: str = "usual"

    @property
    def worse(self) -> str:
        """Whether 'higher' or 'lower' figures mean more need; higher where a measure has no better end."""
        usual = "lower" if self.indicator.better == "higher" else "higher"
        return {"usual": usual, "high": "higher", "low": "lower"}[self.direction]


@dataclass(frozen=True)
class Recipe:
    """A priority index of the neighbourhoods of a region."""

    site: Site
    region: Area
    ingredients: tuple[Ingredient, ...]
    scale: str
    mean: str

    @cached_property
    def areas(self) -> list[Area]:
        """Every neighbourhood of the region, by name."""
        return areas_of(self.site, self.region, LEVEL)

    @cached_property
    def used(self) -> tuple[Ingredient, ...]:
        """The ingredients that have figures in this region."""
        held = [each for each in self.ingredients if self._held(each.indicator)]
        return tuple(held)

    @cached_property
    def components(self) -> list[Component]:
        """The figures of each ingredient used, for every neighbourhood."""
        return [
            Component(each.indicator.title, self._values(each.indicator), each.worse, float(each.weight))
            for each in self.used
        ]

    @cached_property
    def index(self) -> Index:
        """The index. Raises ValueError with a sentence where the choices do not go together."""
        return priority_index(self.components, normalisation=self.scale, mean=self.mean)

    @cached_property
    def stability(self) -> Stability:
        """What other reasonable weights would do."""
        return stability(self.index)

    @property
    def alone(self) -> bool:
        """Whether one measure makes the order: it has no weights to vary."""
        return len(self.used) == 1

    @cached_property
    def left_out(self) -> tuple[Effect, ...]:
        """What leaving out each ingredient would do; empty for one alone."""
        return leave_one_out(self.components, self.index) if not self.alone else ()

    @cached_property
    def otherwise(self) -> tuple[Effect, ...]:
        """What equal weights, other scales and the other mean would do."""
        return other_choices(self.components, self.index)

    @cached_property
    def living(self) -> np.ndarray:
        """People counted in each neighbourhood at the census, in the order of `areas`."""
        counted = residents(self.site.store, self.region.code)
        return np.array([counted.get(area.code, 0) for area in self.areas])

    @property
    def of_100(self) -> np.ndarray:
        """In how many of 100 weightings each neighbourhood is in the worst tenth."""
        return np.floor(100 * self.stability.times_worst / self.stability.draws + 0.5).astype(int)

    @property
    def query(self) -> str:
        """The recipe as the query of an address."""
        return urlencode(
            {"region": self.region.code, **query_of(self.ingredients, self.scale, self.mean)}, safe="/"
        )

    def _held(self, indicator: Indicator) -> bool:
        return LEVEL in levels_inside(self.site.store, indicator, self.region.code)

    def _values(self, indicator: Indicator) -> list[float]:
        values = bare_values(self.site, indicator, self.region, LEVEL)
        return [values.get(area.code, nan) for area in self.areas]


def query_of(ingredients: tuple[Ingredient, ...], scale: str, mean: str) -> dict[str, str]:
    """The parameters of an address that stand for these choices."""
    found = {"scale": scale, "mean": mean}
    for slot, each in zip(SLOTS, ingredients, strict=False):
        found |= {f"m{slot}": each.indicator.id, f"w{slot}": each.weight, f"d{slot}": each.direction}
    return found


def recipe_of(site: Site, address: Address, first: tuple[Ingredient, ...] = ()) -> Recipe:
    """The recipe of an address, each measure once; `first` where the address says nothing of one.

    Controls write the scale too: an address with a scale and no measure is of a reader who took all out.
    """
    values = address.values
    found: dict[str, Ingredient] = {}
    for slot in SLOTS:
        indicator = values[f"m{slot}"]
        if indicator is not None:
            found.setdefault(indicator.id, Ingredient(indicator, values[f"w{slot}"], values[f"d{slot}"]))
    chosen = tuple(found.values()) or (first if values["scale"] is None else ())
    return Recipe(site, address.region, chosen, values["scale"] or USUAL_SCALE, values["mean"])
