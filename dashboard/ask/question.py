"""Question: what is asked, whole and of one meaning; or a refusal that says why there is none."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from rapidfuzz.distance import OSA

from dashboard.address.address import link
from dashboard.ask.dates import When
from dashboard.ask.reading import Reading
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.needs import load_needs
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.place_names import search, similar_names
from dashboard.runtime.slips import without_slips
from dashboard.search.found import indicators_called, place_address, where_in
from dashboard.search.matching import words
from dashboard.site import Site

RANKS = ("highest", "lowest", "best", "worst")
_WHY = {
    "undated": "Which period is meant is not said: name a year or a month, such as 2023.",
    "future": "What is to come is not answered here: every answer is a figure that a publisher has given.",
    "cause": "Figures say what is, not why: no cause is named here.",
    "opinion": "What ought to be done, or liked, is for people to say: here are only figures.",
}


@dataclass(frozen=True)
class Option:
    """Something to go on with: what it is called, and its address (a page, or the question put anew)."""

    name: str
    address: str


@dataclass(frozen=True)
class AskRefusal:
    """That there is no answer: why, in one word for programs and in a sentence for people; what is near."""

    reason: str
    sentence: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Question:
    """`kind` is value, change, since, compare, then or one of RANKS. `named` is whether a place was;
    `exact` whether the indicator was asked for by a title that nothing else is called by; `until` the
    year that a change is counted to where it is not the newest."""

    kind: str
    indicator: Indicator
    places: tuple[Area, ...]
    when: When | None
    named: bool
    exact: bool = False
    until: When | None = None


def question_of(site: Site, region: Area, reading: Reading) -> Question | AskRefusal:
    """The question of `reading`, as looked at from `region`."""
    if refusal := _not_for_us(site, region, reading):
        return refusal
    indicator = _indicator(site, region, reading)
    if isinstance(indicator, AskRefusal):
        return indicator
    places = _places(site, region, reading)
    if isinstance(places, AskRefusal):
        return places
    kind = _kind(reading, places)
    if isinstance(kind, AskRefusal):
        return kind
    first, last = [*sorted(reading.dates, key=lambda when: when.first), None, None][:2]
    question = Question(kind, indicator, places or (region,), first, bool(places), reading.exact, last)
    if _alone(question):
        return replace(question, places=(*question.places, site.geography[ENGLAND]))
    return question


def _alone(question: Question) -> bool:
    return question.kind == "compare" and len(question.places) == 1 and question.places[0].code != ENGLAND


def _not_for_us(site: Site, region: Area, reading: Reading) -> AskRefusal | None:
    """Why a question is refused whatever it is about, the plainest reason first."""
    if reading.outside:
        sentence = f"No figures of {reading.outside[0]} are held here: they are of places in England."
        return AskRefusal("outside", sentence, _near(site, region, reading))
    if reading.unplaced:
        return _nowhere(site, region, reading.unplaced)
    if [when for when in reading.dates if when.first > datetime.now(UTC).date()]:
        return AskRefusal("future", _WHY["future"], _near(site, region, reading))
    if reading.refusals:
        return AskRefusal(reading.refusals[0], _WHY[reading.refusals[0]], _near(site, region, reading))
    if reading.gaps:
        need = (without_slips(load_needs, site.settings.data / "needs.toml") or {}).get(reading.gaps[0])
        sentence = (
            f"{need.title} is not held here; held by: {need.holder}." if need else "That is not held here."
        )
        return AskRefusal("not_held", sentence, (Option("Known gaps", link("/audit", region)),))
    if reading.unread:
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(reading.unread))
        are = "is" if len(set(reading.unread)) == 1 else "are"
        sentence = f"Not answered: {shown} {are} not understood here, and no word of a question is left out."
        return AskRefusal("not_held", sentence, _near(site, region, reading))
    if len(reading.dates) > (2 if "between" in reading.kinds else 1):
        return AskRefusal("ambiguous", "More than one date is named: ask about one at a time.")
    return None


def _nowhere(site: Site, region: Area, name: str) -> AskRefusal:
    """That there is no council area of that name; the small area or what else is called almost so."""
    found, _ = search(site.store, name, 4)
    found = found or similar_names(site.store, name, 4)
    almost = _almost(site, name)
    codes = {area.code for area in almost}
    near = (
        *(Option(area.name, _place_page(site, region, area)) for area in almost),
        *(
            Option(f"{item.name}, {where_in(item)}", place_address(site, region, item))
            for item in found
            if item.code not in codes
        ),
    )
    if any(item.level == "ward" and _called(item.name, name) for item in found):
        return AskRefusal(
            "small_area", f"Figures of {name} are on the map of neighbourhoods, not answered here.", near
        )
    sentence = f"“{name}” is no place in England, and nothing else, that is known here."
    return AskRefusal("outside", sentence, near)


def _almost(site: Site, name: str) -> list[Area]:
    """The council areas whose names are one letter off: "leads" may be Leeds, and is not taken for it."""
    typed = " ".join(words(name))
    areas = site.geography.areas.values()
    one_off = (area for area in areas if OSA.distance(typed, " ".join(words(area.name)), score_cutoff=1) == 1)
    return [area for area in one_off if area.level == "district"][:3]


def _place_page(site: Site, region: Area, area: Area) -> str:
    return link(f"/place/{area.code}", site.geography.region_of(area.code, region) or region)


def _called(full: str, name: str) -> bool:
    """Whether `name` is how `full` begins, in whole words: "work" is not Workington."""
    begins = words(name)
    return words(full)[: len(begins)] == begins


def _near(site: Site, region: Area, reading: Reading) -> tuple[Option, ...]:
    """The pages of the indicators that were understood, and of those found by the words that were not."""
    ids = [one for several in reading.indicators for one in several][:4]
    understood = [Option(site.indicators[one].title, page(site.indicators[one], region)) for one in ids]
    hits = indicators_called(site, region, " ".join(reading.unread)) if reading.unread else []
    titles = {word for option in understood for word in words(option.name)}
    found = [Option(one.name, one.address) for one in hits if not titles or titles & set(words(one.name))]
    return tuple({option.name: option for option in (*understood, *found[:3])}.values())


def page(indicator: Indicator, region: Area) -> str:
    """The page of `indicator`."""
    return link(f"/indicator/{indicator.id}", region)


def _indicator(site: Site, region: Area, reading: Reading) -> Indicator | AskRefusal:
    if not reading.indicators:
        return AskRefusal("nothing", "Say what you want to know, such as “employment rate in Bolton”.")
    common = [one for one in reading.indicators[0] if all(one in several for several in reading.indicators)]
    if len(common) == 1:
        return site.indicators[common[0]]
    if len(reading.indicators) > 1:
        return AskRefusal(
            "ambiguous", "Two things are asked about: ask about one at a time.", _near(site, region, reading)
        )
    return AskRefusal("ambiguous", "Which of these is meant?", _near(site, region, reading))


def _places(site: Site, region: Area, reading: Reading) -> tuple[Area, ...] | AskRefusal:
    several = next((codes for codes in reading.places if len(codes) > 1), None)
    if several:
        near = tuple(Option(site.geography[c].name, link(f"/place/{c}", region)) for c in several)
        return AskRefusal("ambiguous", "Which place is meant?", near)
    if len(reading.places) > 5:
        return AskRefusal("ambiguous", "At most five places can be asked about at a time.")
    return tuple(site.geography[code] for (code,) in reading.places)


def _over_years(reading: Reading, kinds: frozenset[str], asks: frozenset[str]) -> str | AskRefusal:
    """Since a year, or between two; both may ask whether the figure rose."""
    if len(asks) > 1 or kinds - asks - {"change"}:
        return AskRefusal("ambiguous", "More than one thing is asked of the figure: ask one at a time.")
    if len(reading.dates) < (2 if "between" in asks else 1):
        sentence = (
            "Between which years? Name both, such as 2019 and 2023."
            if "between" in asks
            else ("Since when? Name a year, such as 2019.")
        )
        return AskRefusal("ambiguous", sentence)
    return "since"


def _kind(reading: Reading, places: tuple[Area, ...]) -> str | AskRefusal:
    """The one kind of question; “higher … than” compares, and so does “higher” alone, with England."""
    kinds = reading.kinds - {"side"} if reading.kinds & {"compare", *RANKS} else reading.kinds
    kinds = frozenset("compare" if kind == "side" else kind for kind in kinds)
    if asks := kinds & {"since", "between"}:
        return _over_years(reading, kinds, asks)
    if "then" in kinds and not reading.dates:
        return AskRefusal("ambiguous", "Known when? Name a month, such as June 2024.")
    if kinds == {"change", "compare"} and len(places) == 2:
        return "compare"  # one place is “better than” another
    if len(kinds) > 1:
        return AskRefusal("ambiguous", "More than one thing is asked of the figure: ask one at a time.")
    kind = next(iter(kinds), "value")
    if kind in RANKS and len(places) > 1:
        return AskRefusal("ambiguous", "Name one region whose districts are to be ordered.")
    if kind == "compare" and len(places) > 2:
        return AskRefusal("ambiguous", "Two places can be compared at a time.")
    if kind == "change" and reading.dates:
        return AskRefusal("ambiguous", "A change is judged over all the years held: ask without a date.")
    return kind
