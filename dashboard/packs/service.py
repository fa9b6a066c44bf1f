"""Packs to order: a brief, a place and a day by name, as a command, a schedule or an address gives them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from dashboard.datastore.areas import Area
from dashboard.datastore.former_codes import what_it_was
from dashboard.packs.admission import PackRefused
from dashboard.packs.brief import Brief, ready_brief
from dashboard.packs.compose import Progress, compose, no_progress
from dashboard.packs.headline import with_headline
from dashboard.packs.model import Pack
from dashboard.record_port import Composed
from dashboard.settings import Settings
from dashboard.site import Site, open_site

DISTRICTS = "districts"


class PackService:
    """Makes packs. `site` gives the figures of an audience: a public pack never comes from the
    office's. `briefs` is the folder of the ready briefs."""

    def __init__(self, site: Callable[[str], Site], briefs: Path):
        self.site, self._briefs = site, briefs

    @classmethod
    def over(cls, settings: Settings) -> "PackService":
        """A service that opens the datastore of each audience of `settings` when first asked for it."""
        return cls(cache(lambda audience: _opened(replace(settings, audience=audience))), settings.briefs)

    def brief(self, name: str, theme: str = "") -> Brief:
        """The ready brief called `name`, its theme chosen. Raises InvalidBrief."""
        found = ready_brief(self._briefs, name)
        return found.with_theme(theme) if found.asks_theme else found

    def places(self, brief: Brief, text: str) -> list[Area]:
        """The places of an order: a code, "" or "districts" for the region of the settings.

        Of a brief about a district a region means each in it. Raises PackRefused for an unknown place,
        and where all districts are asked of a brief about a region.
        """
        site = self.site(brief.audience)
        geography, region = site.geography, site.settings.region
        code = region if text in ("", DISTRICTS) else text
        place = geography.today(code)
        if place is None:
            was = what_it_was(site.store, code)
            raise PackRefused(
                f"There is no place with the code {code!r}{was and f': {was}'}; give the code of one or "
                f"“{DISTRICTS}”."
            )
        if brief.place == "district" and place.level not in brief.levels:
            return geography.members(place.code)
        if text == DISTRICTS:
            raise PackRefused(
                f"“{brief.title}” is about a {brief.place}, not about districts; give its code."
            )
        return [place]

    def pack(
        self, brief: Brief, place: Area, day: date | None = None, progress: Progress = no_progress
    ) -> Pack:
        """The pack of an order, under the headline that the office has given it."""
        made = compose(self.site(brief.audience).at(day), brief, place, progress)
        return made if day else with_headline(made, self.composed(brief, place))

    def composed(self, brief: Brief, place: Area) -> Composed:
        """How the office wants this pack about `place`."""
        site = self.site("office")
        region = site.geography.home(place, site.settings.region).code
        return site.record.composed(region, brief.name, place.code)

    def with_kept_sections(self, brief: Brief, place: Area) -> Brief:
        """The brief as made unasked: with the sections that the office has kept, else without its annex."""
        kept = self.composed(brief, place).sections
        return brief.only(kept) if kept else brief.without_annex()


def _opened(settings: Settings) -> Site:
    """The site of an audience, the office's with what it has recorded."""
    site = open_site(settings)
    if settings.audience != "office":
        return site
    from dashboard.record import office, store  # the public's pages load this module, and never the record

    return replace(site, record=office.OfficeRecord(store.Record.open(settings)))
