"""The tables beside the map of small areas: in rank, worst in two measures, clusters by district."""

import re

from dash import html

from dashboard.components.small_area_choice import SmallAreaChoice, figures_of
from dashboard.components.tables import data_table
from dashboard.datastore.neighbourhoods import containers
from dashboard.methods.maps.layers import BOTH
from dashboard.pages.neighbourhoods.layers import both_layers, changed_areas, clusters, lies_in, marked
from dashboard.statements import neighbourhood_words as words
from dashboard.statements import rank_words

MOST_LISTED = 14


def area_button(code: str, name: str) -> html.Button:
    """The name of an area; pressing it looks at that area."""
    together = re.sub(r" (\d{3}[A-Z]?)$", "\u00a0\\1", name)  # a number alone on a line is no name
    return html.Button(
        together, type="button", className="name-button", **{"data-sets": "place", "data-to": code}
    )


def clear_button() -> html.Button:
    """Goes back from an area or place to the whole region."""
    return html.Button(
        "Show the whole region",
        type="button",
        className="quiet-button",
        **{"data-sets": "place", "data-to": ""},
    )


def ranked_table(choice: SmallAreaChoice, codes: list[str], caption: str, current: str = "") -> html.Div:
    """`codes` in the order given, each with its figure and where it stands; `current` stands out.

    Where it stands is a range where margins of error are known, else the place of the figure alone.
    """
    figures, ranges = choice.shown.figures, choice.ranges
    rows = [
        [
            _named(choice, code),
            choice.indicator.format(figures[code].value),
            ranges.get(code, f"{choice.positions_by_code[code]:,}"),
        ]
        for code in codes
    ]
    classes = ["row-focus" if code == current else "" for code in codes]
    return data_table(["Area", "Figure", rank_words.places_are(bool(ranges))], rows, caption, classes)


def districts_table(choice: SmallAreaChoice) -> html.Div:
    """Each district with its one figure, most need first, where that is what its neighbourhoods carry."""
    names = containers(choice.site.store, choice.region.code)
    figures: dict[str, str] = {}
    for code in choice.ranking:
        district = names.get(code, {}).get("district", "")
        figures.setdefault(district, choice.indicator.format(choice.shown.figures[code].value))
    caption = f"{choice.indicator.title}, {rank_words.first_end_word(choice.indicator)} first"
    rows = [[district, figure] for district, figure in figures.items()]
    return data_table(["District", "Figure"], rows, caption)


def _named(choice: SmallAreaChoice, code: str) -> list:
    """An area's name, and under it what it lies in and what became of it since 2011."""
    notes = (lies_in(choice, code), words.CHANGES_SHORT.get(changed_areas(choice).get(code)))
    sentence = ", ".join(note for note in notes if note)
    button = area_button(code, choice.names[code])
    return [button, html.Span(sentence, className="name-where") if sentence else None]


def both_table(choice: SmallAreaChoice) -> html.Div:
    """The areas in the worst fifth of both measures, worst in the first measure first."""
    both = set(marked(choice, both_layers(choice).member, BOTH))
    codes = [code for code in choice.ranking if code in both]
    second = figures_of(choice.site, choice.second, choice.region, choice.level)
    rows = [
        [
            _named(choice, code),
            choice.indicator.format(choice.shown.figures[code].value),
            choice.second.format(second[code].value),
        ]
        for code in codes[:MOST_LISTED]
    ]
    caption = f"In the {words.both_fifths(choice.indicator, choice.second)}"
    if len(codes) > MOST_LISTED:
        caption += f": {MOST_LISTED} of {len(codes)}"
    return data_table(["Area", choice.indicator.title, choice.second.title], rows, caption)


def clustered(choice: SmallAreaChoice) -> list:
    """How many areas of each district stand in clusters."""
    found = clusters(choice)
    if found is None:
        return [html.P(words.no_clusters(choice.level), className="empty")]
    names = containers(choice.site.store, choice.region.code)
    counts: dict[str, list[int]] = {}
    for code, kind in zip(choice.names, found.member, strict=True):
        row = counts.setdefault(names.get(code, {}).get("district", ""), [0, 0, 0])
        row[2] += 1
        if kind:
            row[0 if kind > 0 else 1] += 1
    rows = [[name, *(f"{number:,}" for number in row)] for name, row in sorted(counts.items())]
    return [
        data_table(["District", "High together", "Low together", "All areas"], rows, "Areas in clusters"),
        html.P(words.HOT_SPOTS, className="note"),
    ]
