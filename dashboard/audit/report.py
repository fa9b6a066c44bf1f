"""The audit: every asset with its quality, openness, description and freshness, and the gaps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.audit import mqa
from dashboard.audit.gaps import Holding, NeedStatus, standings
from dashboard.audit.measured import stored_scores
from dashboard.audit.quality import dimensions
from dashboard.audit.reach import elsewhere
from dashboard.audit.register import registered
from dashboard.audit.superseded import Superseded, superseded
from dashboard.catalogue.assets import Asset, load_assets
from dashboard.catalogue.first_asked import load_subjects
from dashboard.catalogue.glossary import load_glossary
from dashboard.catalogue.licences import licence_url
from dashboard.catalogue.needs import Need, load_needs
from dashboard.catalogue.powers import load_powers
from dashboard.catalogue.region_words import decider
from dashboard.catalogue.register_view import read_registered
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.exports.dataset import downloadable_datasets, read_by
from dashboard.exports.dcat import catalogue
from dashboard.methods.openness import STARS, openness_stars
from dashboard.methods.quality import Score
from dashboard.runtime.slips import slip_in, without_slips
from dashboard.search.entries import meanings
from dashboard.site import Site, visible

_BESIDE: dict[str, Callable[[Path], object]] = {
    "needs.toml": load_needs,
    "powers.toml": load_powers,
    "glossary.toml": load_glossary,
    "five-figures.toml": load_subjects,
    "synonyms.toml": meanings,
}
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
    """Everything the audit found. `refused` are sentences about files that cannot be used.

    Only the standings, of `needs`, and `whom`, who has to know, depend on the `region` looked at.
    """

    datasets: tuple[Audited, ...]
    described_only: tuple[Dataset, ...]
    assets: tuple[Asset, ...]
    refused: tuple[str, ...]
    needs: tuple[Need, ...]
    points: float
    today: date
    region: Area
    superseded: tuple[Superseded, ...] = ()
    standings: tuple[NeedStatus, ...] = ()
    whom: str = "a mayor"

    @property
    def gaps(self) -> list[NeedStatus]:
        """The needs that nothing held here meets for the region."""
        return [item for item in self.standings if item.gap]

    @property
    def elsewhere(self) -> int:
        """How many of the gaps are met for other regions."""
        return sum(item.state == "elsewhere" for item in self.standings)

    @property
    def largest_gap(self) -> str:
        """The theme with the most gaps; empty where there are none."""
        themes = [item.need.theme for item in self.gaps]
        return max(dict.fromkeys(themes), key=themes.count, default="")


def audit(
    site: Site, today: date, works: Callable[[str], bool | None] | None = None, region: Area | None = None
) -> Audit:
    """The Audit of what `site`'s audience may see, as at `today`; made once for a snapshot and day.

    The gaps are those of `region`, a city region, or of the one this process is set to. `works` says
    whether an address of ours answers; without it an address counts as working if it is one that this product
    serves, which a test proves by asking for them.
    """
    if works:
        found = _audit(site, today, works)
    else:
        key = ("audit", site.settings.audience, today)
        found = site.store.remember(key, lambda: _audit(site, today, _served))
    return _for_region(site, found, region or found.region)


def _for_region(site: Site, found: Audit, region: Area) -> Audit:
    whom = decider(site.geography.about(region))
    return replace(found, region=region, whom=whom, standings=standing_for(site, found.today, region))


def standing_for(site: Site, today: date, region: Area) -> tuple[NeedStatus, ...]:
    """How each need of data/needs.toml stands for `region`, by what the audience may see; kept for a day."""
    return site.remember(("standings", today, region), lambda: _standing_for(site, region))


def _standing_for(site: Site, region: Area) -> tuple[NeedStatus, ...]:
    needs = without_slips(load_needs, site.settings.data / "needs.toml") or {}
    assets, _ = _assets(site, set(needs))
    present = {*site.indicators, *downloadable_datasets(site)}
    wanted = [name for need in needs.values() for name in (*need.met_by, *need.partly_by) if name in present]
    holding = Holding(present, assets, elsewhere(site, region.code, wanted), region.name)
    return tuple(standings(needs.values(), holding))


def _assets(site: Site, needs: set[str]) -> tuple[list[Asset], list[str]]:
    """The registered assets that the audience may see, and sentences about files that cannot be used."""
    assets, refused = load_assets(site.settings.data / "assets", needs)
    office = site.settings.audience == "office"
    return [asset for asset in assets if asset.audience == "public" or office], refused if office else []


def _slips(data: Path) -> Iterator[str]:
    """What is wrong with the files that stand beside the figures: pages leave such a file out."""
    entries = {f"sources/{path.name}": read_registered for path in sorted((data / "sources").glob("*.toml"))}
    yield from filter(None, (slip_in(read, data / name) for name, read in (_BESIDE | entries).items()))


def _served(address: str) -> bool:
    return address.removeprefix(HERE).startswith(("/data/", "/download/", "/indicator/"))


def _audit(site: Site, today: date, works: Callable[[str], bool | None]) -> Audit:
    data, here = site.settings.data, downloadable_datasets(site)
    needs = without_slips(load_needs, data / "needs.toml") or {}
    shown, refused = _assets(site, set(needs))
    scores = mqa.scores(catalogue(site, HERE), works)
    described = {score.name: score for score in scores}
    return Audit(
        datasets=tuple(_audited(site, item, today, described[name]) for name, item in here.items()),
        described_only=tuple(item for name, item in visible(site).items() if name not in here),
        assets=tuple(shown),
        refused=(*refused, *(_slips(data) if site.settings.audience == "office" else ())),
        needs=tuple(needs.values()),
        points=mqa.mean(scores),
        today=today,
        region=site.geography[site.settings.region],
        superseded=superseded(site),
    )


def _audited(site: Site, item: Dataset, today: date, described: mqa.Score) -> Audited:
    is_open = bool(licence_url(item.licence))
    source = registered(site, item.dataset)
    return Audited(
        dataset=item,
        scores=dimensions(site, item, today, source, stored_scores(site, item.dataset)),
        stars_at_source=openness_stars(is_open, source.format) if source.format in STARS else None,
        # Our CSV files carry CSVW metadata in which area codes are ONS's own addresses.
        stars_here=openness_stars(is_open, "CSV", uris=True),
        described=described,
        readers=len(read_by(site, item.dataset)),
    )
