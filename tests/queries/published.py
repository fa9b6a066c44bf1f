"""What publishers give of each region, read from their tables and not through an indicator's SELECT."""

import re
from dataclasses import dataclass, field

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.store import Store

CODES = ("area_code", "lsoa21_code")  # a table of figures has one of these columns


@dataclass
class Published:
    """Over `store`; `parts`: (city region, an area in it), `every`: the codes of the city regions."""

    store: Store
    parts: list[tuple[str, str]]
    every: set[str]
    _read: dict[tuple[str, tuple[str, ...]], set[str]] = field(default_factory=dict)

    def regions(self, indicator: Indicator) -> set[str]:
        """The regions of which, or of whose areas, every table that the SELECT reads has a figure, of the
        series that it names."""
        texts = {text.replace("''", "'") for text in re.findall(r"'((?:[^']|'')+)'", indicator.sql)}
        found = set(self.every)
        for table in sources_of(self.store, indicator):
            columns = self.store.columns(table)
            code = next((name for name in CODES if name in columns), "")
            if code:
                found &= self._of_table(table, code, columns, texts)
        return found

    def _of_table(self, table: str, code: str, columns: list[str], texts: set[str]) -> set[str]:
        named = self._series(table, texts) if "series" in columns else ()
        if (table, named) not in self._read:
            tests = ["value IS NOT NULL"] if "value" in columns else []
            tests += [f"series IN ({', '.join('?' * len(named))})"] if named else []
            where = f"WHERE {' AND '.join(tests)}" if tests else ""
            rows = self.store.rows(f'SELECT DISTINCT "{code}" FROM "{table}" {where}', [*named])  # noqa: S608
            held = {area for (area,) in rows}
            self._read[table, named] = {a for a, part in self.parts if part in held} | held & self.every
        return self._read[table, named]

    def _series(self, table: str, texts: set[str]) -> tuple[str, ...]:
        rows = self.store.rows(f'SELECT DISTINCT series FROM "{table}"')  # noqa: S608
        return tuple(sorted(texts & {name for (name,) in rows}))
