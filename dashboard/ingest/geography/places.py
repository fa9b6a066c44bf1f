"""The areas a figure may be about: known codes, codes that were replaced, and codes we leave out."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from dashboard.catalogue.regions import CityRegion, version
from dashboard.ingest.refusal import Refused, listed

# Beginnings of the codes of real areas that the product does not show: other UK nations and their sums, ITL
# regions, metropolitan counties, Inner and Outer London, the Greater London Authority (the London region
# E12000007 is the same place), police forces, constituencies, areas of local skills improvement plans.
OUTSIDE = ("K03", "K04", "N", "S", "W", "TL", "E11", "E13", "E14", "E23", "E37", "E61", "E69")
NO_AREA = ("na", "K99000004")  # what publishers call a share that belongs to no area


@dataclass(frozen=True)
class Places:
    """`levels`: area_code -> level; `names`: area_code -> name; `recodes`: old code -> new code;
    `current`: the codes in use today; `unions`: a district -> the abolished ones it was made of;
    `within`: every area with each that it lies in; `ended`: the last year of those that are no more."""

    levels: dict[str, str]
    names: dict[str, str]
    recodes: dict[str, str]
    current: frozenset[str] = field(default_factory=frozenset)
    members: dict[str, dict[str, list[str]]] = field(default_factory=dict, repr=False)
    unions: dict[str, list[str]] = field(default_factory=dict, repr=False)
    within: list[tuple[str, str]] = field(default_factory=list, repr=False)
    ended: dict[str, int] = field(default_factory=dict, repr=False)
    version: str = ""

    @classmethod
    def from_frames(
        cls, areas: pd.DataFrame, recodes: pd.DataFrame, membership: pd.DataFrame, unions: pd.DataFrame
    ) -> "Places":
        """From the tables of those names."""
        return cls(
            levels=dict(zip(areas.area_code.tolist(), areas.level.tolist(), strict=True)),
            names=dict(zip(areas.area_code.tolist(), areas.name.tolist(), strict=True)),
            recodes=dict(zip(recodes.old_code, recodes.new_code, strict=True)),
            current=frozenset(areas.loc[areas.current, "area_code"]),
            members=_members(areas[areas.current], membership),
            unions=unions.groupby("new_code", sort=False)["old_code"].agg(list).to_dict(),
            within=list(zip(membership.area_code.tolist(), membership.within.tolist(), strict=True)),
            ended=_ended(areas),
            version=_version(areas, recodes, membership, unions),
        )

    def with_regions(self, regions: Iterable[CityRegion]) -> "Places":
        """These and the `regions` that ONS has no code for: a file may have a figure for one."""
        added = [region for region in regions if region.code not in self.levels]
        return replace(
            self,
            levels=self.levels | {each.code: each.level for each in added},
            names=self.names | {each.code: each.name for each in added},
            current=self.current | {each.code for each in added},
            members=self.members | {each.code: self._all_of(each) for each in added},
            version=" ".join(filter(None, [self.version, version(added)])),
        )

    def _all_of(self, region: CityRegion) -> dict[str, list[str]]:
        below = [code for county in region.counties for code in self.inside(county).get("district", [])]
        return {"county": list(region.counties), "district": [*below, *region.districts]}

    def inside(self, container: str) -> dict[str, list[str]]:
        """level -> the current areas of that level inside `container` (districts and wider)."""
        return self.members.get(container, {})

    def to_current_codes(
        self, frame: pd.DataFrame, where: Path | str, aliases: dict[str, str] | None = None
    ) -> pd.DataFrame:
        """`frame` with `area_code` in today's codes, rows outside the product dropped.

        Adds `old_code`, what the file said. `aliases` mends a publisher's misprint, from the
        register. Raises Refused for a code nobody knows, with its line.
        """
        mended = frame["area_code"].str.strip().replace(aliases or {})
        outside = (mended.str.startswith(OUTSIDE) & mended.ne("NaN")) | mended.isin(NO_AREA)
        kept = frame.assign(area_code=mended)[~outside]
        # Code by code: to look all rows up among 48,000 codes takes 70 ms a file.
        given = kept["area_code"].unique().tolist()
        if codes := [code for code in given if code not in self.levels and code not in self.recodes]:
            unknown = kept["area_code"].isin(codes)
            first = kept[unknown].iloc[0]
            line = int(first["line"]) if "line" in kept else None
            sentence = listed(codes) if any(codes) else "an empty area code"
            mend = "correct it or register the area"
            sheet = str(first.get("sheet", ""))
            raise Refused(where, f"no area is known by {sentence}, {mend}", line, sheet)
        return kept.assign(old_code=kept["area_code"], area_code=kept["area_code"].replace(self.recodes))

    def named(self, levels: tuple[str, ...]) -> dict[str, str]:
        """name -> code for the areas of `levels`; a current area wins over an ended one of that name."""
        codes: dict[str, str] = {}
        for code, level in self.levels.items():
            name = self.names[code]
            if level in levels and code not in self.recodes and (name not in codes or code in self.current):
                codes[name] = code
        return codes


def _members(current: pd.DataFrame, membership: pd.DataFrame) -> dict[str, dict[str, list[str]]]:
    wide = current[~current["level"].isin(["lsoa", "msoa", "ward"])]
    levels = dict(zip(wide.area_code.tolist(), wide.level.tolist(), strict=True))
    found: dict[str, dict[str, list[str]]] = {}
    for code, container in zip(membership.area_code.tolist(), membership.within.tolist(), strict=True):
        if code in levels:
            found.setdefault(container, {}).setdefault(levels[code], []).append(code)
    return found


def _ended(areas: pd.DataFrame) -> dict[str, int]:
    past = areas[~areas["current"] & areas["end"].notna()] if "end" in areas else areas.head(0)
    return (
        dict(zip(past["area_code"].tolist(), past["end"].astype(int).tolist(), strict=True))
        if len(past)
        else {}
    )


def _version(*frames: pd.DataFrame) -> str:
    """Changes when any cell of the frames does."""
    digest = hashlib.sha256()
    for frame in frames:
        digest.update(pd.util.hash_pandas_object(frame.astype("str"), index=False).to_numpy().tobytes())
    return digest.hexdigest()
