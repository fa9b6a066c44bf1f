"""What a sentence claims, one pattern a claim, and whether it is so. What none reads must hold no figure."""

import re

from tests.oracle.changes import Changes
from tests.oracle.reckoning import counted, moved
from tests.oracle.reckoning.figures import BENCHMARKS, ENGLAND, at, benchmark, figures_of
from tests.oracle.reckoning.places import called as of_today
from tests.oracle.reckoning.places import names
from tests.oracle.spoken import PERIOD, PHRASE, label

BENCHMARK = "(England|the United Kingdom|the UK less offshore)"
MANY = "(?:districts|local authorities)"
GOING = "getting (?:better|worse)|rising|falling|the gap is (?:widening|narrowing)"
THAN = "(?:better|worse|higher|lower|wider|narrower)"
MANY_ONES = r"([\d.,]*\d(?: million| billion)?)"


def ones(said):
    """ "16 million" as a number."""
    number, _, unit = said.partition(" ")
    return float(number.replace(",", "")) * {"": 1, "million": 1e6, "billion": 1e9}[unit]


def unsaid(speaker, region, said):
    """What in `said` is not so, or is a figure that no claim explains: a list of words."""
    parts = counted.parts(speaker.name, region)
    faults = []
    for pattern, holds in claims(speaker, region, parts):

        def read(found, holds=holds):
            if not holds(*found.groups()):
                faults.append(found.group())
            return "~"

        said = re.sub(pattern, read, said)
    called = [names()[place] for place in parts]
    left = [name for name in called if re.search(rf"\b{re.escape(name)}\b", said)]
    return faults + left + re.findall(r"[^~]{0,30}\d[^~]{0,30}", said)


