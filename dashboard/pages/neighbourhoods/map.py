"""The map of small areas: one measure, two laid over each other, or the clusters of one."""

from dash import html
from dash.development.base_component import Component

from dashboard.charts.absences import absences
from dashboard.components.map_panel import MapLegend, MapValues, map_data, map_legend, map_panel
from dashboard.components.named_legend import named_legend
from dashboard.components.region_map import map_ratio, map_url
from dashboard.components.small_area_choice import SmallAreaChoice
from dashboard.datastore.neighbourhoods import outline
from dashboard.methods.maps.layers import BOTH, FIRST, NEITHER, SECOND
from dashboard.pages.neighbourhoods.layers import (
    both_layers,
    changed_areas,
    clusters,
    lies_in,
    living_in,
    marked,
    values_of,
)
from dashboard.statements import neighbourhood_words as words
from dashboard.statements.absence.absence import shared
from dashboard.statements.map_words import class_ends, class_ranges, figure_words, map_summary, map_title

MAP = "neighbourhoods"


def neighbourhood_map(choice: SmallAreaChoice, legend: Component) -> html.Figure:
    """The map, its Store called MAP; `legend` is the part that holds `neighbourhood_legend`."""
    return map_panel(MAP, neighbourhood_data(choice), legend, map_ratio(choice.site, choice.region))


def neighbourhood_data(choice: SmallAreaChoice) -> dict:
    """The content of the map's Store."""
    paint = _two if choice.two else _clusters if choice.clusters and clusters(choice) else _one
    classes, words_by_code, title, summary = paint(choice)
    figures = _placed(choice, words_by_code)
    url = map_url(choice.region, choice.level)
    return map_data(url, MapValues(classes, figures, None, choice.selected), title=title, summary=summary)


def neighbourhood_legend(choice: SmallAreaChoice) -> Component:
    """What the colours mean, with the number of areas of each."""
    if choice.two:
        found = both_layers(choice)
        return named_legend(
            "legend-two",
            words.two_classes(choice.indicator, choice.second, found, choice.region.name),
            (3, 1, 2, 0),
        )
    found = clusters(choice) if choice.clusters else None
    if found:
        return named_legend("legend-hot", words.hot_classes(found), (2, 0, 1))
    shown = choice.shown
    ranges = class_ranges(choice.indicator, shown.classes, values_of(choice, choice.indicator))
    why = shared(absences(choice.site, shown).values())
    return map_legend(
        MapLegend(choice.indicator.unit, ranges, shown.without, why, class_ends(choice.indicator))
    )


def place_outline(choice: SmallAreaChoice) -> html.Div:
    """The outline of a chosen place that is larger than the areas shown, for assets/neighbourhoods.js."""
    larger = choice.place is not None and not choice.selected and choice.chosen
    path = outline(choice.site.store, choice.place.code) if larger else ""
    drawn = f'<path class="place-casing" d="{path}"/><path class="place-line" d="{path}"/>' if path else ""
    return html.Div(hidden=True, **{"data-over": MAP, "data-markup": drawn})


def _one(choice: SmallAreaChoice) -> tuple[dict, dict, str, str]:
    shown, indicator = choice.shown, choice.indicator
    words_by_code = {code: figure_words(indicator, item) for code, item in shown.figures.items()}
    return (
        shown.class_of(),
        words_by_code,
        map_title(indicator, choice.region, choice.level, shown.period),
        map_summary(indicator, choice.level, shown.named(), shown.without, shown.fitted),
    )


def _placed(choice: SmallAreaChoice, words_by_code: dict[str, str]) -> dict[str, str]:
    """Each figure with what it lies in, and that it was that of a larger area where it was."""
    changes = changed_areas(choice)
    absent = absences(choice.site, choice.shown)
    found = {}
    for code in choice.names:
        figure = words_by_code.get(code) or (absent[code].short if code in absent else "no figure")
        if code in changes:
            figure += f" ({words.CHANGES_SHORT[changes[code]]})"
        found[code] = " – ".join(filter(None, [figure, lies_in(choice, code)]))
    return found


def _two(choice: SmallAreaChoice) -> tuple[dict, dict, str, str]:
    first, second, found = choice.indicator, choice.second, both_layers(choice)
    pairs = zip(values_of(choice, first), values_of(choice, second), strict=True)
    figures = {
        code: words.two_figures(first, second, values, kind)
        for code, values, kind in zip(choice.names, pairs, found.member, strict=True)
    }
    colour = {NEITHER: 0, FIRST: 1, SECOND: 2, BOTH: 3, None: -1}
    classes = {code: colour[kind] for code, kind in zip(choice.names, found.member, strict=True)}
    living = living_in(choice, marked(choice, found.member, BOTH))
    summary = words.two_summary(first, second, found, choice.level, living)
    return classes, figures, words.two_title(first, second), summary


def _clusters(choice: SmallAreaChoice) -> tuple[dict, dict, str, str]:
    found = clusters(choice)
    colour = {0: 0, -1: 1, 1: 2, None: -1}
    classes = {code: colour[kind] for code, kind in zip(choice.names, found.member, strict=True)}
    kinds = {1: "in a cluster of high figures", -1: "in a cluster of low figures", 0: "in no cluster"}
    figures = {
        code: f"{choice.indicator.format(choice.shown.figures[code].value)}, {kinds[kind]}"
        for code, kind in zip(choice.names, found.member, strict=True)
        if kind is not None
    }
    living = living_in(choice, marked(choice, found.member, 1))
    title = words.hot_title(choice.indicator, choice.region.name)
    return classes, figures, title, words.hot_summary(found, choice.level, living)
