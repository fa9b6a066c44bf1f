"""Similar areas: the ONS statistical neighbours of a region or of a chosen place, and similar on what."""

from dataclasses import dataclass

from dashboard.datastore.areas import Area
from dashboard.site import Site

BASES = {
    "none": ("No similar areas", ""),
    "global": ("Similar overall", "overall"),
    "economic": ("Similar economy", "in their economy"),
    "demographic": ("Similar population", "in their population"),
}


@dataclass(frozen=True)
class Similar:
    """The areas that ONS finds similar to `subject`; `words` say on what. `areas` may be empty."""

    subject: Area
    words: str
    areas: tuple[Area, ...]

    @property
    def title(self) -> str:
        """Names the group: "Areas similar to Bolton in their economy"."""
        return f"Areas similar to {self.subject.name} {self.words}"


def similar(site: Site, region: Area, places: tuple[Area, ...], basis: str) -> Similar | None:
    """The neighbours of the single chosen place, else of the region; None when none are asked for."""
    if basis == "none":
        return None
    subject = places[0] if len(places) == 1 else region
    return Similar(subject, BASES[basis][1], site.geography.peers(subject.code, basis))
