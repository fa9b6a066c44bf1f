"""The audit: every asset with its quality, openness, description and freshness, and the gaps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.audit import mqa
from dashboard.audit.gaps import Standing, standings
from dashboard.audit.measured import kept
from dashboard.audit.quality import dimensions
from dashboard.catalogue.assets import Asset, load_assets
from dashboard.catalogue.licences import licence_url
from dashboard.catalogue.needs import load_needs
from dashboard.catalogue.register_view import registered
from dashboard.datastore.datasets import Dataset
from dashboard.exports.dcat import catalogue
from dashboard.exports.of_dataset import held, read_by, visible
from dashboard.methods.openness import STARS, openness_stars
from dashboard.methods.quality import Score
from dashboard.site import Site

HERE = "http://localhost"  # the catalogue that is scored is our own, wherever it is served


@dataclass(frozen=True)
class Audited:
    """One dataset: six dimensions, stars at its source and as offered here, MQA score, readers."""

    dataset: Dataset
    scores: dict[str, Score]
    stars_at_source: int | None
    stars_here: int
    described: mqa.Score
    readers: int

    @property
    def overdue(self) -> bool:
        """Whether a release has been missed."""
        share = self.scores["timeliness"].share
        return share is not None and share < 1


@dataclass(frozen=True)
class Audit:
    """Everything the audit found. `refused` are sentences about asset files that cannot be used."""

    datasets: tuple[Audited, ...]
    described_only: tuple[Dataset, ...]
    assets: tuple[Asset, ...]
    refused: tuple[str, ...]
    standings: tuple[Standing, ...]
    points: float
    today: date

    @property
    def gaps(self) -> list[Standing]:
        """The needs that nothing held here meets."""
        return [item for item in self.standings if item.gap]

    @property
    def largest_gap(self) -> str:
        """The theme with the most gaps; empty where there are none."""
        themes = [item.need.theme for item in self.gaps]
        return max(dict.fromkeys(themes), key=themes.count, default="")


def audit(site: Site, today: date, works: Callable[[str], bool | None] | None = None) -> Audit:
    """The Audit of what `site`'s audience may see, as at `today`; made once for a snapshot and day.

    `works` says whether an address of ours answers; without it an address counts as working if it is one that
    this product serves, which a test proves by asking for them.
    """
    if works:
        return _audit(site, today, works)
    return site.store.remember(("audit", site.settings.audience, today), lambda: _audit(site, today, _served))


def _served(address: str) -> bool:
    return address.removeprefix(HERE).startswith(("/data/", "/download/", "/indicator/"))


def _audit(site: Site, today: date, works: Callable[[str], bool | None]) -> Audit:
    data, here = site.settings.data, held(site)
    needs = load_needs(data / "needs.toml")
    assets, refused = load_assets(data / "assets", set(needs))
    shown = [asset for asset in assets if asset.audience == "public" or site.settings.audience == "office"]
    scores = mqa.scores(catalogue(site, HERE), works)
    described = {score.name: score for score in scores}
    return Audit(
        datasets=tuple(_audited(site, item, today, described[name]) for name, item in here.items()),
        described_only=tuple(item for name, item in visible(site).items() if name not in here),
        assets=tuple(shown),
        refused=tuple(refused) if site.settings.audience == "office" else (),
        standings=tuple(standings(needs.values(), {*site.indicators, *here}, shown)),
        points=mqa.mean(scores),
        today=today,
    )


def _audited(site: Site, item: Dataset, today: date, described: mqa.Score) -> Audited:
    is_open = bool(licence_url(item.licence))
    source = registered(site.settings.data / "sources", item.dataset)
    return Audited(
        dataset=item,
        scores=dimensions(site, item, today, source, kept(site, item.dataset)),
        stars_at_source=openness_stars(is_open, source.format) if source.format in STARS else None,
        # Our CSV files carry CSVW metadata in which area codes are ONS's own addresses.
        stars_here=openness_stars(is_open, "CSV", uris=True),
        described=described,
        readers=len(read_by(site, item.dataset)),
    )
