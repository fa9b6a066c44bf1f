"""Priority words: what comes first, how sure that is, and what another choice would change."""

from collections.abc import Mapping

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.rounding import written
from dashboard.methods.priority.stability import Effect
from dashboard.statements.absence.absence import Absence
from dashboard.statements.neighbourhood_words import inside, people
from dashboard.statements.rank_words import place_words

FIRM = 90  # of 100 weightings, from which a place in the worst tenth is called firm
SCALE_NAMES = {
    "rank": "By rank",
    "min-max": "By distance, lowest to highest",
    "z": "By distance from the average",
    "exponential": "As in the national index",
}
MEAN_NAMES = {
    "arithmetic": "Can make up for it",
    "geometric": "Makes up for it only in part",
}
HOW = (
    "Each measure is brought to one scale on which more means more need, and the weighted mean of them gives "
    "the order. The worst tenth comes first. Weights are a judgement, so each is also drawn 200 times within "
    "a quarter above or below what you chose: how often a neighbourhood stays in the worst tenth, of each "
    "100 times, says how firm its place is. "
    "An area without one of the figures gets no place."
)
NOT_A_VERDICT = (
    "This is an aid to choosing, not a verdict: it sees only the measures chosen, and describes areas, "
    "not people."
)
CLASH = (
    f"“{MEAN_NAMES['geometric']}” does not go with “{SCALE_NAMES['z']}”: it needs scores above zero. "
    "Choose another way of making figures comparable."
)
ALL_ALIKE = (
    "No neighbourhood comes first: more than a tenth of them share the same figures at the worst end. "
    "Choose another measure, or one more."
)
ONE_ALONE = (
    "One measure alone makes this order: there are no weights to vary, so nothing more can be said of how "
    "firm it is."
)
NOTHING = "Choose at least one measure that has figures here."


def title(count: int, living: float, share: float) -> str:
    """The message: how many neighbourhoods come first and how many people live there."""
    return f"{count:,} neighbourhoods come first, home to {people(living)} ({written(share)} in 100)"


def how_firm(firm: int, count: int, outside: int) -> str:
    """How many of those that come first do so whatever the weights."""
    sentence = (
        f"{firm:,} of the {count:,} stay in the worst tenth in at least {FIRM} of 100 reasonable weightings: "
        "they do not hang on the weights. Other measures might choose others."
    )
    if outside:
        sentence += f" {outside:,} more would be in it in some weightings."
    return sentence


def made_of(parts: list[tuple[Indicator, str, float]]) -> str:
    """What the order is made of: `parts` are measure, which end means need, and its share of the weight."""
    made_parts = [f"{inside(item.title)} ({share:.0%}, {worse} means need)" for item, worse, share in parts]
    return f"Made of {'; '.join(made_parts)}."


def classes(counts: list[int]) -> list[tuple[str, str, int]]:
    """(word, meaning, number of areas) of the four classes of the map, firmest first."""
    named = [
        ("Comes first, firm", f"in the worst tenth in at least {FIRM} of 100 weightings"),
        ("Comes first, less sure", "in the worst tenth with your weights, but not with all"),
        ("Just outside", "in the worst tenth in at least 10 of 100 weightings"),
        ("Not among the first", ""),
    ]
    return [(word, meaning, count) for (word, meaning), count in zip(named, counts, strict=True)]


def classes_alone(first: int, others: int) -> list[tuple[str, str, int]]:
    """The two classes of the map where one measure alone makes the order."""
    return [("Comes first", "in the worst tenth", first), ("Not among the first", "", others)]


def readout(rank: float, ranked: int, of_100: int | None) -> str:
    """What the map reads out for one neighbourhood; `of_100` None where there are no weights to vary."""
    firm = "" if of_100 is None else f"; in the worst tenth in {of_100} of 100 weightings"
    return f"{place_words(rank, ranked)}{firm}"


def effect(found: Effect) -> str:
    """How much of the worst tenth another choice keeps."""
    gone = found.places - found.stay
    if not gone:
        return f"all {found.places:,} stay"
    return f"{found.stay:,} of {found.places:,} stay, {gone:,} are replaced"


def weakest(effects: tuple[Effect, ...]) -> str:
    """Which measure the choice leans on most."""
    least = min(effects, key=lambda each: each.stay)
    name = least.choice.removeprefix("without ")
    if least.stay == least.places:
        return "No single measure decides the choice."
    return f"The choice leans most on {inside(name)}: without it {effect(least)}."


def missing(left_out: Mapping[str, Absence]) -> str:
    """Which chosen measures, by title, have no figures in the region, and why."""
    parts = [
        f"{title}: no figures in {none.area}, so left out: {none.reason}." for title, none in left_out.items()
    ]
    return " ".join(parts)


DISTRICTS = "The worst tenth by district, with the share of each district’s people who live in it"


def list_caption(listed: int, first: int, alone: bool) -> str:
    """What the list holds and what its last two columns say, which are short so that a phone shows them."""
    sentence = f"The first {listed:,} of {first:,}; the download has all."
    if alone:
        return sentence
    return (
        f"{sentence} In the tenth: how often that holds in 100 reasonable weightings. Place: where 9 of 10 "
        "of them put it."
    )


def without_score(count: int) -> str:
    """How many neighbourhoods lack a figure and so a place."""
    if count == 1:
        return "1 neighbourhood lacks one of the figures and has no place."
    return f"{count:,} neighbourhoods lack one of the figures and have no place." if count else ""


CHOICES = {
    "equal weights": "All measures weighed the same",
    "normalised by rank": "Brought to one scale by rank",
    "normalised by min-max": "Brought to one scale by distance, lowest to highest",
    "normalised by z": "Brought to one scale by distance from the average",
    "normalised by exponential": "Brought to one scale as in the national index",
    "arithmetic mean": "A good figure can make up for a bad one",
    "geometric mean": "A good figure makes up for a bad one only in part",
}
