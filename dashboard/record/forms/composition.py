"""The form that keeps how the office wants a pack: its sections in order and the wording of its headline."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, with_choices
from dashboard.record.forms.lists import places
from dashboard.record.kinds import Composition
from dashboard.runtime.slips import without_slips
from dashboard.site import Site

LONGEST_HEADLINE = 220


FIELDS = (
    Field("brief", "Pack", "choice", "Select a pack"),
    Field("area_code", "Place", "choice", "Select a place"),
    Field("sections", "Sections, in order", hint="As above, by comma. Empty: as the pack has them."),
    Field(
        "headline",
        "Headline",
        "words",
        hint="Your wording, marked as edited; its figures stay those of the pack. Empty: as worked out.",
        longest=LONGEST_HEADLINE,
    ),
)


def fields(site: Site, region: Area, old: Composition | None) -> Sequence[Field]:
    """The questions."""
    return with_choices(FIELDS, brief={"": _briefs(site)}, area_code=places(site, region))


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def values_of(item: Composition, asked: Sequence[Field]) -> dict[str, Any]:
    """A kept composition as the answers of the form."""
    answers = {"brief": item.brief, "area_code": item.area_code, "headline": item.headline}
    return answers | {"sections": ", ".join(item.sections)}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Composition | None) -> Composition:
    """What the answers stand for. Raises Invalid for the same section twice."""
    values = read_form(fields(site, region, old), given)
    check(values)
    kept = {"sections": _kinds(values), "headline": " ".join(values["headline"].split())}
    return Composition(**values | kept)


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    kinds = _kinds(values)
    if len(set(kinds)) < len(kinds):
        raise Invalid({"sections": "Each section stands once"})


def _kinds(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(kind.strip() for kind in values["sections"].split(",") if kind.strip())


def _briefs(site: Site) -> list[tuple[str, str]]:
    """The briefs that need no theme, by name, with their titles."""
    titles = {path.stem: without_slips(_title, path) or "" for path in _files(site)}
    return [(name, title) for name, title in titles.items() if title and "{" not in title]


def _title(path: Path) -> str:
    title = read_toml(path)["title"]
    if not isinstance(title, str):
        raise TypeError("write title as a text in quotation marks")
    return title


def _files(site: Site) -> list[Path]:
    return [path for path in sorted(site.settings.briefs.glob("*.toml")) if path.stem != "schedule"]
