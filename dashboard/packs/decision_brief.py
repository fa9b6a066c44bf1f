"""The brief: what to decide on, with where, how sure and what was decided; then what waits."""

from itertools import islice

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.district_figures import districts, where
from dashboard.datastore.areas import REGIONS
from dashboard.packs import brief_words as words
from dashboard.packs.brief import SectionRequest
from dashboard.packs.choices import first, headlines, sources
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import DecisionItem, Listing, Section
from dashboard.packs.pictures import MapPicture
from dashboard.packs.waiting import set_aside, waiting
from dashboard.packs.words import first_sentence, lower
from dashboard.statements.age import of_years_ago
from dashboard.statements.attention.five_figures import chosen
from dashboard.statements.attention.four_lists import GOOD, WATCH, WORSE_HERE, FourLists, four_lists, list_of
from dashboard.statements.attention.overview_words import surely, what
from dashboard.statements.attention.statement import Statement
from dashboard.statements.attention.to_decide import each_list
from dashboard.statements.evidence_words import moved_since
from dashboard.statements.headline import headline as figure
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.size_words import size_briefly

MOST = 3  # asks
NAMES = 19.0  # size of the letters on a map that is less than half as wide as the page
_MOST_BETTER = 3  # lines of good news
LITTLE = 2  # a brief with fewer asks begins with large numbers
LARGE = 5  # large numbers that stand there at most


def brief_section(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """Headline in words, map, asks, and short lists of what waits and what changed."""
    parts = [item for item in evidence.statements if not request.themes or item.theme in request.themes]
    found, older = led_by(evidence, parts)
    asked = statements_to_decide(evidence, four_lists(parts))[: request.most or MOST]
    indicators = [evidence.site.indicators[item.indicator] for item in asked]
    drawn = _map(evidence, request, indicators)
    evidence.asked_about.update(item.indicator for item in asked)
    large = _large(evidence, request, len(asked))
    listings = [*waiting(evidence), _better(evidence, four_lists(parts)), *set_aside(evidence)]
    return [
        Section(
            "brief",
            "brief",
            "What needs a decision" if evidence.audience == "office" and asked else "What stands out",
            words.title(evidence.place, found),
            lead=" ".join(filter(None, (words.lead(found), words.older(older)))),
            figures=tuple(figure(evidence.site, item, evidence.place) for item in large),
            asks=tuple(_ask(evidence, item) for item in asked),
            pictures=tuple(first((evidence.picture(item) for item in indicators), request.charts or MOST)),
            maps=(drawn,) if drawn else (),
            listings=tuple(listings),
            sources=sources(evidence, [*indicators, *large, *([drawn.shown.indicator] if drawn else [])]),
        )
    ]


def _map(evidence: PackEvidence, request: SectionRequest, indicators: list[Indicator]) -> MapPicture | None:
    """The first of what is asked that has figures for districts, else what the brief names instead."""
    wanted = [
        *((item, "district") for item in indicators),
        *((item, "lsoa") for item in evidence.chosen(request.indicators)),
    ]
    return next(filter(None, (evidence.map(item, level, NAMES) for item, level in wanted)), None)


def led_by(evidence: PackEvidence, parts: list[Statement]) -> tuple[FourLists, list[Statement]]:
    """The four lists that the title counts, and what is worse by a figure of years ago beside them.

    Where nothing newer asks for anything, the old figures are counted with the rest.
    """
    old = [item for item in parts if list_of(item) in (WORSE_HERE, WATCH) and _stale(evidence, item)]
    found = four_lists(item for item in parts if item not in old)
    if not (found.lists[WORSE_HERE] or found.lists[WATCH]):
        return four_lists(parts), []
    return found, [item for item in old if list_of(item) == WORSE_HERE]


def _large(evidence: PackEvidence, request: SectionRequest, asked: int) -> list[Indicator]:
    """The large numbers that it begins with: those of the brief; where it asks little, the first of its
    themes, since a page of nothing to do still says how things stand."""
    site, place = evidence.site, evidence.place
    if request.figures or (asked < LITTLE and place.level in REGIONS and not request.themes):
        return list(islice(chosen(site, place), request.figures or LARGE))
    if asked >= LITTLE or place.level not in REGIONS:
        return []
    found = [item for theme in request.themes for item in headlines(evidence, theme, LARGE)]
    known = (item for item in dict.fromkeys(found) if site.observations(item).latest(place.code))
    return list(known)[:LARGE]


def statements_to_decide(evidence: PackEvidence, found: FourLists) -> list[Statement]:
    """What is worse here, in order, then what is to be watched; old figures after all others."""
    worse, watch = each_list(evidence.site, found)
    return sorted([*worse, *watch], key=lambda item: _stale(evidence, item))


def _stale(evidence: PackEvidence, item: Statement) -> bool:
    """Whether the newest figure behind a statement is of years ago."""
    indicator = evidence.site.indicators[item.indicator]
    newest = evidence.newest(indicator)
    return newest is not None and of_years_ago(indicator, newest, evidence.day)


def _ask(evidence: PackEvidence, item: Statement) -> DecisionItem:
    site, indicator = evidence.site, evidence.site.indicators[item.indicator]
    return DecisionItem(
        statement=item,
        figure=figure(site, indicator, evidence.place),
        what=what(site, item),
        size=_size(evidence, item),
        where=_where(evidence, indicator) if evidence.place.level in REGIONS else "",
        sure=surely(item),
        decided=_decided(evidence, item) if evidence.audience == "office" else "",
        caveat=first_sentence(indicator.caveat),
    )


def _where(evidence: PackEvidence, indicator: Indicator) -> str:
    """The places of a region furthest on the bad side; both of two; that none has a figure where none has."""
    site, place = evidence.site, evidence.place
    shown = districts(site, indicator, place)
    few = [f"{name} {indicator.format(value)}" for name, value in shown.named()] if shown else []
    return where(site, indicator, place) or words.places(few)


def _size(evidence: PackEvidence, item: Statement) -> str:
    """What the gap comes to; "" where that may not be said, or the place has no figure of its own."""
    site = evidence.site
    judged = judgement(site, site.indicators[item.indicator], site.geography[item.area_code])
    return size_briefly(site, judged) if judged else ""


def _decided(evidence: PackEvidence, item: Statement) -> str:
    """What was decided about a line, and whether the figures that it rested on are others now."""
    about = _decision(evidence, item)
    moved = moved_since(evidence.site, about.kept) if about else ""
    return " ".join(filter(None, (words.decided(about), moved)))


def _decision(evidence: PackEvidence, item: Statement):
    taken = evidence.site.record.decisions(evidence.day)
    here = (evidence.place.code, evidence.region.code if evidence.region else "")
    return next((d for d in taken if d.region in here and d.indicator == item.indicator), None)


def _better(evidence: PackEvidence, found: FourLists) -> Listing:
    lines = [f"{item.title}: {lower(what(evidence.site, item))}." for item in found.lists[GOOD]]
    return words.shortened("Better than before", lines, words.NOTHING_BETTER, _MOST_BETTER)
