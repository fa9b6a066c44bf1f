"""Five hundred spoilt source files: each is refused in one sentence, and no published figure is lost."""

import re
from collections import Counter
from itertools import islice

import pytest

from tests.ingest.damage import SHAPES as FIRST
from tests.ingest.damage import spoilt
from tests.ingest.damage_more import MORE

SHAPES = (*FIRST, *MORE)

FILES = 500
COPIES = 12  # sources of each shape, spoilt together in one run
SENTENCE = re.compile(r"[\w./*-]+(, line \d+)?: [^\n]+")
# What a sentence tells its reader to do about it.
DOING = re.compile(
    r"download it again|correct|save it|keep one|ask the publisher|add |check |give |register|--accept"
)


@pytest.fixture
def town(workshop):
    """Twenty published sources of each shape, and one more that stays good."""
    for i, shape in enumerate((*SHAPES * COPIES, SHAPES[0])):
        name = f"source_{i:02}"
        workshop.source(f"{name}{shape.ending}", shape.good)
        options = f"[options]\n{shape.options}"
        workshop.entry(name, f"{name}{shape.ending}", shape.adapter, options)
    assert workshop.run().refused == {}
    return workshop


@pytest.mark.full
def test_every_spoilt_file_is_refused_in_one_sentence_and_nothing_published_is_lost(town):
    published = {path.name: path.read_bytes() for path in (town.out / "public").iterdir() if path.is_file()}
    free = {shape: [i for i, other in enumerate(SHAPES * COPIES) if other is shape] for shape in SHAPES}
    waiting, seen, kinds = list(islice(spoilt(7, SHAPES), FILES)), 0, Counter()
    while waiting:
        this, waiting = _batch(town, free, waiting)
        outcome = town.run()
        assert set(outcome.refused) == set(this), _passed(this, outcome)
        for name, (kind, file) in this.items():
            sentence = outcome.refused[name]
            assert SENTENCE.fullmatch(sentence), f"{kind}: {sentence}"
            assert DOING.search(sentence), f"{kind}: {sentence}"
            assert file in sentence or name in sentence, f"{kind}: {sentence}"
            kinds[kind] += 1
        seen += len(this)
        assert outcome.changed == {"public": [], "office": []}
    now = {path.name: path.read_bytes() for path in (town.out / "public").iterdir() if path.is_file()}
    assert now == published
    assert seen == FILES
    assert set(kinds) == {damage.__name__ for shape in SHAPES for damage in shape.damages}
    assert len(kinds) == 37


def _batch(town, free, waiting):
    """Spoils as many sources as there are of each shape; what finds none waits for the next run."""
    taken, this, rest = {shape: iter(numbers) for shape, numbers in free.items()}, {}, []
    for i, shape in enumerate(SHAPES * COPIES):
        town.source(f"source_{i:02}{shape.ending}", shape.good)
    for kind, shape, raw in waiting:
        number = next(taken[shape], None)
        if number is None:
            rest.append((kind, shape, raw))
        else:
            file = f"source_{number:02}{shape.ending}"
            town.source(file, raw)
            this[f"source_{number:02}"] = (kind, file)
    return this, rest


def _passed(this, outcome) -> str:
    names = sorted(set(this) - set(outcome.refused))
    return f"not refused: {[(name, this[name][0]) for name in names]}"
