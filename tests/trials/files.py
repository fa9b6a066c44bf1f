"""The files of measured rates that /tested reads, as they are written beside its pages."""

from collections.abc import Sequence
from dataclasses import asdict

from dashboard.pages.about.alarm_table import Alarm
from dashboard.pages.about.known_then_table import KnownThen


def alarms_file(rates: Sequence[Alarm]) -> str:
    """The file of these rates: a line each."""
    lines = ["# Written by `python -m tests.trials`; docs/methods.md says how it is measured.", "rates = ["]
    for rate in rates:
        cells = ", ".join(
            f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}"
            for name, value in asdict(rate).items()
            if value is not None
        )
        lines.append(f"    {{ {cells} }},")
    return "\n".join([*lines, "]", ""])


def known_then_file(rates: Sequence[KnownThen]) -> str:
    """The rates as the file that known_then_table reads."""
    parts = ["# Written by `python -m tests.trials known-then`.\n"]
    for rate in rates:
        lines = [f"{key} = {_value(value)}" for key, value in asdict(rate).items() if value is not None]
        parts.append("\n".join(["[[rates]]", *lines, ""]))
    return "\n".join(parts)


def _value(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return f"{value:.4f}" if isinstance(value, float) else str(value)
