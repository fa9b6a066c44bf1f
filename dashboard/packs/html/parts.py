"""The parts of a pack as HTML: cards, statements, charts, tables, maps and sources."""

from html import escape

from dashboard.charts.chart import Chart, Dots
from dashboard.charts.marks import notes
from dashboard.charts.svg.drawing import drawn_for_screens
from dashboard.charts.table import table
from dashboard.packs.model import Source
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.tables_text import TextTable, map_table, plain
from dashboard.packs.words import said
from dashboard.statements.attention.statement import Statement
from dashboard.statements.headline import Fact, Headline
from dashboard.statements.map_words import areas_counted

# Of a chart in the units of its drawing, in which words are 8 high.
WIDE, NARROW = (330.0, 165.0), (220.0, 150.0)


def all_html(name: str, element: str, items: list[str]) -> str:
    """The items in one element with the class `name`; nothing for none."""
    return f'<{element} class="{name}">{"".join(items)}</{element}>' if items else ""


def card_html(item: Headline) -> str:
    """A headline figure."""
    figure = item.value if item.latest else item.missing
    name = "value" if item.latest else "missing"
    unit = f"{item.indicator.unit}, {item.period}" if item.latest else item.indicator.unit
    facts = "".join(f'<li class="{fact.mark}">{_fact_html(fact)}</li>' for fact in item.facts)
    return (
        f'<article><h3>{escape(item.indicator.title)}</h3><p class="{name}">{escape(figure)}</p>'
        f'<p class="foot">{escape(unit)}</p>{f"<ul>{facts}</ul>" if facts else ""}</article>'
    )


def _fact_html(fact: Fact) -> str:
    """A fact, with the way to what is published elsewhere."""
    there = f' <a href="{escape(fact.address)}">Where it is published</a>' if fact.address else ""
    return escape(plain(fact.text)) + there


def statement_html(item: Statement) -> str:
    """What is said of an indicator, the reason behind a disclosure."""
    subject, words = said(item)
    why = f"<summary>Why, and how sure</summary><p>{escape(f'{item.reason} {item.sure}')}</p>"
    return f'<li class="{item.tone}"><b>{escape(subject)}</b>: {escape(words)}<details>{why}</details></li>'


def picture_html(item: Picture) -> str:
    """A chart: message, drawing, its words, its figures as a table, source and caveat."""
    chart = item.chart
    svg = drawn_for_screens(chart, WIDE, NARROW)
    marks = notes(chart) if isinstance(chart, Chart) else ()
    reasons = "".join(f'<p class="foot">{escape(words)}</p>' for words in marks)
    ahead = f"<p>{escape(' '.join(item.ahead))}</p>" if item.ahead else ""
    return (
        f'<figure class="{item.width}"><figcaption><span>{escape(item.indicator.title)}</span>'
        f"<h3>{escape(chart.title)}</h3><p>{escape(item.subtitle)}</p></figcaption>{svg}"
        f'<p class="foot">{escape(chart.summary)}</p>{ahead}{_figures(chart, item)}{reasons}'
        f'<p class="foot">{escape(chart.foot)}</p></figure>'
    )


def _figures(chart: Chart | Dots, item: Picture) -> str:
    header, rows = table(chart)
    caption = f"{item.indicator.title}, {item.indicator.unit}"
    inside = table_html(TextTable(caption, tuple(header), tuple(tuple(row) for row in rows)), heading=False)
    return f"<details><summary>Show the figures as a table</summary>{inside}</details>"


def table_html(item: TextTable, heading: bool = True) -> str:
    """A real table, its caption also as a heading."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in item.header)
    rows = []
    for number, row in enumerate(item.rows):
        unit = item.units[number] if item.units else ""
        first = escape(row[0]) + (f"<small>{escape(unit)}</small>" if unit else "")
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        rows.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
    title = f"<h3>{escape(item.caption)}</h3>" if heading else ""
    notes = "".join(f'<p class="foot">{escape(words)}</p>' for words in item.notes)
    return (
        f'{title}<div class="wrap" tabindex="0" role="region" aria-label="{escape(item.caption)}"><table>'
        f"<caption>{escape(item.caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>{notes}"
    )


def map_html(item: MapPicture) -> str:
    """A map with its legend and the areas by their figure."""
    ranges = [
        f'<li><i style="background:{colour}"></i>{escape(words)} <small>{areas_counted(count)}</small></li>'
        for colour, words, count in item.legend
    ]
    if item.shown.without:
        without = areas_counted(item.shown.without)
        ranges.append(f"<li>{escape(item.no_figure)} (hatched) <small>{without}</small></li>")
    unit = item.shown.indicator.unit
    # Two maps on a page: each hatches with its own pattern.
    hatch = f"none-{item.shown.indicator.name}"
    svg = item.svg.replace('id="none"', f'id="{hatch}"').replace("url(#none)", f"url(#{hatch})")
    legend = f'<p>{escape(unit[:1].upper() + unit[1:])}</p><ul class="legend">{"".join(ranges)}</ul>'
    words = f"<h3>{escape(item.title)}</h3><p>{escape(item.summary)}</p>{legend}"
    return (
        f'<figure class="map">{svg}<figcaption>{words}</figcaption></figure>'
        f'{table_html(map_table(item))}<p class="foot">{escape(item.foot)}</p>'
    )


def source_html(item: Source) -> str:
    """All that must be known of an indicator."""
    indicator = item.indicator
    facts = [
        ("Source", item.names + (" (official statistics in development)" if item.experimental else "")),
        ("Newest figure", item.period),
        ("How it is calculated", " ".join(indicator.method.split())),
        ("Be careful", " ".join(indicator.caveat.split())),
        ("Licence", item.licences),
    ]
    terms = "".join(f"<dt>{name}</dt><dd>{escape(words)}</dd>" for name, words in facts if words)
    return f"<h3>{escape(indicator.title)}</h3><dl>{terms}</dl>"
