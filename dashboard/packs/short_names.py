"""A pack under the name that people say: "North East", not "North East Mayoral Strategic Authority".

Names are shortened where a pack is finished, not where it is composed: what is composed is remembered, and
pages say the full name.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.region_words import short_name
from dashboard.charts.mapped import Mapped
from dashboard.datastore.observations import Observation
from dashboard.packs.model import Pack

T = TypeVar("T")
_AS_IS = (Indicator, Observation, Mapped)  # what holds figures or is no words of this pack


def shortly_named(pack: Pack, region: str) -> Pack:
    """`pack` with the short name of its `region` wherever the full one stands."""
    short = short_name(region)
    return pack if short == region else _renamed(pack, region, short)


def _renamed(value: T, old: str, new: str) -> T:
    """`value` with `new` for `old` in every text that it holds; the same object where there is none."""
    found: Any = value
    if isinstance(found, str):
        return found.replace(old, new)  # type: ignore[return-value]
    if isinstance(found, tuple):
        made = tuple(_renamed(item, old, new) for item in found)
        if all(one is other for one, other in zip(made, found, strict=True)):
            return value
        return made if type(found) is tuple else type(found)(*made)  # type: ignore[return-value]
    if is_dataclass(found) and not isinstance(found, (type, *_AS_IS)):
        held = {field.name: getattr(found, field.name) for field in fields(found) if field.init}
        changed = {
            key: new_item for key, item in held.items() if (new_item := _renamed(item, old, new)) is not item
        }
        return replace(found, **changed) if changed else found
    return value
