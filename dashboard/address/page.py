"""A page: what stands at a path, what its address may say, what it shows; and an address, once it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.address.parameters import PageParameter
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import ListedPage, Site

Shown = Iterator[tuple[Indicator, list[str]]]  # indicators, each with the codes of the areas shown


def _nothing(site: Site, address: Address) -> Shown:
    return iter(())


@dataclass(frozen=True, eq=False)  # each is one of a kind
class Page:
    """One page of the dashboard. Every function takes the Site and the Address that is looked at.

    `path`: where it is; "<place>" and "<theme>" in it stand for one that exists. `title`: its name in the
    browser's title. `layout`: all of it; `parts`: what its controls repaint (components/parts.py), None where
    nothing does.
    `parameters`: what its address may say besides region and as_of; `ignored`: words of another page at the
    same path. `as_of`: what is known on a past day, a sentence (with {day}) or a function; None where the
    banner counts its figures that are known, so that a page without `figures` has to say it. `navigation`:
    the address that is marked in the navigation; "" for its own. `cacheable`: False where people write what
    it shows. `audience`: "office" for a page that the public never has.
    `figures`: the indicators and areas it shows, which a frozen view of it keeps. `name`: what search and its
    results call it, "" for one that they do not list; `words`: others that it is found by; `listed_at`: the
    address that they give, where its path says no address.
    """

    path: str
    title: Callable[[Site, Address], str]
    layout: Callable[[Site, Address], Any]
    parts: Callable[[Site, Address], Any] | None = None
    parameters: Mapping[str, PageParameter] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    as_of: str | Callable[[Site, Address], str] | None = None
    navigation: str = ""
    cacheable: bool = True
    audience: str = "public"
    figures: Callable[[Site, Address], Shown] = _nothing
    name: str = ""
    words: str = ""
    listed_at: str = ""

    def __post_init__(self) -> None:
        if self.as_of is None and self.figures is _nothing:
            raise ValueError(
                f"{self.path}: give its Page `as_of`, what it shows on a past day (NO_FIGURES of "
                "dashboard/statements/as_of_words.py where it shows no figures), or `figures`"
            )

    @property
    def listed(self) -> ListedPage | None:
        """What search knows of it; None for a page that it does not list."""
        return ListedPage(self.listed_at or self.path, self.name, self.words) if self.name else None


@dataclass(frozen=True)
class Address:
    """A validated address: the page, its region, and the values of its path and query parameters; `given` are
    the words of its query that were read."""

    page: Page
    path: str
    region: Area
    as_of: date | None = None
    values: dict[str, Any] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["values"][name]
        except KeyError:
            raise AttributeError(name) from None
