"""Neighbours: a place against its statistical neighbours (ONS), always saying what they are similar on."""

from dataclasses import dataclass

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.methods.comparison import difference
from dashboard.site import Site
from dashboard.statements.judgement.benchmark import held_against

BASIS = "global"


@dataclass(frozen=True)
class PeerStanding:
    """How many of the ONS statistical neighbours the place is better than, worse than and similar to.

    `judged` when all were compared by their margins of error; else only the figures as shown were.
    """

    basis: str
    better: int
    worse: int
    similar: int
    judged: bool

    @property
    def total(self) -> int:
        """The neighbours that have a figure for the same period."""
        return self.better + self.worse + self.similar


def peers(site: Site, indicator: Indicator, area: Area, latest: Observation) -> PeerStanding | None:
    """The place against each of its ONS neighbours with a figure for the same period; None without any.

    None too for counts, and where neither direction is better.
    """
    if indicator.statistic == "count" or indicator.better == "neither":
        return None
    observations = site.observations(indicator)
    found = [observations.at(peer.code, latest.period) for peer in site.geography.peers(area.code, BASIS)]
    seen = [
        _standing(indicator, latest, there)
        for there in found
        if there is not None and there.value is not None
    ]
    if not seen:
        return None
    verdicts = [verdict for verdict, _ in seen]
    counts = {name: verdicts.count(name) for name in ("better", "worse", "similar")}
    return PeerStanding(BASIS, **counts, judged=all(judged for _, judged in seen))


def _standing(indicator: Indicator, here: Observation, there: Observation) -> tuple[str, bool]:
    seen = difference(
        (here.value, here.lower, here.upper), (there.value, there.lower, there.upper), indicator.better
    )
    if seen.verdict:
        return seen.verdict, True
    plain = here._replace(lower=None, upper=None)
    return held_against(indicator, plain, "", there.figure).verdict, False
