"""Gaps: what a mayor's duties need, and whether anything here meets it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dashboard.catalogue.assets import Asset
from dashboard.catalogue.needs import Need

# From the worst: nothing; known of but not held; held in part; held.
STATES = ("missing", "described", "partly", "met")
WORDS = {
    "missing": "No asset holds it",
    "described": "Known of, not held",
    "partly": "Held in part",
    "met": "Held",
}


@dataclass(frozen=True)
class Standing:
    """How a need stands: its state, one of STATES, the names of what meets it, and a plain sentence."""

    need: Need
    state: str
    by: tuple[str, ...]
    said: str

    @property
    def gap(self) -> bool:
        """Whether no asset that is held meets it, even in part."""
        return self.state in ("missing", "described")


def standings(needs: Iterable[Need], present: Collection[str], assets: Iterable[Asset]) -> list[Standing]:
    """How each of `needs` stands, given the indicators and datasets `present` and the registered `assets`."""
    registered = list(assets)
    return [
        _standing(need, present, [asset for asset in registered if need.name in asset.meets])
        for need in needs
    ]


def _standing(need: Need, present: Collection[str], assets: list[Asset]) -> Standing:
    met = [name for name in need.met_by if name in present]
    met += [asset.title for asset in assets if asset.status == "held"]
    if met:
        return Standing(need, "met", tuple(met), "")
    partly = [name for name in need.partly_by if name in present]
    known = [asset.title for asset in assets]
    elsewhere = f"{_listed(assets)} may meet it{_unchecked(assets)}." if assets else f"Ask: {need.holder}."
    if partly:
        return Standing(
            need, "partly", tuple(partly), f"{need.lacking[:1].upper()}{need.lacking[1:]}. {elsewhere}"
        )
    return Standing(need, "described" if known else "missing", tuple(known), elsewhere)


def _listed(assets: list[Asset]) -> str:
    return " and ".join(f"{asset.title} ({asset.publisher})" for asset in assets)


def _unchecked(assets: list[Asset]) -> str:
    said = [asset.unchecked for asset in assets if asset.unchecked]
    return f" ({said[0][0].lower()}{said[0][1:]})" if said else ""
