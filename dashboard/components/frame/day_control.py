"""The day of knowledge, in the header of every page: a form that leads to the same page as it was on a day.

It needs no script. What it sends is put on the last day on which something changed (web/rendering/chosen.py).
"""

from datetime import UTC, datetime
from html import escape

from dash import html

from dashboard.address.page import Address
from dashboard.address.query_params import EARLIEST

_FORM = """\
<details class="day-choice"><summary>{said}</summary><form action="{path}" data-day-form>{kept}
<label for="as-of-day">Show what was known on</label>
<input type="date" id="as-of-day" name="as_of" value="{day}" min="{first}" max="{last}" required>
<button type="submit" class="quiet-button">Go back</button></form></details>"""


def day_control(address: Address) -> html.Div:
    """The control, saying which day is shown; what else the address says stays."""
    today = datetime.now(UTC).date().isoformat()
    kept = address.given | {"region": address.region.code, "chosen": "1"}
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in kept.items()
        if name != "as_of"
    )
    form = _FORM.format(
        said=f"As of {address.as_of.day} {address.as_of:%b %Y}" if address.as_of else "As of today",
        path=escape(address.path),
        kept=fields,
        day=address.as_of.isoformat() if address.as_of else today,
        first=EARLIEST.isoformat(),
        last=today,
    )
    return html.Div(className="as-of-control", **{"data-svg": form})
