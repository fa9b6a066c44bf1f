"""Gap words: what a region has no data for, who publishes it, and what is known instead."""

from dataclasses import dataclass

from dashboard.capital_letter import capital
from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area


@dataclass(frozen=True)
class Gap:
    """Data that one region has and others lack. `instead` are ids of indicators that come near its question.

    `missing` says what cannot be seen; `dataset` would show it, and the register says who publishes it for
    which other areas; `known` is the question that `instead` answers in part: "getting to work". `adding`
    says how an analyst adds it; empty where the register entry alone says so.
    """

    missing: str
    dataset: str
    known: str
    instead: tuple[str, ...]
    adding: str = ""


JOURNEYS = Gap(
    "Who travels from where to where for work cannot be shown here.",
    "commuting_district",
    "getting to work",
    (
        "transport/public_transport_to_work",
        "transport/drive_to_work",
        "transport/cycle_to_work",
        "transport/rail_walk",
    ),
)
CASUALTIES = Gap(
    "Where people are hurt on the roads, and in which month, cannot be shown here.",
    "road_casualties",
    "safety on the roads",
    ("transport/child_road_casualties", "transport/motor_vehicle_flow"),
    "To add them, put the Department's two files of a release, collisions and casualties, into the folder of "
    "sources as they are published, and name the file of collisions as the path of "
    "data/sources/road_casualties.toml.",
)


def gap_heading(region: Area) -> str:
    """The heading over what is missing."""
    return f"Not held for {region.name} yet"


def fill(there: Elsewhere, region: Area) -> tuple[str, str]:
    """Who publishes what is not held, before and after the name of the publisher."""
    return (
        f"It is published for {there.published}, and held here for {there.held} only. Publisher: ",
        f". The figures of {region.name} can be added from there.",
    )


def instead_heading(known: str, region: Area) -> str:
    """The heading over what is known of the same question."""
    return f"What is held about {known} in {region.name}"


def instead_caption(known: str, region: Area) -> str:
    """The name of the table of it."""
    return f"{capital(known)} in {region.name}, newest figures"


def measured(indicator: Indicator, period: str) -> str:
    """What a column of that table holds: "minutes to reach 500 jobs, 2019"."""
    return ", ".join(filter(None, [indicator.unit, period]))


def not_held_here(region: Area) -> str:
    """Before the names of the pages that a region has nothing for."""
    return f"Not held for {region.name}:"
