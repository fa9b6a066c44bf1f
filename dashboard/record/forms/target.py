"""The form of a target. Its baseline is the latest published figure, never typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.record.fields import Field, Invalid, read_form, values_of, with_choices
from dashboard.record.figure import read_figure
from dashboard.record.forms.lists import AGED, indicators, latest, places
from dashboard.record.kinds import RecordedFigure, Target
from dashboard.site import Site
from dashboard.statements.absence.absent import absent
from dashboard.statements.judgement.regular import period_end
from dashboard.statements.outlook.possible import possible

__all__ = ["build", "fields", "initial", "values_of"]

# What a reader types, and the chart beside the form is drawn from.
TYPED = (
    Field("value", "Target", "figure", "Enter the target", hint="Such as 75.5%, £600 or 1,200."),
    Field("due", "To be met by", "date", "Enter the date by which it is to be met"),
)
OF_GROUPS = (
    "For a group, choose its own figure or its gap, under Inequality. The two figures behind a gap have no "
    "target of their own, as no rule judges them alone."
)
FIELDS = (
    Field("indicator", "Indicator", "choice", "Select an indicator", hint=f"{OF_GROUPS} {AGED}"),
    Field("area_code", "Place", "choice", "Select a place"),
    *TYPED,
    Field("owner", "Owner", missing="Enter who owns the target", hint="A role or a team.", longest=80),
    Field("reason", "Why this target", "words", "Enter why this target was set", longest=2000),
)


def fields(site: Site, region: Area, old: Target | None) -> Sequence[Field]:
    """The questions."""
    known = indicators(site, "Choose one", True)
    return with_choices(FIELDS, indicator=known, area_code=places(site, region))


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Target | None) -> Target:
    """The target that the answers stand for, from the latest published figure. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    indicator, area = site.indicators[values["indicator"]], site.geography[values["area_code"]]
    baseline = begins_at(site, indicator, area, old)
    return Target(**values | {"value": checked(site, indicator, values, baseline)}, baseline=baseline)


def begins_at(site: Site, indicator: Indicator, area: Area, old: Target | None) -> RecordedFigure:
    """The published figure that a target begins at: an older version's while it is of the same place and its
    figures count as they did. Raises Invalid where none is held, with the reason."""
    same = old is not None and (old.indicator, old.area_code) == (indicator.id, area.code)
    kept = old.baseline if old and same else None
    if kept and kept.known and counted_otherwise(site.store, indicator, kept.known):
        kept = None  # taken anew: a path cannot mix two ways of counting
    found = kept or latest(site, indicator.id, area.code)
    if found is None:
        none = absent(site, indicator, area)
        raise Invalid({"area_code": f"{indicator.title}: {none.full}, so a target cannot be followed"})
    return found


def checked(site: Site, indicator: Indicator, values: Mapping[str, Any], baseline: RecordedFigure) -> float:
    """The target's value as a number. Raises Invalid: no such figure can be, or there is nothing to reach."""
    errors = {}
    value = baseline.value
    try:
        value = read_figure("Target", values["value"], indicator, possible(site, indicator))
        if indicator.format(value) == indicator.format(baseline.value):
            errors["value"] = "Target must differ from the latest figure, or there is nothing to reach"
    except ValueError as error:
        errors["value"] = str(error)
    if values["due"] <= period_end(indicator, baseline.period):
        newest = indicator.period_label(baseline.period)
        errors["due"] = f"To be met by must be after the period of the latest figure ({newest}) has ended"
    if errors:
        raise Invalid(errors)
    return value
