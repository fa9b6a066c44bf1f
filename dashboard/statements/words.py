"""Every word that is said about a judged figure. Plain, the same everywhere, and tested branch by branch."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import PEER_BASES, Area
from dashboard.statements.counted import Counted
from dashboard.statements.judgement import Against, Judgement, PeerStanding

# The verdicts of dashboard.methods.change, said of a series whose change is more than chance explains.
_REAL = {
    "improving": "a real improvement",
    "worsening": "getting worse, and more than chance explains",
    "rising": "rising, and more than chance explains",
    "falling": "falling, and more than chance explains",
}
_UNUSUAL = {
    "improving": "unusually good lately",
    "worsening": "unusually bad lately",
    "rising": "unusually high lately",
    "falling": "unusually low lately",
}
METHODS = {
    "xmr": "Control chart (XmR)",
    "xmr on change from a year before": "Control chart (XmR) of the change from a year before",
    "xmr after STL": "Control chart (XmR) with the usual season taken out",
    "annual xmr": "Control chart (XmR) on annual figures",
    "recent trend": "Trend over the last 5 figures with margins of error",
    "direction only": "Direction only",
    "no trend": "No trend judged",
}
SURE = {
    "both": "Sure: the gap and the change are both judged against chance.",
    "gap": "Partly sure: the gap is judged against chance, the change cannot be.",
    "change": "Partly sure: the change is judged against chance, the gap cannot be.",
    "neither": "Not sure: these figures do not allow a judgement against chance.",
}


def change(judged: Judgement) -> str:
    """What is said of the change: "no real change since 2019"."""
    found, since = judged.change, judged.indicator.period_label(judged.first_judged)
    if found.method == "no trend":
        return _no_trend(judged)
    if found.method == "direction only":
        moved = {1: f"up since {since}", -1: f"down since {since}", 0: f"no different from {since}"}
        return f"{moved[found.direction]}, but too few figures to tell whether that is real"
    if found.method == "recent trend":
        if found.verdict == "cannot tell":
            return "no judgement of the change is possible"
        return (
            f"{_REAL[found.verdict]}, since {since}" if found.direction else f"no real change since {since}"
        )
    if found.verdict == "cannot tell":
        return "no judgement of the change is possible"
    usual = f"nothing unusual since {since}"
    return f"{_UNUSUAL[found.verdict]}, against the figures since {since}" if found.direction else usual


def _no_trend(judged: Judgement) -> str:
    since_break = judged.periods_since_break
    if judged.periods == 1:
        return "only 1 period is published, so no change can be judged"
    if since_break < judged.periods:
        many = "1 period" if since_break == 1 else f"{since_break} periods"
        return f"no trend can be judged: only {many} since the figures changed their basis"
    return f"no trend can be judged from {judged.periods} periods"


def against(found: Against) -> str:
    """What is said of the gap: "lower than England, the gap is bigger than chance explains"."""
    if found.direction == 0:
        suffix = ": any gap may be chance" if found.chance == "within" else ""
        return f"similar to {found.name}{suffix}"
    side = "higher" if found.direction > 0 else "lower"
    if found.chance == "beyond":
        return f"{side} than {found.name}, the gap is bigger than chance explains"
    return f"{side} than {found.name} (published without a margin of error)"


def peers(found: PeerStanding) -> str:
    """What is said of the neighbours: "worse than all 5 places most similar overall"."""
    basis = PEER_BASES[found.basis]
    like = "overall" if basis == "overall" else f"in {basis}"
    counts = (("better than", found.better), ("worse than", found.worse), ("similar to", found.similar))
    said = [f"{words} {count}" for words, count in counts if count]
    if len(said) == 1:
        words = next(words for words, count in counts if count)
        said = [f"{words} all {found.total}" if found.total > 1 else f"{words} the 1"]
        return f"{said[0]} places most similar {like} with a figure (ONS neighbours)"
    return f"{', '.join(said)} of the {found.total} places most similar {like} (ONS neighbours)"


def sure(judged: Judgement) -> str:
    """How sure the statement is, in one of four sentences (the keys of SURE)."""
    change_judged = judged.change.verdict != "cannot tell"
    gap_judged = judged.against is not None and judged.against.chance != "unknown"
    if change_judged and gap_judged:
        return "both"
    if gap_judged:
        return "gap"
    return "change" if change_judged else "neither"


def sentence(judged: Judgement) -> str:
    """The statement: indicator, gap and change in one sentence."""
    parts = [against(judged.against)] if judged.against else []
    return f"{judged.indicator.title}: {'; '.join([*parts, change(judged)])}."


def reason(judged: Judgement) -> str:
    """Why that is said: figure, benchmark, method and its own reason, neighbours."""
    indicator, latest = judged.indicator, judged.latest
    said = [f"{indicator.format(latest.value)} {indicator.period_phrase(latest.period)}"]
    if latest.lower is not None and latest.upper is not None:
        said[0] += f" (likely {indicator.format(latest.lower)} to {indicator.format(latest.upper)})"
    if judged.against:
        said[0] += f"; {judged.against.name} {indicator.format(judged.against.value)}"
    said.append(f"{METHODS[judged.change.method]}: {judged.change.reason}")
    if judged.peers:
        said.append(f"It is {peers(judged.peers)}")
    return ". ".join(said) + "."


def counted(indicator: Indicator, said: Counted) -> str:
    """The statement where only a region's local authorities have figures: how many, never their average."""
    parts = []
    benchmark = next((item.against.name for item in said.found if item.against), None)
    if benchmark and indicator.better != "neither":
        parts.append(_how_many(said.worse, said.compared, said.many, f"worse than {benchmark}"))
    if said.judged:
        parts.append(_moving(said.improving, said.worsening))
    return f"{indicator.title}: {'; '.join(parts or [change(said.found[0])])}."


def counted_reason(indicator: Indicator, region: Area, said: Counted) -> str:
    """Why that is said: the spread of the figures, and the method."""
    values = [indicator.format(item.latest.value) for item in said.found]
    spread = f"{values[0]} to {values[-1]}" if len(values) > 1 else values[0]
    newest = indicator.period_label(max(item.latest.period for item in said.found))
    method = said.found[0].change
    return (
        f"Not published for {region.name} as a whole. Published for {len(values)} {said.many}: {spread} "
        f"({newest}). {METHODS[method.method]}: {method.reason}."
    )


def _how_many(count: int, total: int, many: str, what: str) -> str:
    if total == 1:
        return f"the 1 {many} with a figure is {'' if count else 'not '}{what}"
    if count in (0, total):
        return f"{'none' if count == 0 else 'all'} of its {total} {many} {what}"
    return f"{count} of its {total} {many} {what}"


def _moving(improving: int, worsening: int) -> str:
    said = [f"{worsening} getting worse"] if worsening else []
    said += [f"{improving} improving"] if improving else []
    return f"{' and '.join(said)} more than chance explains" if said else "no unusual change in any of them"
