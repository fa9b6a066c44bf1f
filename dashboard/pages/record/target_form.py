"""The form of a target: filled from a framework or a line of the attention list, with its chart beside it."""

from html import escape
from typing import Any

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.frameworks import Framework, Measure
from dashboard.components.record.target_chart import target_chart
from dashboard.record.forms import target as form
from dashboard.record.forms.lists import latest
from dashboard.record.rights import refusal
from dashboard.site import Site
from dashboard.statements.frameworks import frameworks

_SHOW = """<noscript><form action="/targets" class="record-form" aria-label="Show the chart">
<input type="hidden" name="region" value="{region}"><input type="hidden" name="form" value="target">
<input type="hidden" name="chosen" value="1">
<div class="field"><label for="show-about">Indicator</label>
<select class="input" id="show-about" name="about">{indicators}</select></div>
<div class="field"><label for="show-place">Place</label><select class="input" id="show-place" name="place">
{places}</select></div>
<div class="field"><label for="show-value">Target</label>
<input class="input" id="show-value" name="value" value="{value}"></div>
<div class="field"><label for="show-due">To be met by</label>
<input class="input" type="date" id="show-due" name="due" value="{due}"></div>
<div class="form-end"><button class="button">Show</button></div></form></noscript>"""


def initial_answers(site: Site, address: Address) -> dict[str, Any]:
    """The answers that a new target begins with: what the address names, else what a framework asks for."""
    found: dict[str, Any] = {"area_code": address.place or address.region.code}
    if address.about in site.indicators:
        found["indicator"] = address.about
    named = next(
        (pair for pair in _framework_measures(site, address) if pair[0].name == address.framework), None
    )
    if named:
        found |= _from_measure(site, *named)
    typed = {"value": address.value, "due": address.due}
    return found | {name: text for name, text in typed.items() if text}


def _from_measure(site: Site, framework: Framework, measure: Measure) -> dict[str, Any]:
    """A framework's own target: nothing is added to what it says."""
    value, due = measure.goal or (0.0, None)
    shown = site.indicators[measure.measured_by[0]]
    number = repr(value).removesuffix(".0")
    reason = f"{framework.title}: {measure.measure}."
    return {
        "value": f"{shown.prefix}{number}{shown.suffix.strip()}",
        "due": due.isoformat() if due else "",
        "reason": f"{reason} {measure.source}".strip(),
    }


def chart_panel(site: Site, address: Address) -> html.Div | None:
    """The chart of the form's answers, which record.js asks for anew while they are typed; and, where no
    script runs, the plain form that shows it."""
    if refusal(address.edit.item if address.edit else None):
        return None
    old = address.edit.item if address.edit else None
    given = (
        form.values_of(old, form.fields(site, address.region, old)) if old else initial_answers(site, address)
    )
    more = {"target": address.edit.id} if address.edit else {}
    drawn = html.Div(
        target_chart(site, address.region, given, old),
        className="card target-chart",
        **{
            "data-follows": "target",
            "data-address": link("/record/target/chart", address.region, **more),
        },
    )
    return html.Div([drawn, html.Div(**{"data-svg": _show(site, address, given)}) if not old else None])


def _show(site: Site, address: Address, given: dict[str, Any]) -> str:
    asked = {field.name: field for field in form.fields(site, address.region, None)}
    lists = {
        name: "".join(
            f'<option value="{escape(value)}"{" selected" if value == given.get(key) else ""}>'
            f"{escape(label)}</option>"
            for choices in asked[key].groups.values()
            for value, label in choices
        )
        for name, key in (("indicators", "indicator"), ("places", "area_code"))
    }
    typed = {name: escape(str(given.get(name, ""))) for name in ("value", "due")}
    return _SHOW.format(region=escape(address.region.code), **lists, **typed)


def suggestions(site: Site, address: Address) -> html.Div | None:
    """The targets that frameworks of the region set for figures that are held; all, or those of the indicator
    that the address names."""
    lines = [_line(site, address, *pair) for pair in _framework_measures(site, address)]
    if not lines or address.edit:
        return None
    return html.Div(
        [html.P("What a framework asks for:", className="note"), html.Ul(lines, className="entries")],
        className="suggested",
    )


def _line(site: Site, address: Address, framework: Framework, measure: Measure) -> html.Li:
    indicator, (value, due) = site.indicators[measure.measured_by[0]], measure.goal or (0.0, None)
    aim = f"target {indicator.format(value)} by {due.year if due else ''}"
    href = link("/targets", address.region, form="target", about=indicator.id, framework=framework.name)
    return html.Li(
        [
            html.P(f"{framework.title}: {measure.measure}, {aim}"),
            html.Div(dcc.Link(["Set this target", _hidden(measure)], href=href), className="row-actions"),
        ],
        className="entry",
    )


def _hidden(measure: Measure) -> html.Span:
    return html.Span(f": {measure.measure}", className="visually-hidden")


def _framework_measures(site: Site, address: Address) -> list[tuple[Framework, Measure]]:
    """The measures with a target that can be followed here, of the address's indicator or of all."""
    region = address.region.code
    return [
        (item, measure)
        for item in frameworks(site)[0]
        if item.of(region)
        for measure in item.measures
        if measure.goal
        and measure.measured_by
        and measure.measured_by[0] in site.indicators
        and address.about in ("", measure.measured_by[0])
        and latest(site, measure.measured_by[0], region)
    ]
