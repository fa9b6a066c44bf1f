"""One small area beside the map: its figures, where it stands, what is next to it, and all its measures."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.components.absent import published_at
from dashboard.components.small_area_choice import SmallAreaChoice, bare_values, offered, tells_apart
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import containers
from dashboard.methods.places import place_of
from dashboard.pages.neighbourhoods.layers import changed_areas, living_in
from dashboard.pages.neighbourhoods.tables import clear_button, ranked_table
from dashboard.statements import neighbourhood_words as words
from dashboard.statements import rank_words
from dashboard.statements.absence.absent import absent

BESIDE = 3


def one_area(choice: SmallAreaChoice, area: Area) -> list:
    """What is said of an area that the map shows."""
    names = containers(choice.site.store, choice.region.code).get(area.code, {})
    where = words.where_it_is(choice.level, names, living_in(choice, [area.code]))
    known = area.code in choice.shown.figures
    change = changed_areas(choice).get(area.code)
    return [
        html.H2(area.name),
        html.P(where),
        *(_figure(choice, area) if known else [_none(choice, choice.indicator, area)]),
        _second(choice, area) if choice.two else None,
        html.P(words.CHANGES[change], className="note") if change else None,
        _page(choice, area) if choice.level == "ward" else None,
        clear_button(),
        _beside(choice, area) if known else None,
        _profile(choice, area),
    ]


def _page(choice: SmallAreaChoice, area: Area) -> html.P:
    """The way to all that is held of a ward."""
    return html.P(dcc.Link(f"All about {area.name} ward", href=link(f"/ward/{area.code}", choice.region)))


def _figure(choice: SmallAreaChoice, area: Area) -> list:
    """The figure of the first measure, between what it likely lies, and where it stands."""
    indicator, figures = choice.indicator, choice.shown.figures
    values = bare_values(choice.site, indicator, choice.region, choice.level)
    figure, standing = _standing(indicator, values, area.code)
    limits = rank_words.limits_words(indicator.format, figures[area.code])
    if span := choice.ranges.get(area.code):
        standing = rank_words.likely_place(indicator, span, len(choice.ranges))
    value = [html.Span(figure, className="value"), f" {indicator.unit}"]
    return [
        html.P(value, className="panel-value"),
        html.P(f"{rank_words.LIKELY_HEAD} {limits}.", className="note") if limits else None,
        html.P(f"{indicator.title}: {standing}."),
    ]


def _none(choice: SmallAreaChoice, indicator: Indicator, area: Area) -> html.P:
    """Why the area has no figure of a measure."""
    none = absent(choice.site, indicator, area, choice.region)
    return html.P(
        [f"{indicator.title}: {none.sentence[:1].lower()}{none.sentence[1:]}.", *published_at(none.address)]
    )


def _second(choice: SmallAreaChoice, area: Area) -> html.P:
    """The area's figure of the second measure and where it stands."""
    second = choice.second
    values = bare_values(choice.site, second, choice.region, choice.level)
    if area.code not in values:
        return _none(choice, second, area)
    figure, standing = _standing(second, values, area.code)
    return html.P(f"{second.title}: {figure}, {standing}.")


def _beside(choice: SmallAreaChoice, area: Area) -> html.Div | html.P:
    """Those next to it in rank; why there are none where the figure is its district's."""
    if not tells_apart(choice.indicator):
        return html.P(words.ONE_A_DISTRICT, className="note")
    place = choice.ranking.index(area.code)
    near = choice.ranking[max(place - BESIDE, 0) : place + BESIDE + 1]
    return ranked_table(choice, near, "Next to it in rank", area.code)


def _profile(choice: SmallAreaChoice, area: Area) -> html.Details:
    """Every measure of one area, and where it stands in the region."""
    rows = []
    for indicator in offered(choice.site, choice.region):
        values = bare_values(choice.site, indicator, choice.region, choice.level)
        if area.code in values:
            rows.append([indicator.title, *_standing(indicator, values, area.code)])
    table = data_table(["Measure", "Figure", "Place in the region"], rows, f"All measures of {area.name}")
    return html.Details([html.Summary(f"All {len(rows)} measures of {area.name}"), table])


def _standing(indicator: Indicator, values: dict[str, float], code: str) -> tuple[str, str]:
    """The figure and where it stands; those with the same figure share a place."""
    place = place_of(values[code], [*values.values()], indicator.better)
    return indicator.format(values[code]), rank_words.rank_and_fifth(indicator, place, len(values))
