"""What a sentence about several places counts, worked out a second time."""

from tests.oracle.reckoning.figures import at, benchmark, counts_of, figures_of
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.reckoning.place import against_neighbours, gap
from tests.oracle.reckoning.places import counties_of, county_of, districts_of, most_similar


def parts(name, region):
    """Those of `with_figures` whose newest figure is of one period, for a comparison is of one.

    The newest that at least half of them have as their newest, else the newest of all.
    """
    newest = {place: figures_of(name, place)[-1][0] for place in with_figures(name, region)}
    days = [*newest.values()]
    shared = [day for day in days if 2 * days.count(day) >= len(days)]
    return [place for place, day in newest.items() if day == max(shared or days)]


def with_figures(name, region):
    """The districts with a figure, and the counties of which no district has one."""
    parts = [place for place in districts_of(region) if figures_of(name, place)]
    inside = county_of()
    covered = {inside.get(place) for place in parts}
    return parts + [
        place for place in counties_of(region) if figures_of(name, place) and place not in covered
    ]


def since_breaks(speaker, places):
    """How many figures there may be in a place, from each break on."""
    breaks = [step.since for step in speaker.indicator.breaks]
    rows = [figures_of(speaker.name, place) for place in places]
    counts = {len(found) for found in rows} | {
        sum(row[0] >= since for row in found) for found in rows for since in breaks
    }
    return counts | {5} if speaker.indicator.period == "point in time" else counts


def similar(speaker, region, count, told):
    """Whether so many of the places most similar are behind, ahead and alike."""
    entry, here = INDICATORS[speaker.name], speaker.newest(region)
    others = [at(speaker.name, place, here[0]) for place in most_similar(region)]
    others = [row for row in others if row]
    found = against_neighbours(here, others, entry["better"], speaker.indicator.decimals)
    expected = dict(zip(("better", "worse", "alike"), found, strict=False))
    said = {"same": "alike", "similar": "alike"}
    told = {said.get(word, word): count if number == "all" else int(number) for word, number in told.items()}
    return len(others) == count and told == {word: number for word, number in expected.items() if number}


def on_side(speaker, parts, side):
    """How far each place on one side of England lies from it, in the newest period of each."""
    found, entry = {}, INDICATORS[speaker.name]
    for place in parts:
        row = speaker.newest(place)
        there = benchmark(speaker.name, place, row[0]) if row else None
        if there:
            counts = counts_of(speaker.name).get((place, row[0]))
            if gap(entry, row, counts, there[1], speaker.indicator.decimals)[0] == side:
                found[place] = round(side * (row[1] - there[1]), 9)
    return found
