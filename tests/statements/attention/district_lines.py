"""A line of the attention list on a region's districts, held against what their figures allow."""

import re

from dashboard.statements.attention.tiers import TIERS
from tests.oracle.reckoning.place import enough
from tests.statements.attention.allowed_by_figures import Expected, figures
from tests.statements.attention.region_lines import BEYOND


def check_districts(site, indicator, item):
    region = site.geography[item.area_code]
    places = [area for area in site.geography.members(region.code) if figures(site, indicator, area.code)]
    covered = {code for area in places for code in site.geography.within.get(area.code, ())}
    places += [
        area
        for area in site.geography.members(region.code, "county")
        if area.code not in covered and figures(site, indicator, area.code)
    ]
    found = [Expected(site, indicator, place.code) for place in places]
    half = [one for one in found if 2 * sum(it.period == one.period for it in found) >= len(found)]
    shared = max(one.period for one in half or found)
    found = [one for one in found if one.period == shared]
    if len(found) == 1:
        assert ", the only" in item.text
        return
    said = item.text.removeprefix(f"{indicator.title}: ")
    check_count_of_gaps(found, said)
    judged = [one for one in found if one.judged]
    if judged:
        moves = [one.direction * (one.good or 1) for one in judged]
        words = {1: "getting better|better than [^(;]*?|rising|higher than usual|the gap is narrow[^(;]*?"}
        words[-1] = "getting worse|worse than [^(;]*?|falling|lower than usual|the gap is wide?[^(;]*?"
        methods = [one.method for one in judged]
        if 2 * methods.count("rare moves") > len(methods):
            moves = [one.direction for one in judged]
            words = {1: "largest rise [^(;]*?", -1: "largest fall [^(;]*?"}
    else:
        moves = [one.moved(indicator) for one in found if one.method == "direction only"]
        words = {1: "up", -1: "down"}
    change = said.partition("; ")[2] or said
    if not any(one.scope == "watch" for one in found):
        check_counts(change, words, moves, len(found))
    check_sure(found, said, change)
    many = len(found)
    bad = [one for one in found if one.worsening]
    if bad and indicator.better != "neither":
        of_region = enough(len(bad), many, bad[0].method)
        assert (item.change == "worsening") == of_region, item.text
    check_shared(found, item, change)
    if item.change == "worsening":
        assert TIERS[item.tier].startswith(("Worse here", "Watch")), item.text


def check_shared(found, item, change):
    """England made it too where the gap changed in too few of those that moved."""
    way = {"worsening": -1, "improving": 1}.get(item.change, 0) * found[0].good
    moved = [
        one for one in found if one.judged and one.scope == "beyond chance" and one.direction == way != 0
    ]
    known = [one.here for one in moved if one.here is not None]
    shared = bool(known) and not enough(sum(known), len(found), moved[0].method)
    assert (", as in " in change or "did not clearly change" in change) == shared, item.text


def check_sure(found, said, change):
    """Chance is named where margins of error were used; the start is the one that most of them share."""
    margins = [one for one in found if one.judged and one.method not in ("rare moves", "chart")]
    moved = any(one.direction for one in margins)
    gap = all(one.chance in ("beyond", "within") for one in found) and "; " in said
    told = said.count(BEYOND) + ("both" in said and BEYOND in said and not said.startswith("both"))
    assert told >= gap + moved, said
    assert (BEYOND in said) == (gap or moved), said
    if "since" in change:
        starts = [one.start.year for one in found if one.method == "direction only"]
        assert starts
        assert str(max(sorted(starts), key=starts.count)) in change
    if "any of them" in change:
        assert "no clear change" in change or "nothing unusual" in change or "no rare move" in change


def check_counts(said, words, moves, total):
    for way, pattern in words.items():
        number = re.search(f"(?:{pattern}) in (all of them|\\d+)", said)
        told = 0 if number is None else int(number[1]) if number[1].isdigit() else total
        assert told == moves.count(way), (said, moves)


def check_count_of_gaps(found, said):
    compared = [one for one in found if one.benchmark]
    named = r"(?:England|the UK less offshore|the United Kingdom)(?: (?:in|on|from) [^,;]*?\d)?"
    where = rf"{named}(?: by more than chance explains)? in "
    match = re.match(rf"(not )?(higher|lower) than {where}(both|all (\d+)|any|either|(\d+))", said)
    assert (match is not None) == bool(compared), said
    if match:
        side = 1 if match[2] == "higher" else -1
        assert not found[0].good or side == -found[0].good
        count = sum(one.side == side for one in compared)
        told = 0 if match[1] else len(compared) if match[3] == "both" else int(match[4] or match[5])
        assert told == count, said
