"""What the overview says first: a headline, and for each card what, where, since when and how sure."""

from collections.abc import Sequence

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site
from dashboard.statements.attention import tiers
from dashboard.statements.attention.four_lists import EMPTY, GOOD, WATCH, WORSE_HERE, FourLists
from dashboard.statements.attention.statement import Statement
from dashboard.statements.judgement.benchmark import Against
from dashboard.statements.judgement.judgement import Judgement, judgement
from dashboard.statements.judgement.since_words import since_when
from dashboard.statements.judgement.words import gap_words, message
from dashboard.statements.listing import listing

Named = tuple[str, str, float]  # of a place: name, figure in words and value
_NAMED = 3
CHANGE_SURE = "Sure of the change"  # how sure_words.py begins where a change is borne out
_HERE = (tiers.WORSE_AND_WORSENING, tiers.WORSENING, tiers.WORSE_FOR_YEARS)
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def headline(found: FourLists) -> str:
    """ "Two things got worse here and not elsewhere: ... Six others are worse than in England: ..."."""
    worse = found.lists[WORSE_HERE]
    here = [item for item in worse if item.tier in _HERE]
    shared = [item for item in worse if item.tier == tiers.WORSE_AND_SHARED]
    off = [item for item in worse if item.tier == tiers.OFF_TARGET]
    behind = [item for item in worse if item.tier == tiers.WORSE]
    parts = [
        _counted(here, "got worse here and not elsewhere"),
        _counted(shared, "{is} worse than in England and got worse, with no clear change of the gap"),
        _counted(behind, "{is} worse than in England by more than chance explains"),
        _counted(off, "{is} off the target that was set"),
        _counted(found.lists[GOOD], "got better"),
    ]
    if not worse:
        parts.insert(0, EMPTY[WORSE_HERE])
    watched = len({subject(item) for item in found.lists[WATCH]})
    if watched:
        parts.append(f"{number(watched)} more {'is' if watched == 1 else 'are'} to be watched.")
    return " ".join(filter(None, parts))


def _counted(items: Sequence[Statement], what: str) -> str:
    if not items:
        return ""
    subjects: dict[str, list[str]] = {}
    for item in items:
        subjects.setdefault(subject(item), []).append(item.title.partition(", ")[2])
    names = [_subject(name, of) for name, of in [*subjects.items()][:_NAMED]]
    left = len(subjects) - len(names)
    listed = listing([*names, f"{number(left).lower()} more"] if left else names)
    many = len(subjects) > 1
    sentence = what.replace("{is}", "are" if many else "is")
    return f"{number(len(subjects))} thing{'s' if many else ''} {sentence}: {listed}."


def number(count: int) -> str:
    """A count as a sentence begins with it: "Three", "14"."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def subject(item: Statement) -> str:
    """What a statement is about, without the group or span that its title names after a comma."""
    return item.title.partition(", ")[0]


def _subject(name: str, of: Sequence[str]) -> str:
    """A subject inside a sentence: "healthy life expectancy (male and female)"; capitals of names stay."""
    first = name.split(" ", 1)[0]
    small = name if first.isupper() or any(sign.isdigit() for sign in first) else name[0].lower() + name[1:]
    return f"{small} ({listing(of)})" if all(of) else small


def what(site: Site, item: Statement) -> str:
    """The statement in short, without its title: "lower than England, no clear change since 2019"."""
    judged = judgement(site, site.indicators[item.indicator], site.geography[item.area_code])
    text = message(judged) if judged else item.text
    rest = text.split(": ", 1)[1]
    return capital(rest)


def what_and_since(site: Site, item: Statement, judged: Judgement | None) -> str:
    """The gap, and the change by since when: "Lower than England. Since 2019 (72.9%): no clear change"."""
    parts = [gap_words(judged), since_when(judged)] if judged else []
    said = [capital(part) for part in parts if part]
    return ". ".join(said) or what(site, item)


def beside(indicator: Indicator, found: Against) -> str:
    """The figure that a figure is held against, beside it: "England 61.3 years"."""
    return f"{found.short} {indicator.format(found.value)}"


def furthest_places(figures: Sequence[Named], bad: int, beyond: tuple[str, float] | None) -> list[Named]:
    """The three places, or fewer, furthest on the bad side (+1 high, -1 low); none of fewer than three.

    `figures` are name, figure in words and value. With `beyond`, a figure in words and its value, only those
    on its bad side that do not read the same.
    """
    if len(figures) < _NAMED:
        return []
    ranked = sorted(figures, key=lambda item: (-bad * item[2], item[0]))
    past = [
        item for item in ranked if not beyond or (bad * (item[2] - beyond[1]) > 0 and item[1] != beyond[0])
    ]
    return past[:_NAMED]


def furthest(figures: Sequence[Named], bad: int, beyond: tuple[str, float] | None = None) -> str:
    """Those places in words: "Lowest: Oldham 61.0%, ..."; "" where there are none."""
    named = furthest_places(figures, bad, beyond)
    side = {1: "Highest", -1: "Lowest"}[bad]
    return f"{side}: {listing([f'{name} {text}' for name, text, _ in named])}" if named else ""


def surely(item: Statement) -> str:
    """How sure in a few words: the first thing that is said of it, and whether the change is sure too."""
    first = item.sure.split(":")[0].split(". ")[0].rstrip(".")
    of_the_change = CHANGE_SURE in item.sure and not first.startswith(CHANGE_SURE)
    return f"{first}; {CHANGE_SURE[0].lower()}{CHANGE_SURE[1:]}" if of_the_change else first
