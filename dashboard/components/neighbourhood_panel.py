"""The table beside the map of small areas: the area looked at, those next to it in rank, and the two ends."""

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue.indicators import Indicator
from dashboard.components.neighbourhood_choice import Choice, figures_of, offered
from dashboard.components.neighbourhood_map import MAP, OLD_AREAS, both_layers, clusters, living_in, marked
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.neighbourhoods import changed_since_2011, containers
from dashboard.methods.layers import BOTH
from dashboard.statements import neighbourhood_words as words
from dashboard.statements.rank_words import between

ENDS = 6
BESIDE = 3
LISTED = 14


def neighbourhood_panel(choice: Choice) -> html.Div:
    """What stands beside the map for `choice`."""
    if not choice.levels:
        content = [html.P(words.not_here(choice.indicator, choice.region.name))]
    elif choice.selected:
        content = _area(choice, choice.place)
    elif choice.place:
        content = _place(choice, choice.place)
    elif choice.two:
        content = _both(choice)
    elif choice.clusters:
        content = _clustered(choice)
    else:
        content = _ends(choice)
    fit = " ".join(sorted(choice.chosen))
    return html.Div(content, className="neighbourhood-panel", **{"data-fit": fit, "data-fit-map": MAP})


def area_button(code: str, name: str) -> html.Button:
    """The name of an area; pressing it looks at that area."""
    return html.Button(
        name, type="button", className="name-button", **{"data-sets": "place", "data-to": code}
    )


def _ends(choice: Choice) -> list:
    ranking, indicator = choice.ranking, choice.indicator
    if len(ranking) <= LISTED:
        return [_table(choice, ranking, f"{indicator.title}, {words.end(indicator)} first")]
    first = "Highest" if indicator.better == "neither" else "Worst"
    last = "Lowest" if indicator.better == "neither" else "Best"
    return [
        _table(choice, ranking[:ENDS], f"{first} {ENDS} of {len(ranking):,}"),
        _table(choice, ranking[-ENDS:], f"{last} {ENDS}"),
        html.P("Choose an area on the map or by name to see it here.", className="note"),
    ]


def _area(choice: Choice, area: Area) -> list:
    ranking, indicator = choice.ranking, choice.indicator
    names = containers(choice.site.store, choice.region.code).get(area.code, {})
    where = words.where_it_is(choice.level, names, living_in(choice, [area.code]))
    head = [html.H2(area.name), html.P(where)]
    item = choice.shown.figures.get(area.code)
    if item is None:
        head.append(html.P(f"{indicator.title}: no figure.", className="value-missing"))
    else:
        place = ranking.index(area.code)
        near = ranking[max(place - BESIDE, 0) : place + BESIDE + 1]
        limits = between(indicator, item)
        head += [
            html.P(
                [html.Span(indicator.format(item.value), className="value"), f" {indicator.unit}"],
                className="panel-value",
            ),
            html.P(f"Likely between {limits}.", className="note") if limits else None,
            html.P(f"{indicator.title}: {words.standing(indicator, place + 1, len(ranking))}."),
        ]
    return [
        *head,
        _history(choice, area),
        _clear(),
        _table(choice, near, "Next to it in rank", area.code) if item else None,
        _profile(choice, area),
    ]


def _history(choice: Choice, area: Area) -> Component | None:
    """How an area came about, where the measure is one of the areas of 2011."""
    if OLD_AREAS not in sources_of(choice.site.store, choice.indicator):
        return None
    change = changed_since_2011(choice.site.store, choice.region.code).get(area.code)
    return html.P(words.CHANGES[change], className="note") if change else None


