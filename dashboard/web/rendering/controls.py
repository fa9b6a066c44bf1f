"""The controls of a page as parts of real forms and links: they work without a script.

All of a page's controls belong to one form, which stands after them (`choices_form`). What it sends
is put in order by dashboard/web/rendering/chosen.py. A control has the room that Mantine's takes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from dash.development.base_component import Component
from flask import request

from dashboard.components import mantine as dmc

CHOICES, REGION = "choices", "choose-region"
CHOSEN = "chosen"  # the parameter that says that a form sent this query
_SHOW = '<noscript><button class="quiet-button" form="{form}">Show</button></noscript>'


def control_html(control: Component, form: str, named: Callable[[str], object]) -> str:
    """`control` as HTML; `named` is told the parameter that it sets."""
    given = vars(control)
    key = given.get("id")
    name = key["control"] if isinstance(key, Mapping) else str(key)
    named(name)
    return CONTROLS[type(control)](given, name, REGION if name == "region" else form)


def choices_form(path: str, controls: Sequence[str], given: Iterable[tuple[str, str]], region: str) -> str:
    """The form that a page's controls belong to, with what the address says besides, and the region's."""
    kept = {"region": region} | {name: value for name, value in given if name not in controls}
    day = {"as_of": kept["as_of"]} if kept.get("as_of") else {}
    return _form(CHOICES, path, kept) + _form(REGION, path, day)


def hidden(values: Mapping[str, str]) -> str:
    """Hidden fields for `values`."""
    return "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in values.items()
    )


def _form(name: str, path: str, values: Mapping[str, str]) -> str:
    return f'<form id="{name}" action="{escape(path)}">{hidden(values)}{hidden({CHOSEN: "1"})}</form>'


def _select(given: Mapping, name: str, form: str) -> str:
    none = '<option value="">Nothing chosen</option>' if not given.get("value") else ""
    if given.get("clearable") and given.get("value"):
        none = f'<option value="">{escape(given["clearButtonProps"]["aria-label"])}</option>'
    listed = none + _options(given.get("data") or (), (given.get("value"),))
    return _labelled(given, name, form, f"<select {_field(name, form)}>{listed}</select>")


def _several(given: Mapping, name: str, form: str) -> str:
    listed = _options(given.get("data") or (), given.get("value") or ())
    names = ", ".join(_names(given.get("data") or (), given.get("value") or ()))
    return _labelled(
        given,
        name,
        form,
        f'<noscript><select {_field(name, form)} multiple size="4">{listed}</select></noscript>'
        f'<span class="served-input only-script">{escape(names or given.get("placeholder") or "")}</span>',
    )


def _text(given: Mapping, name: str, form: str) -> str:
    value, hint = escape(given.get("value") or ""), escape(given.get("placeholder") or "")
    box = f'<input type="text" {_field(name, form)} value="{value}" placeholder="{hint}" autocomplete="off">'
    return _labelled(given, name, form, box)


def _switch(given: Mapping, name: str, form: str) -> str:
    """Each choice a link to the same address with it."""
    links = "".join(
        f'<a href="{escape(_with(name, each["value"]))}"'
        f"{' aria-current=true' if each['value'] == given.get('value') else ''}>{escape(each['label'])}</a>"
        for each in given.get("data") or ()
    )
    label = escape(given.get("aria-label") or "")
    wide = " served-wide" if given.get("fullWidth") else ""
    return f'<div class="served-switch{wide}" role="group" aria-label="{label}">{links}</div>'


def _with(name: str, value: str) -> str:
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] != name]
    return f"{request.path}?{urlencode([*pairs, (name, value)], safe=',')}"


def _labelled(given: Mapping, name: str, form: str, box: str) -> str:
    classes = escape(f"served-control {given.get('className') or ''}".strip())
    label = f'<label for="served-{escape(name)}">{escape(given.get("label") or "")}</label>'
    return f'<div class="{classes}">{label}{box}{_SHOW.format(form=form)}</div>'


def _field(name: str, form: str) -> str:
    return f'id="served-{escape(name)}" name="{escape(name)}" form="{form}" class="served-input"'


def _options(data: Iterable[Mapping], chosen: Sequence) -> str:
    lines = []
    for each in data:
        if "group" in each:
            inside = _options(each["items"], chosen)
            lines.append(f'<optgroup label="{escape(each["group"])}">{inside}</optgroup>')
            continue
        selected = " selected" if each["value"] in chosen else ""
        lines.append(f'<option value="{escape(each["value"])}"{selected}>{escape(each["label"])}</option>')
    return "".join(lines)


def _names(data: Iterable[Mapping], chosen: Sequence) -> Iterable[str]:
    for each in data:
        if "group" in each:
            yield from _names(each["items"], chosen)
        elif each["value"] in chosen:
            yield each["label"]


CONTROLS = {
    dmc.Select: _select,
    dmc.MultiSelect: _several,
    dmc.TextInput: _text,
    dmc.SegmentedControl: _switch,
}
