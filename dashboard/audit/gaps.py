"""Gaps: what a mayor's duties need, and whether anything here meets it for the region looked at."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dashboard.capital_letter import capital
from dashboard.catalogue.assets import Asset
from dashboard.catalogue.needs import Need

# How a need can stand, from the worst: nothing; known of but not held; held, but not for this region; held in
# part; held.
WORDS = {
    "missing": "No asset holds it",
    "described": "Known of, not held",
    "elsewhere": "Held elsewhere only",
    "partly": "Held in part",
    "met": "Held",
}


_FEW = 2  # regions that are named; more are counted


@dataclass(frozen=True)
class NeedStatus:
    """How a need stands: its state, one of WORDS, the names of what meets it, and a plain sentence."""

    need: Need
    state: str
    by: tuple[str, ...]
    sentence: str

    @property
    def gap(self) -> bool:
        """Whether no asset that is held meets it for this region, even in part."""
        return self.state in ("missing", "described", "elsewhere")


@dataclass(frozen=True)
class Holding:
    """What is held: the indicators and datasets `present`, and the registered `assets`.

    `away` are those present without a figure for the region named `region`, each with the names of those
    that it is held for.
    """

    present: Collection[str]
    assets: Collection[Asset]
    away: Mapping[str, tuple[str, ...]]
    region: str

    def here(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that have a figure for the region."""
        return [name for name in names if name in self.present and name not in self.away]


def standings(needs: Iterable[Need], holding: Holding) -> list[NeedStatus]:
    """How each of `needs` stands, given what is held."""
    return [
        _standing(need, holding, [asset for asset in holding.assets if need.name in asset.meets])
        for need in needs
    ]


def _standing(need: Need, holding: Holding, assets: list[Asset]) -> NeedStatus:
    met = holding.here(need.met_by)
    met += [asset.title for asset in assets if asset.status == "held"]
    if met:
        return NeedStatus(need, "met", tuple(met), "")
    partly = holding.here(need.partly_by)
    known = [asset.title for asset in assets]
    elsewhere = f"{_listed(assets)} may meet it{_unchecked(assets)}." if assets else f"Ask: {need.holder}."
    if partly:
        return NeedStatus(need, "partly", tuple(partly), f"{capital(need.lacking)}. {elsewhere}")
    if away := [name for name in (*need.met_by, *need.partly_by) if name in holding.away]:
        return NeedStatus(need, "elsewhere", tuple(away), f"{_only(holding, away)} {elsewhere}")
    return NeedStatus(need, "described" if known else "missing", tuple(known), elsewhere)


def _only(holding: Holding, names: list[str]) -> str:
    """For whom those of `names` are held, if not for the region."""
    others = list(dict.fromkeys(name for each in names for name in holding.away[each]))
    if len(others) > _FEW:
        where = f"{len(others)} city regions"
    else:
        where = f"{' and '.join(others)} only" if others else "no city region"
    return f"Not held for {holding.region}: what there is covers {where}."


def _listed(assets: list[Asset]) -> str:
    return " and ".join(f"{asset.title} ({asset.publisher})" for asset in assets)


def _unchecked(assets: list[Asset]) -> str:
    parts = [asset.unchecked for asset in assets if asset.unchecked]
    return f" ({parts[0][0].lower()}{parts[0][1:]})" if parts else ""
