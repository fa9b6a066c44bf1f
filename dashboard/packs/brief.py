"""Briefs: what goes into a pack, as a small TOML file (data/briefs/*.toml) or as the pack page makes it."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import NamedTuple

from dashboard.catalogue.indicators import AUDIENCES, THEMES
from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.catalogue.regions import CityRegion
from dashboard.charts.mapped import LEVELS
from dashboard.datastore.areas import PLACES, REGIONS
from dashboard.runtime.slips import slip_in, without_slips


class SectionKind(NamedTuple):
    """A kind of section: what it is called where packs are composed, and what it holds."""

    title: str
    about: str


SECTION_KINDS = {
    "brief": SectionKind(
        "The brief: what to decide, and what waits",
        "The brief: what to decide, with a map, what was decided, and what waits",
    ),
    "summary": SectionKind("One-page summary", "One-page summary: the main figure of each theme"),
    "attention": SectionKind(
        "What needs a decision", "What needs a decision: ranked, each with its reason and how sure it is"
    ),
    "theme": SectionKind("Theme page", "A page for each theme: message, charts and all its figures"),
    "indicators": SectionKind(
        "Chosen indicators", "Chosen indicators: a wide chart each, and the districts side by side"
    ),
    "profile": SectionKind("All figures of the place", "Every published figure of the place, theme by theme"),
    "places": SectionKind("Places side by side", "The districts side by side"),
    "map": SectionKind("Map", "Maps"),
    "framework": SectionKind(
        "What mayors are measured on", "What mayors are measured on: each measure, and how far it is"
    ),
    "notes": SectionKind(
        "Data notes", "Data notes: source, newest period and what to watch out for, for every figure"
    ),
}
LEVELS_OF_PLACE = {"region": REGIONS, "district": PLACES}  # what a brief's place may be, and its levels
CHOSEN, EACH = "chosen", "each"
MOST_ADDED = 8  # indicators that are added to a ready brief


class InvalidBrief(ValueError):
    """A brief that cannot be used; the message names the file and what to do."""


class SpoiltBrief(InvalidBrief):
    """A brief that is there, with a slip in its file: no fault of whoever asked for it."""


@dataclass(frozen=True)
class SectionRequest:
    """One section asked for. `themes`: whose indicators ("each": a section a theme; "chosen": the parameter).

    `indicators` by id; `most` statements or figures a section; `charts` drawn; `level` of a map's areas;
    `framework` of data/frameworks by its file's name, all where empty. A section of the `annex` is made where
    it is asked for. `figures` are large numbers that a brief begins with.
    """

    kind: str
    title: str = ""
    themes: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    most: int = 0
    charts: int = 2
    level: str = ""
    annex: bool = False
    framework: str = ""
    figures: int = 0


@dataclass(frozen=True)
class Brief:
    """A pack to be made: for whom, about which kind of place, and its parts in order.

    `title_without_mayor` stands where nobody was elected.
    """

    name: str
    title: str
    about: str
    audience: str
    place: str
    sections: tuple[SectionRequest, ...]
    title_without_mayor: str = ""

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of areas that it can be about."""
        return LEVELS_OF_PLACE[self.place]

    @property
    def asks_theme(self) -> bool:
        """Whether a theme must be chosen when the pack is made."""
        return any(CHOSEN in request.themes for request in self.sections)

    def of(self, region: CityRegion) -> "Brief":
        """The brief as `region` calls it."""
        return self if region.mayor else replace(self, title=self.title_without_mayor or self.title)

    @property
    def kinds(self) -> list[str]:
        """The kinds of its sections, each once, without the data notes, which nobody chooses."""
        return list(dict.fromkeys(request.kind for request in self.sections if request.kind != "notes"))

    def lacks(self, kinds: Collection[str]) -> str:
        """That it has no section of one of `kinds`, in a sentence; "" where it has all of them."""
        missing = next((kind for kind in kinds if kind not in self.kinds), None)
        said = f"This pack has no section “{missing}”; it has: {', '.join(self.kinds)}."
        return said if missing else ""

    def only(self, kinds: Collection[str]) -> "Brief":
        """The brief with the sections of these kinds, in their order; what asks is first, notes are last."""
        order = [
            *(["brief"] if "brief" in kinds else []),
            *(kind for kind in kinds if kind != "brief"),
            "notes",
        ]
        kept = [request for request in self.sections if request.kind in order]
        return replace(self, sections=tuple(sorted(kept, key=lambda request: order.index(request.kind))))

    def without_annex(self) -> "Brief":
        """The brief as it is made unasked."""
        return replace(self, sections=tuple(request for request in self.sections if not request.annex))

    def with_indicators(self, indicators: Collection[str]) -> "Brief":
        """The brief with a section of these indicators, by id, before its data notes."""
        if not indicators:
            return self
        return replace(
            self, sections=(*self.sections, SectionRequest("indicators", indicators=tuple(indicators)))
        )

    def with_theme(self, theme: str) -> "Brief":
        """The brief with its open theme chosen. Raises InvalidBrief for an unknown theme."""
        if theme not in THEMES:
            raise InvalidBrief(f"{self.name}: choose a theme: {', '.join(THEMES)}")
        requests = tuple(
            replace(request, themes=tuple(theme if name == CHOSEN else name for name in request.themes))
            for request in self.sections
        )
        title = self.title.replace("{theme}", THEMES[theme])
        return replace(self, name=f"{self.name}-{theme}", title=title, sections=requests)


