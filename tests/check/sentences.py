"""Sentences of the product over several regions, each with one number, place or period that was changed."""

import random
import re

from dashboard.ask.answer_text import value_words
from dashboard.check.reading.dates import dates
from dashboard.check.reading.phrases import words_of
from dashboard.check.reading.vocabulary import vocabulary
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.words import reason, sentence

REGIONS = ("E47000014", "E47000006", "E47000008", "E12000007", "E47000001", "E47000007")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w.,]*\d)")


def corpus(site, many, seed=19):
    """`many` pairs (region, paragraph): figures of places, statements on regions, judgements on districts."""
    dice, found = random.Random(seed), []  # noqa: S311 - a sample
    indicators = list(site.indicators.values())
    while len(found) < many:
        region = site.geography[dice.choice(REGIONS)]
        kind, indicator = (
            dice.choice(("figure", "figure", "figure", "statement", "judged")),
            dice.choice(indicators),
        )
        place = dice.choice([region, *site.geography.places(region.code)])
        text = _text(site, dice, kind, indicator, region, place)
        if text and NUMBER.search(text):
            found.append((region, place if kind == "judged" else region, text))
    return found


def _text(site, dice, kind, indicator, region, place):
    if kind == "figure":
        series = [item for item in site.observations(indicator).series(place.code) if item.value is not None]
        return value_words(indicator, place, dice.choice(series)) if series else ""
    if kind == "statement":
        said = next((item for item in attention_list(site, region) if item.indicator == indicator.id), None)
        return f"{said.text} {said.reason}" if said else ""
    judged = judgement(site, indicator, place)
    return f"{sentence(judged)} {reason(judged)}" if judged else ""


def changed(site, dice, text, region):
    """`text` with one number, place or period that is another, with where it stands and what it is."""
    ways = [_number, _period, _place]
    dice.shuffle(ways)
    return next((made for way in ways if (made := way(site, dice, text, region))), None)


def _number(site, dice, text, region):
    taken = [(item.start, item.end) for item in dates(text)]
    titles = [item.title for item in site.indicators.values() if item.title in text]
    spans = [match.span() for title in titles for match in re.finditer(re.escape(title), text)]
    unit = re.search(r"Unit: .*?\. ", text)
    spans += [*taken, *([unit.span()] if unit else [])]
    free = [m for m in NUMBER.finditer(text) if not any(a <= m.start() < b for a, b in spans)]
    if not free:
        return None
    match = dice.choice(free)
    return _with(text, match.span(), _other(dice, match[0]), "number")


def _other(dice, number):
    """Another number of the same look: its first digit is another, so that no rounding makes it the same."""
    digit = dice.choice([str(n) for n in range(1, 10) if str(n) != number[0]])
    return digit + number[1:]


def _period(site, dice, text, region):
    found = [item for item in dates(text) if item.kind in ("year", "split", "month", "day", "span")]
    if not found:
        return None
    item = dice.choice(found)
    by = dice.choice((-2, -1, 1))
    new = re.sub(r"(?:19|20)\d\d(?:/\d\d)?", lambda m: _moved(m[0], by), item.text)
    return _with(text, (item.start, item.end), new, "period") if new != item.text else None


def _moved(text, by):
    year = int(text[:4]) + by
    return f"{year}/{(year + 1) % 100:02d}" if "/" in text else str(year)


def _place(site, dice, text, region):
    known = vocabulary(site)
    found = [item for item in known.places.matches(text, words_of(text)) if item.start]
    if not found:
        return None
    item = dice.choice(found)
    others = [area.name for area in site.geography.around(region.code) if area.code not in item.meaning]
    return _with(text, (item.start, item.end), dice.choice(others), "place")


def _with(text, span, new, what):
    return f"{text[: span[0]]}{new}{text[span[1] :]}", span[0], span[0] + len(new), what
