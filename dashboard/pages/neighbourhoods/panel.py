"""The table beside the map of small areas: the area looked at, those next to it in rank, and the two ends."""

from dash import html

from dashboard.components.absent import nothing_inside
from dashboard.components.small_area_choice import SmallAreaChoice, tells_apart
from dashboard.datastore.areas import Area
from dashboard.methods.places import in_worst_fifth
from dashboard.pages.neighbourhoods.area import one_area
from dashboard.pages.neighbourhoods.map import MAP
from dashboard.pages.neighbourhoods.tables import (
    MOST_LISTED,
    both_table,
    clear_button,
    clustered,
    districts_table,
    ranked_table,
)
from dashboard.statements import neighbourhood_words as words
from dashboard.statements import rank_words

ROWS_OF_AN_END = 6


def neighbourhood_panel(choice: SmallAreaChoice) -> html.Div:
    """What stands beside the map for `choice`."""
    if not choice.levels:
        content = [html.P(nothing_inside(choice.site, choice.indicator, choice.region))]
    elif choice.selected:
        content = one_area(choice, choice.place)
    elif choice.place:
        content = _place(choice, choice.place)
    elif not tells_apart(choice.indicator):
        content = [districts_table(choice)]
    elif choice.two:
        content = [both_table(choice)]
    elif choice.clusters:
        content = clustered(choice)
    else:
        content = _ends(choice)
    fit = " ".join(sorted(choice.chosen))
    return html.Div(content, className="neighbourhood-panel", **{"data-fit": fit, "data-fit-map": MAP})


def _ends(choice: SmallAreaChoice) -> list:
    ranking, indicator = choice.ranking, choice.indicator
    if len(ranking) <= MOST_LISTED:
        return [
            ranked_table(choice, ranking, f"{indicator.title}, {rank_words.first_end_word(indicator)} first")
        ]
    return [
        ranked_table(
            choice, ranking[:ROWS_OF_AN_END], rank_words.first_of(indicator, ROWS_OF_AN_END, len(ranking))
        ),
        _alike(choice, ranking[ROWS_OF_AN_END - 1], ranking[ROWS_OF_AN_END:]),
        ranked_table(choice, ranking[-ROWS_OF_AN_END:], rank_words.last_of(indicator, ROWS_OF_AN_END)),
        _alike(choice, ranking[-ROWS_OF_AN_END], ranking[:-ROWS_OF_AN_END]),
        html.P("Choose an area on the map or by name to see it here.", className="note"),
    ]


def _alike(choice: SmallAreaChoice, listed: str, left_out: list[str]) -> html.P | None:
    """How many of those left out share the place of the one listed next to them."""
    more = sum(choice.positions_by_code[code] == choice.positions_by_code[listed] for code in left_out)
    if not more:
        return None
    value = choice.shown.figures[listed].value
    return html.P(words.same_figure(choice.indicator, value, more), className="note")


def _place(choice: SmallAreaChoice, place: Area) -> list:
    """The areas that lie in a larger place, most need first."""
    inside = [code for code in choice.ranking if code in choice.chosen]
    ranked = len(choice.ranking)
    worst = {code for code, position in choice.positions_by_code.items() if in_worst_fifth(position, ranked)}
    summary = words.place_summary(
        choice.indicator, place.name, choice.level, len(inside), len(worst & set(inside))
    )
    first = rank_words.first_of(choice.indicator, min(MOST_LISTED, len(inside)), len(inside))
    return [
        html.H2(place.name),
        html.P(summary if inside else words.NOTHING_INSIDE),
        clear_button(),
        ranked_table(choice, inside[:MOST_LISTED], first) if inside else None,
    ]