def ready_briefs(folder: Path) -> dict[str, Brief]:
    """Every ready brief of `folder` by name, in order of name. One with a slip hides only itself."""
    found = {path.stem: without_slips(read_brief, path) for path in _files(folder)}
    return {name: brief for name, brief in found.items() if brief}


def ready_brief(folder: Path, name: str) -> Brief:
    """The ready brief called `name`. Raises SpoiltBrief, in its sentence, where there is a slip in its file,
    and InvalidBrief where there is none of that name."""
    ready = ready_briefs(folder)
    if name in ready:
        return ready[name]
    if slip := slips_in_briefs(folder).get(name):
        raise SpoiltBrief(slip)
    raise InvalidBrief(f"There is no brief called {name!r}; choose one of: {', '.join(ready)}.")


def slips_in_briefs(folder: Path) -> dict[str, str]:
    """What is wrong with each brief that is left out, by its name, in a sentence that names the file."""
    return {path.stem: slip for path in _files(folder) if (slip := slip_in(read_brief, path))}


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.toml")) if path.stem != "schedule"]


def read_brief(path: Path) -> Brief:
    """The brief in the file at `path`. Raises InvalidBrief, naming the file and what to do."""
    where = f"data/briefs/{path.name}"
    try:
        written = read_toml(path)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidBrief(f"{where}: mend the TOML: {error}") from error
    wanted = {"title", "about", "audience", "place", "sections"}
    if missing := sorted(wanted - written.keys()):
        raise InvalidBrief(f"{where}: add {', '.join(missing)}")
    if unknown := sorted(written.keys() - wanted - {"title_without_mayor"}):
        raise InvalidBrief(f"{where}: remove {', '.join(unknown)}, which a brief does not have")
    for key in sorted(written.keys() - {"sections"}):
        if not isinstance(written[key], str):
            raise InvalidBrief(f"{where}: write {key} as {_SAID[str]}")
    _one_of(where, "audience", written["audience"], AUDIENCES)
    _one_of(where, "place", written["place"], tuple(LEVELS_OF_PLACE))
    requests = written.pop("sections")
    if not isinstance(requests, list) or not requests:
        raise InvalidBrief(f"{where}: add a [[sections]] with its kind")
    return Brief(
        path.stem,
        sections=tuple(
            _section_request(where, number, request) for number, request in enumerate(requests, 1)
        ),
        **written,
    )


_SAID = {int: "a whole number", str: "a text in quotation marks", bool: "true or false"}
_TYPES = {field.name: field.type for field in fields(SectionRequest)}
_THEME_NAMES = (*THEMES, EACH, CHOSEN)


def _section_request(where: str, number: int, written: dict) -> SectionRequest:
    here = f"{where}, section {number}"
    if "kind" not in written:
        raise InvalidBrief(f"{here}: add its kind: {', '.join(SECTION_KINDS)}")
    if unknown := sorted(written.keys() - _TYPES.keys()):
        raise InvalidBrief(f"{here}: remove {', '.join(unknown)}, which a section does not have")
    for key, value in written.items():
        listed = key in ("themes", "indicators")
        right = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if (listed and not right) or (not listed and type(value) is not _TYPES[key]):
            raise InvalidBrief(
                f"{here}: write {key} as {'a list of texts' if listed else _SAID[_TYPES[key]]}"
            )
    _one_of(here, "kind", written["kind"], tuple(SECTION_KINDS))
    _one_of(here, "level", written.get("level", ""), ("", *LEVELS))
    for theme in written.get("themes", ()):
        _one_of(here, "themes", theme, _THEME_NAMES)
    if written["kind"] in ("indicators", "map") and not written.get("indicators"):
        raise InvalidBrief(f'{here}: add the indicators it shows, such as "employment/employment_rate"')
    lists = {key: tuple(written[key]) for key in ("themes", "indicators") if key in written}
    return SectionRequest(**written | lists)


def _one_of(where: str, key: str, value: object, allowed: Collection[str]) -> None:
    if value not in allowed:
        raise InvalidBrief(f"{where}: set {key} to one of: {', '.join(name or '“”' for name in allowed)}")
