"""Admission: which indicators a pack may hold, for whom it is made and on which day. Asked in one place.

A pack for the public is made from the public datastore, which never held a protected row; what is checked
here comes on top: an indicator for the office, a source for the office, a release that is still to come.
"""

from dataclasses import replace
from datetime import date, datetime

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.datastore.datasets import Dataset, datasets
from dashboard.site import Site
from dashboard.statements.as_of_words import weakest


class PackRefused(ValueError):
    """A pack that may not be made; the message says why and what to do."""


def reason_against(site: Site, indicator: Indicator, audience: str, day: date) -> str:
    """Why `indicator` may not enter a pack for `audience` on `day`; empty when it may."""
    sources = site.sources(indicator)
    if audience == "public" and "office" in (indicator.audience, *(item.audience for item in sources)):
        return "is for the office only"
    if site.as_of is not None:
        return _not_out_yet(site, indicator)
    released = [datetime.fromisoformat(item.source_date).date() for item in sources if item.source_date]
    if any(release > day for release in released):
        return f"is embargoed until {day_words(max(released))}"
    return ""


def _not_out_yet(site: Site, indicator: Indicator) -> str:
    """Why nothing of `indicator` was known on the site's past day; empty when something may have been."""
    out = weakest(site, indicator).kind != "nothing"
    return "" if out else f"was not published yet on {day_words(site.as_of)}"


def admitted(site: Site, audience: str, day: date) -> Site:
    """`site` with only the indicators that may enter. Raises PackRefused for another audience's figures."""
    if audience == "public" and site.settings.audience != "public":
        raise PackRefused(
            "A public pack is made from the public figures; open the site with AUDIENCE=public."
        )
    asked = reason_against if _may_be_refused(site, audience, day) else _own_reason
    kept = {key: item for key, item in site.indicators.items() if not asked(site, item, audience, day)}
    return replace(site, indicators=kept)


def _may_be_refused(site: Site, audience: str, day: date) -> bool:
    """Whether any source could keep an indicator out: only then is it asked which tables each one reads, for
    which a cold process parses every SELECT."""
    if site.as_of is not None:
        return True
    found = datasets(site.store).values()
    return any(
        _embargoed(item, day) or (audience == "public" and item.audience == "office") for item in found
    )


def _embargoed(source: Dataset, day: date) -> bool:
    return bool(source.source_date) and datetime.fromisoformat(source.source_date).date() > day


def _own_reason(site: Site, indicator: Indicator, audience: str, day: date) -> str:
    """The same of an indicator alone, where no source has a reason."""
    return "is for the office only" if audience == "public" and indicator.audience == "office" else ""


def find_indicator(site: Site, unfiltered: Site, key: str, audience: str, day: date) -> Indicator | None:
    """The indicator that a brief names; None when it was not published yet on a past day.

    Raises PackRefused when it does not exist or may not enter.
    """
    if key in site.indicators:
        return site.indicators[key]
    if key not in unfiltered.indicators:
        raise PackRefused(f"There is no indicator {key!r} for this audience; take it out of the brief.")
    if unfiltered.as_of is not None and _not_out_yet(unfiltered, unfiltered.indicators[key]):
        return None
    reason = reason_against(unfiltered, unfiltered.indicators[key], audience, day)
    raise PackRefused(f"The indicator {key!r} {reason}; take it out of the brief.")
