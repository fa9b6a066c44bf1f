"""Sections: one maker for each kind of section that a brief may ask for."""

from collections.abc import Callable

from dashboard.catalogue.indicators import THEMES
from dashboard.packs import words
from dashboard.packs.brief import SectionRequest
from dashboard.packs.choices import first, headlines, sources, themes_of
from dashboard.packs.decision_brief import brief_section
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.frameworks import framework_sections
from dashboard.packs.inequality import inequality_pictures
from dashboard.packs.model import Section
from dashboard.packs.tables import MOST_PLACES, comparisons, places_section, profile_section
from dashboard.statements.attention.chance_words import behind
from dashboard.statements.headline import headline
from dashboard.statements.map_words import LEVEL_NAMES

DECISIONS, STATEMENTS = 8, 4  # statements on a page of decisions, and on a theme's page
Maker = Callable[[PackEvidence, SectionRequest], list[Section]]


def _summary(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """One page: the headline figures of each theme."""
    themes = themes_of(evidence, request)
    indicators = [item for theme in themes for item in headlines(evidence, theme, request.most)]
    figures = tuple(headline(evidence.site, item, evidence.place) for item in indicators)
    return [
        Section(
            "summary",
            "summary",
            "In figures",
            words.overall(evidence.place, [item for item in evidence.statements if item.theme in themes]),
            lead=words.about_figures(sum(item.latest is None for item in figures)),
            figures=figures,
            sources=sources(evidence, indicators),
        )
    ]


def _attention(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """What needs a decision, in order, each with its reason and how sure it is."""
    themes = themes_of(evidence, request)
    found = [item for item in evidence.statements if item.theme in themes and words.needs_attention(item)]
    shown = tuple(found[: request.most or DECISIONS])
    indicators = [evidence.site.indicators[item.indicator] for item in shown]
    return [
        Section(
            "attention",
            "attention",
            "What needs a decision",
            words.first_needs(shown),
            lead=behind([item for item in evidence.statements if item.theme in themes]),
            statements=shown,
            pictures=tuple(first((evidence.picture(item) for item in indicators), request.charts)),
            sources=sources(evidence, indicators),
        )
    ]


def _themes(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """A page a theme: its message, statements, and the charts that need attention most."""
    return [_theme(evidence, request, theme) for theme in themes_of(evidence, request)]


def _theme(evidence: PackEvidence, request: SectionRequest, theme: str) -> Section:
    every = [item for item in evidence.statements if item.theme == theme]
    parts = [item for item in every if item.indicator not in evidence.asked_about]
    pictures = tuple(first((evidence.picture(item) for item in evidence.in_order(theme)), request.charts))
    name = THEMES[theme]
    shown = [evidence.site.indicators[item.indicator] for item in parts[: request.most or STATEMENTS]]
    return Section(
        f"theme-{theme}",
        "theme",
        name,
        words.theme_message(name, parts, "else " if len(parts) < len(every) else ""),
        statements=tuple(parts[: request.most or STATEMENTS]),
        pictures=pictures,
        sources=sources(evidence, [*(item.indicator for item in pictures), *shown]),
    )


def _indicators(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """Chosen indicators: a wide chart and what is said of each, then the places inside side by side."""
    chosen = evidence.chosen(request.indicators)
    if not chosen:
        return []
    every = [item for item in evidence.statements if evidence.site.indicators[item.indicator] in chosen]
    parts = [item for item in every if item.indicator not in evidence.asked_about]
    drawn = [[evidence.picture(item, "full"), *inequality_pictures(evidence, item)] for item in chosen]
    pictures = [picture for each in drawn for picture in each]
    title = request.title or "Chosen indicators"
    return [
        Section(
            "indicators",
            "indicators",
            title,
            words.theme_message(title, parts, "else " if len(parts) < len(every) else ""),
            statements=tuple(parts),
            pictures=tuple(item for item in pictures if item),
            comparisons=tuple(comparisons(evidence, chosen, title)) if _few(evidence) else (),
            sources=sources(evidence, [*chosen, *(item.indicator for item in pictures if item)]),
        )
    ]


def _few(evidence: PackEvidence) -> bool:
    """Whether the places stand side by side in two tables at most: of more the charts say what a page can."""
    return len(evidence.site.geography.members(evidence.place.code)) <= 2 * MOST_PLACES


def _maps(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """A page a map; nothing where an indicator has no figures inside the place."""
    found = []
    for indicator in evidence.chosen(request.indicators):
        drawn = evidence.map(indicator, request.level)
        if drawn:
            message = words.map_message(indicator, drawn.shown.level, drawn.shown.named())
            known = sources(evidence, [indicator])
            as_asked = request.title and drawn.shown.level == request.level
            kicker = request.title if as_asked else LEVEL_NAMES[drawn.shown.level][0]
            key = f"map-{indicator.name}"
            found.append(Section(key, "map", kicker, message, maps=(drawn,), sources=known))
    return found


SECTION_MAKERS: dict[str, Maker] = {
    "brief": brief_section,
    "summary": _summary,
    "attention": _attention,
    "theme": _themes,
    "indicators": _indicators,
    "profile": profile_section,
    "places": places_section,
    "map": _maps,
    "framework": framework_sections,
}