def claims(speaker, region, parts):
    """(pattern, whether what it says is so) for each kind of claim, the longer patterns first."""
    f, s, own = speaker.figure, speaker, bool(figures_of(speaker.name, region))
    newest = s.newest(region)
    newest_of_parts = s.newest(parts[0])[0] if parts else None
    places = [region] if own else parts
    listed = rf"([^()]*?), {PHRASE}"
    called = "|".join(sorted((re.escape(names()[place]) for place in parts), key=len, reverse=True)) or "~"

    def known(said):
        return any(s.days(place, said) for place in places)

    def was(figure, said):
        return s.was(region, figure, said)

    def there(name, figure):
        found = benchmark(s.name, places[0], max(s.newest(place)[0] for place in places if s.newest(place)))
        return bool(found) and found[0] == name and s.written(found[1]) == figure

    def named(text, said):
        pairs = re.findall(rf"({called}) {f}(?: {PHRASE})?", text)
        codes = [(s.place_called(name, parts), figure, day or said) for name, figure, day in pairs]
        return bool(codes) and all(s.was(code, figure, day) for code, figure, day in codes)

    def alone(name, said, figure):
        return s.was(s.place_called(name, parts), figure, said)

    def all_alike(count, said, figure):
        return spread(count, said, figure, figure)

    def beside(side, name, when, count, many, text, said):
        if when and when != label(s.indicator.period, newest_of_parts):
            return False
        far = counted.on_side(s, parts, 1 if side == "higher" else -1)
        first = [s.place_called(each, parts) for each, *_ in re.findall(rf"({called}) {f}", text)]
        furthest = [far.get(place) for place in first] == sorted(far.values(), reverse=True)[:3]
        return int(count or many or 2) == len(far) and furthest and named(text, said)

    def went(way, figure, said):
        place = parts[0] if len(parts) == 1 and not own else region
        days = s.days(place, said)
        return s.was(place, figure, said) and any(s.moved(place, day, figure) == way for day in days)

    def began(said):
        breaks = [label(s.indicator.period, step.since) for step in s.indicator.breaks]
        return known(said) or said in breaks or said in [each[-4:] for each in breaks]

    def left_out(listed):
        late = [place for place in counted.with_figures(s.name, region) if place not in parts]
        expected = {f"{names()[place]} ({label(s.indicator.period, s.newest(place)[0])})" for place in late}
        return set(re.findall(r"[^(),]+(?:, [^(),]+)? \([^()]+\)", listed.replace("), ", ")"))) == expected

    def spread(count, said, low, high):
        rows = [(s.newest(place)[1], place) for place in parts if s.newest(place)[0] in s.days(place, said)]
        ends = [s.written(value) for value in (min(rows)[0], max(rows)[0])] if rows else []
        return len(rows) == int(count) and ends in ([f"{low}{s.indicator.suffix}", high], [low, high])

    def limited(low, high):
        ends = [s.written(end) for end in newest[2:]]
        return ends in ([low + s.indicator.suffix, high], [low, high]) or (low == "" and ends == [high, high])

    def compared(count, side=None):
        return int(count) == sum(benchmark(s.name, place, s.newest(place)[0]) is not None for place in parts)

    def few(count, many=None):
        return int(count) in counted.since_breaks(s, places)

    def earlier(count):
        return any(int(count) <= found - 2 for found in counted.since_breaks(s, places))

    def similar(count, *found):
        told = zip(("better", "worse", "similar", "same"), found, strict=True)
        return counted.similar(s, region, int(count), {word: many for word, many in told if many})

    def share(now, then, said):
        return now in s.ways(region, newest[0]) and was(then, said)

    def share_of_count(then, now):
        pairs = [(row[1], at(s.name, ENGLAND, row[0])[1]) for row in figures_of(s.name, region)[-2:]]
        return [then, now] == [f"{100 * here / england:.1f}%" for here, england in pairs]

    def size(name, there, said, count, way, low, high):
        """As many more as the difference is of those among whom it is counted: which the ends say, too."""
        day, value, lower, upper = newest
        held = benchmark(s.name, region, day)
        if name != of_today()[region] or held[0] != there or day not in s.days(region, said):
            return False
        told = ones(count) * (1 if way == "more" else -1)
        base = told / (held[1] - value)
        if not low:
            return base > 0
        ends = sorted(abs(base * (held[1] - end)) for end in (lower, upper))
        # What is said is rounded to a tenth of the interval, and so is the count that the base is taken from.
        most = 0.15 * (ends[1] - ends[0]) + 1
        near = [abs(end - ones(each)) <= most for end, each in zip(ends, (low, high), strict=True)]
        return base > 0 and all(near)

    def at_best(count, name, best, figure, said, total):
        """What all districts would have more at the best one's figure, to two digits."""
        rows = {place: at(s.name, place, newest[0]) for place in counted.with_figures(s.name, region)}
        people = {place: counted.counts_of(s.name)[place, newest[0]][1] for place in rows}
        top = at(s.name, s.place_called(best, [*rows]), newest[0])[1]
        more = sum(max(top - row[1], 0) * people[place] for place, row in rows.items())
        right = len(rows) == int(count) and name == of_today()[region] and alone(best, said, figure)
        return right and abs(more / ones(total) - 1) < 0.06

    def any_of(*figures):
        written = (
            s.ways(place, row[0]) for place in (*places, *BENCHMARKS) for row in figures_of(s.name, place)
        )
        return set(figures) <= set().union(*written)

    change = Changes(s, parts, places, called, named)
    return [
        (
            rf"If ([^.]+?) had {BENCHMARK}’s rate {PHRASE}, there would be about {MANY_ONES} (more|fewer) "
            rf"[^.(]+?(?: \({MANY_ONES} to {MANY_ONES}\))?\.",
            size,
        ),
        (
            rf"If all (\d+) {MANY} of ([^.]+?) had the figure of ([^(]+) \({f} {PHRASE}\), the highest of "
            rf"them, there would be about £{MANY_ONES} more [^.]+\.",
            at_best,
        ),
        (r"Not published for [^.]+ as a whole", lambda: not own),
        (r"No sum for [^.]+", lambda: not own),
        (
            r"the newest figure is of another period: ([^()]+\([^()]+\)(?:, [^()]+\([^()]+\))*)",
            left_out,
        ),
        (rf"in ({called}), the only (?:district|local authority)", lambda name: len(parts) == 1),
        (rf"\(likely (\S*?) to {f}\)", limited),
        (rf"\(likely {f}\)", lambda end: limited("", end)),
        (rf"{BENCHMARK} {f}(?=[.;]| then|$)", lambda name, figure: there(name, figure)),
        (
            rf"(higher|lower) than {BENCHMARK}(?: {PHRASE})? in (?:(\d+) of the|all|both) ?(\d*) {MANY} "
            rf"\({listed}\)",
            beside,
        ),
        (rf"in (?:any|either) of the (\d+) {MANY}", compared),
        (rf"(?<=[.;] )(\d+) {MANY} {PHRASE}: (\S+?) to {f}", spread),
        (rf"(?<=[.;] )(\d+) {MANY} {PHRASE}: {f}", all_alike),
        (rf"(?<=[.;] )({called}) {PHRASE}: {f}", alone),
        (
            r"Against the (\d+) places most similar overall \(ONS statistical neighbours\): "
            r"(?:better than (\d+|all)[^,.]*,? ?)?(?:worse than (\d+|all)[^,.]*,? ?)?"
            r"(?:similar to (\d+|all)[^,.]*,? ?)?(?:the same as (\d+|all)[^,.]*)?",
            similar,
        ),
        (r"(?<=, but )(\d+) figures are too few", few),
        (r"from (\d+) periods?", few),
        (r"(\d+) (?:months|quarters|terms) are too few", few),
        (r"in the (\d+) that can be judged", lambda count: int(count) <= len(parts)),
        (r"XmR\) of (\d+) \S+ figures", few),
        (r"(\d+|no) earlier moves?", lambda count: count == "no" or earlier(count)),
        (r"[−+]?[\d.,]+ to [−+]?[\d.,]+\S* is usual", lambda: True),
        (r"up to (\S+) (?:percentage points? |years? |points? )?could hide", change.could_hide),
        (r"drawn ([\d.]+) times as wide", lambda times: times == moved.wide(s, places[0])),
        (rf"as prices rise: {f}, {f} in ({PERIOD})", share),
        (
            rf"({GOING}|(?:the gap is )?{THAN} than (?:{PHRASE}|usual)"
            r"|the largest (?:rise|fall)(?: in per cent)? in (\d+) \w+(, too few to be sure)?"
            r"(?:, of the gap too,)?)"
            rf" in (all of them|\d+) \({listed}\)(?:, (?:both )?by more than chance explains)?"
            r"(?:, and in ([^;]+?), where a move the other way was as far from the usual one)?"
            rf"(?:, as in {BENCHMARK} \({f} to {f}\)|, though the gap to {BENCHMARK} did not clearly change)?"
            rf"(?:, though the newest figure went the other way in (all of them|\d+|{called}))?",
            change.moves,
        ),
        (rf"unusual on a chart in (all of them|\d+) \({listed}\)", change.charted),
        (r"up in (all of them|\d+)(?: and down in (all of them|\d+))?", change.up_and_down),
        (r"down in (all of them|\d+)", lambda count: change.up_and_down("", count)),
        (
            r"the other way in (\d+)",
            lambda count: int(count) == len([p for p in parts if moved.gone(s, p) * moved.lately(s, p) < 0]),
        ),
        (rf"the other way in ({called})", lambda name: bool(name)),
        (r"(?:largest|first) (?:rise|fall)(?: in per cent)? in (\d+) \w+", change.largest),
        (rf"changed their basis {PHRASE}", began),
        (r"share of England’s never (?:rose|fell) as much \((\S+%) to (\S+%)\)", share_of_count),
        (rf"since ({PERIOD})", known),
        (rf"between ({PERIOD}) and ({PERIOD})", lambda *both: all(map(known, both))),
        (rf"\({listed}\)", lambda text, said: named(text, said) if re.search("[A-Z]", text) else True),
        (rf"(up|down) from {f} {PHRASE}", went),
        (rf"{f} {PHRASE}", lambda figure, said: any(s.was(place, figure, said) for place in places)),
        (rf", as in {BENCHMARK} \({f} to {f}\)", change.as_there),
        (rf"\({f} to {f}\)", any_of),
        (PHRASE, known),
        (rf"to {f}", any_of),
        (rf"({PERIOD})", known),
    ]
