"""What the operations of /api/v1 find on a site, by the values of their parameters.

What is named and does not exist is a BadAddress (404) with one sentence.
"""

from dataclasses import asdict
from datetime import UTC, date, datetime

from dashboard.address.address import link
from dashboard.address.api_parameters import LATEST
from dashboard.address.parameters import no_such, region_code
from dashboard.address.query_params import BadAddress, in_order
from dashboard.ask.answer import ANSWERED, answer
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import NEIGHBOURHOODS, Area, UnknownArea
from dashboard.datastore.observations import Observation
from dashboard.datastore.travel.stations import TABLE
from dashboard.exports.deciles import deciles_record
from dashboard.exports.gap_size import size_record
from dashboard.exports.travel.journeys import journeys_of
from dashboard.exports.travel.stations import stations_of
from dashboard.search.found import find
from dashboard.site import Site, visible
from dashboard.statements.by_decile import by_decile, why_not
from dashboard.statements.by_group import gaps_of, group_gaps
from dashboard.statements.changed.between import ChangesQuery, before_snapshot, changes_between
from dashboard.statements.judgement.judgement import judgement
from dashboard.web.api.records import BETWEEN, dataset_record

ANSWER = "answer"  # the kind of a hit that answers a question


def indicators(site: Site, given: dict) -> list[tuple]:
    """Each indicator, of one theme or of all, with its site."""
    found = site.indicators.values()
    return [(site, item) for item in found if given["theme"] in (None, item.theme)]


def indicator(site: Site, given: dict) -> Indicator:
    """The indicator that `theme` and `name` say. Raises BadAddress."""
    key = f"{given['theme']}/{given['name']}"
    if key not in site.indicators:
        raise BadAddress(404, f"There is no indicator called “{key}”.")
    return site.indicators[key]


def observations(site: Site, given: dict) -> list[tuple]:
    """Each figure of one indicator in the areas and periods asked for: what observation_record takes.

    An area asked for by its code, or by what it lies in, has an item even where there is no figure.
    With `as_of` they are those known on that day. Raises BadAddress.
    """
    in_order(given["from"], given["to"], "from")
    site, asked = site.at(given["as_of"]), indicator(site, given)
    when = BETWEEN if given["from"] or given["to"] else given["period"]
    home = around(site, given["within"]).code
    wide, near = site.observations(asked), None
    found: list[tuple] = []
    for place in _areas_asked_for(site, given, wide.areas(), home):
        small = place.level in NEIGHBOURHOODS
        if small and near is None:
            near = site.observations(asked, home)
        figures = _periods(near if small else wide, place.code, given) or (None,)
        found += [(site, asked, place, item, when, site.geography[home]) for item in figures]
    return found


def deciles(site: Site, given: dict) -> dict:
    """One indicator by deprivation decile in an area, this region if none is named. Raises BadAddress."""
    asked, home = indicator(site, given), around(site, given["within"])
    found = by_decile(site, asked, home)
    if found is None:
        why = why_not(site, asked, home) or "no figures of neighbourhoods are held there"
        raise BadAddress(404, f"{asked.title} is not shown by deprivation tenth in {home.name}: {why}.")
    return deciles_record(found)


def size_of_gap(site: Site, given: dict) -> dict:
    """What the gap of one indicator comes to in an area, this region if none is named. Raises BadAddress."""
    asked, place = indicator(site, given), around(site, given["place"])
    judged = judgement(site, asked, place)
    if judged is None:
        raise BadAddress(404, f"{asked.title} has no figure for {place.name}, so no gap is known.")
    return size_record(site, judged)


def groups(site: Site, given: dict) -> list[tuple]:
    """Each gap between groups that belongs to one indicator, in an area or in its local authorities."""
    asked, home = indicator(site, given), around(site, given["within"])
    return [(item,) for gap in gaps_of(site, asked) for item in group_gaps(site, gap, home)]


def changes(site: Site, given: dict) -> list[tuple]:
    """What changed after `since`, by indicator. Raises BadAddress."""
    until = given["until"] or datetime.now(UTC).date()
    since = given["since"] or min(before_snapshot(site), until)
    in_order(since, until, "since")
    region = region_code(site, given["region"])
    if given["indicator"] and given["indicator"] not in site.indicators:
        raise BadAddress(404, f"There is no indicator called “{given['indicator']}”.")
    place = around(site, given["place"]) if given["place"] else None
    asked = ChangesQuery(region, since, until, place, given["theme"] or "", given["indicator"] or "")
    return [(item,) for item in changes_between(site, asked).indicators]