def _profile(choice: Choice, area: Area) -> html.Details:
    """Every measure of one area, and where it stands in the region."""
    rows = []
    for indicator in offered(choice.site, choice.region):
        figures = figures_of(choice.site, indicator, choice.region, choice.level)
        if area.code in figures:
            rows.append([indicator.title, *_standing(indicator, figures, area.code)])
    table = data_table(["Measure", "Figure", "Place in the region"], rows, f"All measures of {area.name}")
    return html.Details([html.Summary(f"All {len(rows)} measures of {area.name}"), table])


def _standing(indicator: Indicator, figures: dict, code: str) -> tuple[str, str]:
    mine, higher = figures[code].value, indicator.better != "higher"
    ahead = sum((item.value > mine) if higher else (item.value < mine) for item in figures.values())
    return indicator.format(mine), words.standing(indicator, ahead + 1, len(figures))


def _place(choice: Choice, place: Area) -> list:
    """The areas that lie in a larger place, most need first."""
    inside = [code for code in choice.ranking if code in choice.chosen]
    worst = set(choice.ranking[: -(-len(choice.ranking) // 5)])
    summary = words.place_summary(
        choice.indicator, place.name, choice.level, len(inside), len(worst & set(inside))
    )
    first = words.end(choice.indicator)
    return [
        html.H2(place.name),
        html.P(summary if inside else words.NOTHING_INSIDE),
        _clear(),
        _table(choice, inside[:LISTED], f"{first.capitalize()} {min(LISTED, len(inside))} of {len(inside)}")
        if inside
        else None,
    ]


def _both(choice: Choice) -> list:
    """The areas in the worst fifth of both measures, worst in the first measure first."""
    both = set(marked(choice, both_layers(choice).member, BOTH))
    codes = [code for code in choice.ranking if code in both]
    second = figures_of(choice.site, choice.second, choice.region, choice.level)
    rows = [
        [
            area_button(code, choice.names[code]),
            choice.indicator.format(choice.shown.figures[code].value),
            choice.second.format(second[code].value),
        ]
        for code in codes[:LISTED]
    ]
    caption = f"In the {words.fifth(choice.indicator)} for both" + (
        f": {LISTED} of {len(codes)}" if len(codes) > LISTED else ""
    )
    return [data_table(["Area", choice.indicator.title, choice.second.title], rows, caption)]


def _clustered(choice: Choice) -> list:
    """How many areas of each district stand in clusters."""
    found = clusters(choice)
    if found is None:
        return [html.P("There are too few figures to look for clusters.", className="empty")]
    lies_in = containers(choice.site.store, choice.region.code)
    counts: dict[str, list[int]] = {}
    for code, kind in zip(choice.names, found.member, strict=True):
        row = counts.setdefault(lies_in.get(code, {}).get("district", ""), [0, 0, 0])
        row[2] += 1
        if kind:
            row[0 if kind > 0 else 1] += 1
    rows = [[name, *(f"{number:,}" for number in row)] for name, row in sorted(counts.items())]
    return [
        data_table(["District", "High together", "Low together", "All areas"], rows, "Areas in clusters"),
        html.P(words.HOT_SPOTS, className="note"),
    ]


def _table(choice: Choice, codes: list[str], caption: str, current: str = "") -> html.Div:
    figures = choice.shown.figures
    at = {code: place + 1 for place, code in enumerate(choice.ranking)}
    wards = containers(choice.site.store, choice.region.code) if choice.level == "lsoa" else {}
    rows = [
        [
            [area_button(code, choice.names[code]), _ward(wards.get(code, {}))],
            choice.indicator.format(figures[code].value),
            f"{at[code]:,}",
        ]
        for code in codes
    ]
    classes = ["row-focus" if code == current else "" for code in codes]
    return data_table(["Area", "Figure", "Rank"], rows, caption, classes)


def _ward(names: dict[str, str]) -> html.Span | None:
    return html.Span(names["ward"], className="name-where") if "ward" in names else None


def _clear() -> html.Button:
    return html.Button(
        "Show the whole region",
        type="button",
        className="quiet-button",
        **{"data-sets": "place", "data-to": ""},
    )
