"""Where a pilot runs: places of one kind, in which its figure could show something."""

from collections.abc import Sequence
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.record.fields import Invalid
from dashboard.record.pilots.small_places import too_few, typed_codes
from dashboard.site import Site
from dashboard.statements.absence.absent import absent


def chosen_places(site: Site, region: Area, values: dict[str, Any]) -> tuple[str, ...]:
    """The codes of the places, all of one kind: chosen, and named by their codes. Raises Invalid."""
    try:
        codes = (*values["area_codes"], *typed_codes(site, region, values.pop("neighbourhoods")))
    except ValueError as error:
        raise Invalid({"neighbourhoods": str(error)}) from error
    if len({site.geography[code].level for code in codes}) > 1:
        kinds = "counties, districts, wards or neighbourhoods of one size"
        raise Invalid({"area_codes": f"Where it runs: choose places of one kind ({kinds})"})
    return codes


def check_figures(site: Site, indicator: Indicator, codes: Sequence[str]) -> None:
    """Refuse an indicator that has no figure for one of the places, or of small ones over too few periods:
    nothing could ever be told. Raises Invalid."""
    if site.geography[codes[0]].level in NEIGHBOURHOODS:
        if sentence := too_few(site, indicator, codes):
            raise Invalid({"indicator": sentence})
        return
    for code in codes:
        if site.observations(indicator).latest(code) is None:
            none = absent(site, indicator, site.geography[code])
            sentence = f"{indicator.title}: {none.full}, so a pilot there could not be judged by it"
            raise Invalid({"indicator": sentence})
