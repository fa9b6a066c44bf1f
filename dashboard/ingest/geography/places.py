"""The areas a figure may be about: known codes, codes that were replaced, and codes we leave out."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from dashboard.catalogue.regions import CityRegion, version
from dashboard.ingest.refusal import Refused, listed

# Codes of real areas that the product does not show: other UK nations and their sums, ITL and NUTS regions;
# in England, by their first letters, output areas, parishes, metropolitan counties, Inner and Outer London
# (the London region E12000007 is the Greater London Authority, E61), constituencies, European regions, health
# areas of every kind and time, community safety, police, fire, national parks, travel to work, workplace
# zones, built-up areas, enterprise partnerships, merged census areas, county divisions, skills plans.
_E = "00 04 11 13 14 15 16 18 22 23 26 30 31 32 33 34 35 36 37 38 39 40 41 45 46 48 54 56 58 61 63 69"
_OUTSIDE = re.compile(
    rf"(?:[NSW]\d\d|K0[134]|E(?:{_E.replace(' ', '|')}))\d{{6}}|(?:TL|UK)[A-N][0-9A-Z]{{0,2}}|[KLMX]99999999"
)
_LOWER = re.compile(r"[a-z]\d{8}")
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
        self,
        frame: pd.DataFrame,
        where: Path | str,
        aliases: dict[str, str] | None = None,
        with_options: bool = False,
    ) -> pd.DataFrame:
        """`frame` with `area_code` in today's codes, rows outside the product dropped.

        Adds `old_code`, what the file said. `aliases` mends a publisher's misprint, from the
        register. Raises Refused for a code nobody knows, with its line; `with_options`: what the entry may
        say of it is named.
        """
        mended = frame["area_code"].str.strip().replace(aliases or {})
        mended = mended.mask(mended.str.fullmatch(_LOWER), mended.str.upper())
        outside = mended.str.fullmatch(_OUTSIDE) | mended.isin(NO_AREA)
        kept = frame.assign(area_code=mended)[~outside]
        # Code by code: to look all rows up among 48,000 codes takes 70 ms a file.
        given = kept["area_code"].unique().tolist()
        if codes := [code for code in given if code not in self.levels and code not in self.recodes]:
            unknown = kept["area_code"].isin(codes)
            first = kept[unknown].iloc[0]
            line = int(first["line"]) if "line" in kept else None
            sentence = listed(codes) if any(codes) else "an empty area code"
            mend = self._mend(codes) if with_options else "correct it or register the area"
            sheet = str(first.get("sheet", ""))
            raise Refused(where, f"no area is known by {sentence}, {mend}", line, sheet)
        return kept.assign(old_code=kept["area_code"], area_code=kept["area_code"].replace(self.recodes))

    def _mend(self, texts: list[str]) -> str:
        """What to do about `texts` that stand where codes are wanted: names, nothing, words, misprints."""
        if {*texts} & {*self.names.values()}:
            return "name the column of codes as area in options, or write area_names = true for one of names"
        if not any(texts):
            return 'fill it in (merged cells hold it once), or leave such rows out: skip = [""] in options'
        if not any(re.search(r"\d", text) for text in texts):
            return f"leave such rows out: skip = {json.dumps(texts[:5], ensure_ascii=False)} in options"
        return "correct it (aliases in options), register the area, or leave it out (skip in options)"

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
