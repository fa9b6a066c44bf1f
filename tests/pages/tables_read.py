"""Which tables of figures a page reads by a way of its own."""

import re
from contextlib import contextmanager

from dashboard.datastore.as_of import ENDED, LOOKUPS
from dashboard.datastore.datasets import datasets

# Worked out at build from today's figures: a past day may not read them.
DERIVED = {"statements", "projections", "unprojected", "coverage"}


class Watched:
    """A cursor that tells what it is asked."""

    def __init__(self, cursor, told):
        self._cursor, self._told = cursor, told

    def __getattr__(self, name):
        return getattr(self._cursor, name)

    def execute(self, sql, *given):
        self._told(sql)
        return self._cursor.execute(sql, *given)


class Reading:
    """Which tables of figures are read in a store by a way of their own, not through site.observations.

    What is remembered tells again what was read to make it: a page that finds it there has read it too.
    """

    def __init__(self, store):
        self._figures = (set(datasets(store)) | DERIVED) - set(LOOKUPS)
        self._made = {}  # key -> what was made, and the tables that were read to make it
        self._open = [set()]  # the tables read for each thing that is being made, the innermost last
        cursor = store._cursor

        @contextmanager
        def watched():
            with cursor() as found:
                yield Watched(found, self._asked)

        store._cursor = watched
        store.remember = self._remember

    def of(self, look):
        """The tables that `look` reads."""
        self._open = [set()]
        look()
        return self._open[0]

    def _remember(self, key, make):
        if key not in self._made:
            self._open.append(set())
            made = make()
            self._made[key] = (made, self._open.pop())
        made, read = self._made[key]
        self._open[-1] |= read
        return made

    def _asked(self, sql):
        # Which tables have small areas is asked of today's: where, not how much. On which days anything
        # became another is no figure either, nor which series have past editions.
        days = ("DESCRIBE", "SELECT DISTINCT seen ", "SELECT DISTINCT released ", f"SELECT DISTINCT {ENDED} ")
        beside = (") AS indicator", "bool_or", "min(seen) FROM past_editions")
        if not sql.startswith(days) and not any(part in sql for part in beside):
            self._open[-1] |= self._figures & set(re.findall(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', sql))
