"""What is said of the changes in a region's local authorities: how many moved, which furthest, which way."""

from collections import Counter

from dashboard.methods.change.verdict import BEYOND as CLEAR
from dashboard.methods.change.verdict import WATCHED
from dashboard.statements.districts.counted import Counted
from dashboard.statements.districts.furthest_words import furthest_moved, turned
from dashboard.statements.judgement.cash import cash_words, share_words
from dashboard.statements.judgement.change_words import BEYOND, briefly, change
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import england_too, getting, start, than
from dashboard.statements.judgement.rare_words import among
from dashboard.statements.listing import listing


def district_change(counts: Counted) -> str:
    """In how many of them the figure changed beyond chance; else that none did, or that it cannot be told."""
    if not counts.judged:
        return _unjudged(counts)
    if counts.scope == WATCHED and counts.method == "rare moves":
        return _rare(counts, counts.direction)
    watched = counts.scope == WATCHED or counts.few_watched
    up, down = (counts.watched_up, counts.watched_down) if watched else (counts.up, counts.down)
    sides = sorted(((up, 1), (down, -1)), key=lambda item: (item[1] != counts.bad, -item[0]))
    parts = [_moved(counts, count, way) for count, way in sides if count]
    if parts:
        return " and ".join(parts)
    if counts.charted and counts.typical.change.chart:
        where = f"{_of(len(counts.charted), counts)}{furthest_moved(counts.charted)}"
        return f"unusual on a chart in {where}, which alone is not enough to call it a change"
    where = "any of them" if counts.judged == len(counts.found) else _those(counts)
    return f"{_nothing(counts)} in {where}"


def _moved(counts: Counted, count: int, way: int) -> str:
    """ "getting worse in 4 (furthest: ...), by more than chance explains": how many moved one way."""
    if counts.method == "rare moves":
        return _rare(counts, way)
    scopes = (CLEAR, WATCHED) if counts.scope == WATCHED else (CLEAR,)
    moved = [item for item in counts.found if item.change.scope in scopes and item.change.direction == way]
    beyond = "" if counts.typical.change.chart else BEYOND
    shared = [item for item in moved if item.change.here is False] if counts.shared else []
    england = england_too(shared[0]) if shared and way == counts.direction else ""
    where = f"{_of(count, counts)}{furthest_moved(moved)}"
    return f"{_subject(counts)}{_verb(counts, way)} in {where}{beyond}{england}{turned(moved)}"


def _verb(counts: Counted, way: int) -> str:
    gap = counts.found[0].indicator.groups is not None
    if counts.method == "recent trend":
        return getting(way, counts.better, gap)
    if counts.method in ("difference", "periods apart"):
        then = counts.found[0].indicator.period_phrase(counts.typical.first_judged)
        return f"{than(way, counts.better, gap)} than {then}"
    return f"{than(way, counts.better, gap)} than usual"


def _rare(counts: Counted, way: int) -> str:
    """In how many the newest move is the largest of all, and the gap's too."""
    watched = counts.scope == WATCHED or counts.few_watched
    scopes = (CLEAR, WATCHED) if watched else (CLEAR,)
    moved = [item for item in counts.found if item.change.scope in scopes and item.change.direction == way]
    fewest = min(item.change.moves.newest.earlier for item in moved if item.change.moves) + 1
    name = "rise" if way > 0 else "fall"
    gap = "" if _subject(counts) else ", of the gap too,"
    watch = ", too few to be sure" if watched else ""
    where = f"{_of(len(moved), counts)}{furthest_moved(moved)}"
    largest = f"the largest {name}{among(moved[0], fewest)}"
    return f"{_subject(counts)}{largest}{watch}{gap} in {where}{_not_furthest(counts, way)}"


def _not_furthest(counts: Counted, way: int) -> str:
    """Those whose newest move is their largest that way as well, and gives no verdict."""
    found = [item for item in counts.found if item.change.moves and item.change.direction == way]
    alike = [item.area.name for item in found if item.change.rare.verdict == "not furthest"]
    if not alike:
        return ""
    return f", and in {listing(alike)}, where a move the other way was as far from the usual one"


def _subject(counts: Counted) -> str:
    judged = counts.typical
    return "" if judged.shown is judged.indicator else share_words(judged.series.benchmark)


def _nothing(counts: Counted) -> str:
    if counts.typical.change.chart:
        return "nothing unusual"
    what = "no clear change"
    if counts.method == "rare moves":
        what = "no rare move" if _subject(counts) else "no rare move of figure and gap"
    return f"{_subject(counts)}{what}"


def _of(count: int, counts: Counted) -> str:
    return "all of them" if count == len(counts.found) else str(count)


def _those(counts: Counted) -> str:
    return f"the {counts.judged} that can be judged" if counts.judged > 1 else "the one that can be judged"


def _unjudged(counts: Counted) -> str:
    """Which way they went, and that it cannot be judged; from the start that most of them share."""
    if counts.method != "direction only":
        each = {change(item) for item in counts.found}
        return each.pop() if len(each) == 1 else "no trend can be judged from so few periods"
    moving = [item for item in counts.found if item.change.method == "direction only"]
    moves = Counter(_way(item) for item in moving)
    way = " and ".join(f"{name} in {_of(moves[name], counts)}" for name in ("up", "down") if moves[name])
    if moving[0].indicator.seasonal:
        return f"{way or 'unchanged'} on a year before, but {_why_untold(counts)}"
    starts = Counter(item.first_judged for item in moving)
    shared = min(starts, key=lambda period: (-starts[period], period))
    first = start(next(item for item in moving if item.first_judged == shared))
    subject = "" if moving[0].shown is moving[0].indicator else _subject(counts)
    cash = "" if subject else cash_words(counts.found[0].indicator)
    # One that stands where it stood, as shown, is neither up nor down and did not turn.
    back = turned([item for item in moving if _way(item)])
    return f"{subject}{way or 'unchanged'} since {first}{cash}, but {_why_untold(counts)}{back}"


def _why_untold(counts: Counted) -> str:
    if counts.found[0].indicator.period == "three years":
        return "periods that overlap cannot be judged without margins of error"
    moves = counts.typical.change.moves
    if moves and moves.figure is None:
        return f"{moves.reason}, so their moves cannot be judged"
    return "too few figures to judge a change"


def _way(item: Judgement) -> str:
    words = briefly(item).removeprefix(share_words(item.series.benchmark))
    return (
        "up" if words.startswith(("up", "higher")) else "down" if words.startswith(("down", "lower")) else ""
    )
