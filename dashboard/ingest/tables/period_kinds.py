"""Which kinds of period read some texts: what to write in an entry that names another."""

from collections.abc import Iterable

from dashboard.ingest.tables import periods
from dashboard.ingest.tables.period_marks import is_period

_MOST = 500  # different texts of a file that are tried


def kinds_that_read(texts: Iterable[str]) -> list[str]:
    """The kinds, as an entry names them, that read each of `texts`; none for texts of several kinds."""
    some = list(dict.fromkeys(texts))[:_MOST]
    return [
        kind for kind in periods.PERIOD_FORMATS if all(is_period(periods.reader(kind), text) for text in some)
    ]


def shown(text: str) -> str:
    """A period as it stands; the serial number of a spreadsheet with the day that it is."""
    if not text.isdigit() or not is_period(periods.day, text):
        return text
    return f"{text} ({periods.day(text)[0]:%d/%m/%Y})"
