"""Compose: a Brief, a Site and a place give a Pack. Every figure comes through site.observations."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dashboard.catalogue.periods import day_words
from dashboard.catalogue.region_words import office
from dashboard.datastore.areas import Area
from dashboard.packs.admission import PackRefused, admitted
from dashboard.packs.brief import SECTION_KINDS, Brief, SectionRequest
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import Pack, Section
from dashboard.packs.sections import SECTION_MAKERS
from dashboard.packs.short_names import shortly_named
from dashboard.packs.words import NOTES, message, needs_attention
from dashboard.site import Site
from dashboard.statements.as_of_words import figures_known

MESSAGES = 3
Progress = Callable[[int, int, str], None]


def no_progress(done: int, of: int, what: str) -> None:
    """For callers that show no progress."""


def compose(site: Site, brief: Brief, place: Area, progress: Progress = no_progress) -> Pack:
    """The pack of `brief` about `place` with the figures of `site` (use site.at(day) for a past day).

    `progress(done, of, what)` is called before each. Raises PackRefused, in a sentence, when the place
    is of the wrong kind, a theme is still to be chosen, or figures may not be seen by the audience.
    """
    if place.level not in brief.levels:
        raise PackRefused(
            f"“{brief.title}” is about a {brief.place}, and {place.name} is none; choose another place."
        )
    home = site.geography.home(place, site.settings.region)
    brief = brief.of(home)
    if brief.asks_theme:
        raise PackRefused(f"“{brief.title}” needs a theme; choose one.")
    day = site.as_of or date.fromisoformat(site.store.built[:10])
    evidence = PackEvidence(admitted(site, brief.audience, day), site, place, brief.audience, day, brief.name)
    requests = [request for request in brief.sections if request.kind != "notes"]
    sections = _sections(evidence, requests, progress)
    sources = tuple({item.indicator.id: item for section in sections for item in section.sources}.values())
    told = _told_beside(sections)
    if untold := tuple(item for item in sources if item.indicator.id not in told):
        sections.append(Section("notes", "notes", "Data notes", NOTES, sources=untold))
    made = Pack(
        name=brief.name,
        title=brief.title,
        about=brief.about,
        audience=brief.audience,
        office=office(home),
        address=_address(site, brief.audience),
        region=home.code,
        place=place,
        day=day,
        as_of=f"As of {day_words(day)}",
        snapshot=site.store.snapshot,
        messages=_messages(evidence, requests),
        sections=_with_own_keys(sections),
        sources=sources,
        coverage_note=figures_known(site, list(site.indicators.values())) if site.as_of else "",
    )
    return shortly_named(made, home.name)


def _address(site: Site, audience: str) -> str:
    """Where whoever has the pack reaches its figures: the office's dashboard, or the public view, "" where
    nobody has said where that is."""
    settings = site.settings
    if audience == "public":
        return settings.public_view
    return settings.provider.address if settings.provider else f"http://{settings.bind}{settings.base}"


def _sections(evidence: PackEvidence, requests: list[SectionRequest], progress: Progress) -> list[Section]:
    sections: list[Section] = []
    for number, request in enumerate(requests):
        progress(number, len(requests), request.title or SECTION_KINDS[request.kind].title)
        sections += SECTION_MAKERS[request.kind](evidence, request)
    progress(len(requests), len(requests), "Writing the file")
    if not sections:
        raise PackRefused("This pack would be empty; choose at least one section.")
    return sections


def _told_beside(sections: list[Section]) -> set[str]:
    """The indicators whose source and caveat stand below their chart or map: the notes do not repeat them."""
    pictures = {picture.indicator.id for section in sections for picture in section.pictures}
    large = {item.indicator.id for section in sections if section.kind == "brief" for item in section.figures}
    return pictures | large | {item.shown.indicator.id for section in sections for item in section.maps}


def _messages(evidence: PackEvidence, requests: list[SectionRequest]) -> tuple[str, ...]:
    """The first lines: what needs attention most in the themes that the pack is about."""
    themes = {theme for request in requests for theme in request.themes} - {"each"}
    wide = (
        any(request.kind in ("summary", "attention") and not request.themes for request in requests)
        or not themes
    )
    found = [item for item in evidence.statements if wide or item.theme in themes]
    return tuple(message(item) for item in found if needs_attention(item))[:MESSAGES]


def _with_own_keys(sections: list[Section]) -> tuple[Section, ...]:
    """The sections with keys that are unique in the pack: a second one of a name gets its number."""
    counts: dict[str, int] = {}
    found = []
    for section in sections:
        counts[section.key] = counts.get(section.key, 0) + 1
        number = counts[section.key]
        found.append(section if number == 1 else replace(section, key=f"{section.key}-{number}"))
    return tuple(found)
