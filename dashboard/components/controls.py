"""Controls: what can be chosen on a page, each a parameter of its address (assets/app.js reads all of them).

Options are names by value, in their order; a value that holds names itself is a group of that heading.
"""

from collections.abc import Mapping, Sequence

from dash import html

from dashboard.components import mantine as dmc

Options = Mapping[str, "str | Options"]


def choices(options: Options) -> list[dict]:
    """`options` as Mantine's lists take them."""
    return [
        {"group": value, "items": choices(name)}
        if isinstance(name, Mapping)
        else {"value": value, "label": name}
        for value, name in options.items()
    ]


def folded(controls: html.Div) -> html.Div:
    """`controls` of a page, which a phone folds behind one button: the figure comes first there."""
    button = html.Button(
        "Choices",
        type="button",
        className="quiet-button fold-button",
        **{"data-folds": "", "aria-expanded": "false"},
    )
    return html.Div([button, controls], className="folding")


def select(
    control: str, label: str, options: Options | list[dict], value: str | None, clear: str = "", **more
) -> dmc.Select:
    """A list of which one is chosen; or none, by a button that says `clear`, where it says anything."""
    return dmc.Select(
        id={"control": control},
        label=label,
        data=options if isinstance(options, list) else choices(options),
        value=value,
        withScrollArea=False,
        **(_clearing(clear) if clear else {"allowDeselect": False}),
        **more,
    )


def select_several(
    control: str, label: str, options: Options | list[dict], values: Sequence[str], clear: str, **more
) -> dmc.MultiSelect:
    """A list of which several may be chosen, or none, by a button that says `clear`."""
    return dmc.MultiSelect(
        id={"control": control},
        label=label,
        data=options if isinstance(options, list) else choices(options),
        value=list(values),
        withScrollArea=False,  # the list itself scrolls, which a keyboard reaches
        **_clearing(clear),
        **more,
    )


def switch(control: str, label: str, options: Options, value: str, **more) -> dmc.SegmentedControl:
    """A few words beside each other of which one is chosen; `label` is heard, not seen."""
    return dmc.SegmentedControl(
        id={"control": control}, data=choices(options), value=value, **{"aria-label": label}, **more
    )


def under(words: str, control: dmc.SegmentedControl) -> html.Div:
    """A switch under a short label that is seen, not heard."""
    return html.Div([html.Span(words, className="control-label", **{"aria-hidden": "true"}), control])


def _clearing(name: str) -> dict[str, object]:
    """A button called `name` that empties the list; Mantine's own can be reached with a mouse alone."""
    return {
        "clearable": True,
        "clearButtonProps": {"aria-label": name, "aria-hidden": False, "tabIndex": 0},
    }
