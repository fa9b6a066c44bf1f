"""A form that a browser sends without a script: its fields as HTML, since Dash has no element for an input.

Every word and value is escaped here, so that a page only says what it asks.
"""

from collections.abc import Mapping
from html import escape

from dash import html

Attributes = str | int | bool


def post_form(action: str, label: str, fields: list[str], button: str, *, files: bool = False) -> html.Div:
    """The form called `label` that posts `fields` (of the functions below) to `action`; `files`: may hold
    some."""
    kind = {"enctype": "multipart/form-data"} if files else {}
    given = {"method": "post", "action": action, **kind, "class": "record-form", "aria-label": label}
    end = f'<div class="form-end"><button type="submit" class="button">{escape(button)}</button></div>'
    return html.Div(**{"data-svg": f"<form{_written(given)}>{''.join(fields)}{end}</form>"})


def hidden(name: str, value: str) -> str:
    """What is sent along and not asked."""
    return f"<input{_written({'type': 'hidden', 'name': name, 'value': value})}>"


def field(name: str, label: str, hint: str = "", *, prefix: str, **more: Attributes) -> str:
    """A question answered on one line (or, with `rows`, on several; or, with type = "file", by a file).

    Its id is `prefix`-`name`; `more` are attributes of the element (`value`: what stands in it).
    """
    key = f"{prefix}-{name}"
    sentence = f'<p class="field-hint" id="{escape(key)}-hint">{escape(hint)}</p>' if hint else ""
    given = {"class": "input", "id": key, "name": name, **more}
    given |= {"aria-describedby": f"{key}-hint"} if hint else {}
    if "rows" in more:
        text = escape(str(given.pop("value", "")))
        begun = f"\n{text}" if text else ""  # a first line end is no part of the text
        control = f"<textarea{_written(given)}>{begun}</textarea>"
    else:
        control = f"<input{_written(given)}>"
    head = f'<div class="field"><label for="{escape(key)}">{escape(label)}</label>'
    return f"{head}{sentence}{control}</div>"


def choice(
    name: str, legend: str, options: Mapping[str, str], chosen: str, *, prefix: str, required: bool = True
) -> str:
    """One of `options` (value -> words)."""
    picks = []
    for value, words in options.items():
        key = f"{prefix}-{value}"
        given = {"type": "radio", "id": key, "name": name, "value": value, "required": required}
        given |= {"checked": value == chosen}
        label = f'<label for="{escape(key)}">{escape(words)}</label>'
        picks.append(f'<div class="pick"><input{_written(given)}>{label}</div>')
    return f'<fieldset class="field"><legend>{escape(legend)}</legend>{"".join(picks)}</fieldset>'


def _written(given: Mapping[str, Attributes]) -> str:
    """Attributes; True is one without a value, False is none."""
    pairs = [(name, value) for name, value in given.items() if value is not False]
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"' for name, value in pairs
    )