def _areas_asked_for(site: Site, given: dict, published, home: str) -> list[Area]:
    level = given["level"]
    if given["area"]:
        asked = list(dict.fromkeys(area(site, code) for code in given["area"]))
    elif level in NEIGHBOURHOODS:
        asked = site.geography.members(home, level)
    elif given["within"]:
        asked = [*site.geography.areas.values()]
    else:
        asked = [site.geography.areas[code] for code in published if code in site.geography.areas]
    if given["within"]:
        inside = site.geography.within
        asked = [a for a in asked if a.level in NEIGHBOURHOODS or home in (a.code, *inside.get(a.code, ()))]
    return [area for area in asked if level in (None, area.level)]


def _periods(observations, code: str, given: dict) -> tuple[Observation, ...]:
    period, first, last = given["period"], given["from"] or date.min, given["to"] or date.max
    if period is None:
        return tuple(item for item in observations.series(code) if first <= item.period <= last)
    found = observations.latest(code) if period == LATEST else observations.at(code, period)
    return (found,) if found else ()


def area(site: Site, code: str) -> Area:
    """The area with `code`, of today or as it was. Raises BadAddress."""
    try:
        return site.geography.today(code) or site.geography[code]
    except UnknownArea:
        raise no_such(site, "area", code) from None


def around(site: Site, code: str | None) -> Area:
    """The area of today with `code`, this region if none is named: one that was abolished has nothing in it.
    Raises BadAddress."""
    found = area(site, code or site.settings.region)
    if code and found.level not in NEIGHBOURHOODS and found.code not in site.geography.areas:
        raise no_such(site, "area", code, " today")
    return found


def journeys(site: Site, given: dict) -> list[tuple]:
    """The flows to work from an area, or to it, that may be shown. Raises BadAddress."""
    place = around(site, given["code"])
    if (
        place.level not in ("district", "msoa")
        or not {"commuting_msoa", "commuting_district"} <= site.store.tables()
    ):
        raise BadAddress(404, f"Journeys to work are held for districts and MSOAs, not for {place.name}.")
    return [(row,) for row in journeys_of(site, place, given["direction"] != "in")]


def rail_stations(site: Site, given: dict) -> list[tuple]:
    """Each station in an area and year; none where no station stands there. Raises BadAddress."""
    if TABLE not in site.store.tables():
        raise BadAddress(404, "The use of rail stations is not held here.")
    return [(row,) for row in stations_of(site, around(site, given["code"]))]


def areas(site: Site, given: dict) -> list[tuple]:
    """Each area of a kind, or inside another, with its site. Raises BadAddress."""
    home, level = given["within"], given["level"]
    home = home and around(site, home).code
    if level in NEIGHBOURHOODS:
        return [(site, area) for area in site.geography.members(home or site.settings.region, level)]
    inside = site.geography.within
    found = [area for area in site.geography.areas.values() if level in (None, area.level)]
    return [(site, area) for area in found if not home or home in (area.code, *inside.get(area.code, ()))]


def dataset(site: Site, given: dict) -> dict:
    """The record of one dataset that may be seen. Raises BadAddress."""
    if given["dataset"] not in visible(site):
        raise BadAddress(404, f"There is no dataset called “{given['dataset']}”.")
    return dataset_record(site, visible(site)[given["dataset"]])


def ask(site: Site, given: dict) -> dict:
    """The answer to the question `q`, as looked at from one region. Raises BadAddress."""
    found = answer(site, region_code(site, given["region"]), given["q"])
    return {
        "state": found.state,
        "reason": found.reason,
        "said": found.sentence,
        "notes": found.notes,
        "figures": [asdict(item) for item in found.figures],
        "options": [asdict(item) for item in found.options],
    }


def search(site: Site, given: dict) -> dict:
    """What `q` may mean, as links for one region. Raises BadAddress."""
    region, asked = region_code(site, given["region"]), given["q"]
    found, hits = find(site, region, asked), _answer_first(site, region, asked)
    return {"said": "" if hits else found.sentence, "items": [*hits, *(asdict(hit) for hit in found.hits)]}


def _answer_first(site: Site, region: Area, asked: str) -> list[dict]:
    """The answer, where the text is a question that has one, before all that is called so."""
    found = answer(site, region, asked)
    if found.state != ANSWERED:
        return []
    sources = "; ".join(dict.fromkeys(name for item in found.figures for name in item.sources))
    address = link("/search", region, q=asked)
    return [{"kind": ANSWER, "name": found.sentence, "detail": sources, "address": address}]
