"""What a pack should say, worked out without the product's own way: the indicator's SQL run as it is."""

import re
from functools import cache

from dashboard.charts.chart import Chart
from dashboard.charts.marks import notes

TOKEN = re.compile(r"[−-]?£?\d[\d,]*(?:\.\d+)?%?")


_WIDE = "substr(area_code, 1, 3) NOT IN ('E01', 'E02', 'E05')"
_INSIDE = "area_code IN (SELECT area_code FROM membership WHERE within = ?)"


@cache
def figures(store, indicator, within=""):
    """{(area code, period): value} by the indicator's SELECT alone; `within` an area, small areas too."""
    where = _INSIDE if within else _WIDE
    rows = store.rows(
        f"SELECT area_code, period, value FROM (\n{indicator.sql}\n) AS i WHERE {where}",  # noqa: S608 - our own SQL
        [within] if within else [],
    )
    return {(area, period): value for area, period, value in rows}


@cache
def figures_by_area(store, indicator):
    """{area code: {period as it is written: value}} of the same."""
    found = {}
    for (area, period), value in figures(store, indicator).items():
        found.setdefault(area, {})[indicator.period_label(period)] = value
    return found


def tokens(text):
    """The numbers in a text that can only be figures: with a decimal, a percent sign or a pound."""
    found = {token.strip(",") for token in TOKEN.findall(text)}
    return {token for token in found if "." in token or "%" in token or "£" in token}


def absences(section):
    """Every Absence of a section: of its cards, profiles, comparisons and maps."""
    lines = [line for comparison in section.comparisons for _, line, _ in comparison.rows]
    found = [card.absence for card in section.figures]
    found += [entry.absence for profile in section.profiles for entry in profile.entries]
    found += [cell.absence for line in lines for cell in line.cells.values()]
    found += [none for item in section.maps for none in item.absent.values()]
    return [none for none in found if none]


def model_words(pack):
    """Every word that a pack's model holds besides the figures: statements, titles, units, caveats."""
    words = [pack.title, pack.about, pack.as_of, *pack.messages]
    for section in pack.sections:
        words += [section.title, section.lead]
        words += [text for item in section.statements for text in (item.text, item.reason, item.sure)]
        words += [text for ask in section.asks for text in ask_words(ask)]
        words += [text for listing in section.listings for text in listing.shown_lines]
        words += [fact.text for card in section.figures for fact in card.facts]
        words += [none.printed for none in absences(section)]
        for picture in section.pictures:
            chart = picture.chart
            words += [chart.title, picture.subtitle, chart.summary, chart.foot, *picture.ahead]
            words += notes(chart) if isinstance(chart, Chart) else []
        for item in section.maps:
            words += [item.title, item.summary, item.foot, *[shade.words for shade in item.legend]]
    for source in pack.sources:
        indicator = source.indicator
        words += [
            indicator.title,
            indicator.unit,
            indicator.caveat,
            indicator.method,
            source.names,
            source.licences,
        ]
    return " ".join(words)


def ask_words(ask):
    """Every word of an ask: its statement and what is said of it in short."""
    item = ask.statement
    return [
        item.text,
        item.reason,
        item.sure,
        ask.what,
        ask.size,
        ask.where,
        ask.sure,
        ask.decided,
        ask.caveat,
    ]


def projected(store, indicator, area):
    """{period: (middle, lower, upper)} of a projection as the build stored it."""
    rows = store.rows(
        "SELECT period, point, lower, upper FROM projections WHERE indicator = ? AND area_code = ?",
        [indicator.id, area],
    )
    return {period: tuple(rest) for period, *rest in rows}
