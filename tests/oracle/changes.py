"""What a sentence claims of a change, and whether it is so: of one place, or of many that moved one way."""

import re

from tests.oracle.reckoning import moved
from tests.oracle.spoken import label

MOVED = "better|worse|rising|falling|rise|fall|widening|narrowing|higher|lower|wider|narrower"


class Changes:
    """Claims of changes by one speaker. `parts` are the places of a region, `places` those that the sentence
    may be about, `called` a pattern of the names of parts; `named(text, period)` says whether each of the
    parts that are named in a text has the figure that stands beside it.
    """

    def __init__(self, speaker, parts, places, called, named):
        self.speaker, self.parts, self.places = speaker, parts, places
        self.called, self.named = called, named

    def moves(self, words, then, most, few, count, text, said, never, name, was_there, is_there, other, back):
        """So many moved that way, these furthest, since then, the most in so many years; those that never
        moved as far either, without a verdict; so many turned."""
        way = moved.way_of(re.search(MOVED, words).group(), self.speaker.better)
        scopes = ("beyond chance", "watch") if few else ("beyond chance",)
        found = moved.that_moved(self.speaker, self.parts, way, scopes)
        first = [
            self.speaker.place_called(each, self.parts)
            for each, *_ in re.findall(rf"({self.called}) {self.speaker.figure}", text)
        ]
        furthest = [moved.far(self.speaker, place) for place in first] == [
            moved.far(self.speaker, place) for place in found[:3]
        ]
        verdicts = [moved.judged(self.speaker.name, self.speaker.indicator, place) for place in found]
        since = not then or any(then == label(self.speaker.indicator.period, one.start) for one in verdicts)
        largest = not most or int(most) == min(one.earlier for one in verdicts if one.earlier) + 1
        turned = moved.went_back(self.speaker, found, way) if found else []
        alike = {self.speaker.place_called(each, self.parts) for each in re.findall(self.called, never or "")}
        return (
            self.of(count) == len(found)
            and (not most or alike == {*moved.never_as_far(self.speaker, self.parts, way)})
            and {*first} <= {*found}
            and furthest
            and self.named(text, said)
            and since
            and largest
            and (
                turned == [self.speaker.place_called(back, self.parts)]
                if self.speaker.place_called(back, self.parts)
                else self.of(back) == len(turned)
            )
            and (not name or self.there_then(found, was_there, is_there))
        )

    def as_there(self, name, then, now):
        """Of one place: England changed too, by the same rule, from and to these figures."""
        found = [
            place
            for place in self.places
            if moved.england_too(self.speaker.name, self.speaker.indicator, place)
        ]
        return self.there_then(found, then, now)

    def charted(self, count, text, said):
        found = [
            place
            for place in self.parts
            if moved.judged(self.speaker.name, self.speaker.indicator, place).scope == "chart alone"
        ]
        return self.of(count) == len(found) and self.named(text, said)

    def could_hide(self, size):
        found = moved.hidden(self.speaker, self.places[0])
        written = (
            moved.shown(self.speaker, self.places[0], found)
            .removesuffix(self.speaker.indicator.suffix)
            .removesuffix("%")
        )
        return size.removesuffix(self.speaker.indicator.suffix).strip() == written

    def largest(self, count):
        return int(count) == moved.years(self.speaker, self.places[0])[0]

    def up_and_down(self, up, down):
        only = [
            place
            for place in self.parts
            if moved.judged(self.speaker.name, self.speaker.indicator, place).rule == "direction only"
        ]
        ways = [moved.gone(self.speaker, place) for place in only]
        return [self.of(up), self.of(down)] == [ways.count(1), ways.count(-1)]

    def of(self, count):
        return len(self.parts) if count == "all of them" else int(count or 0)

    def there_then(self, found, was_there, is_there):
        pairs = [
            [
                moved.shown(self.speaker, place, moved.england(self.speaker.name, place).get(day, 0))
                for day in (one.start, self.speaker.newest(place)[0])
            ]
            for place in found
            if (one := moved.judged(self.speaker.name, self.speaker.indicator, place)).here is False
            and moved.england_too(self.speaker.name, self.speaker.indicator, place)
        ]
        return [was_there, is_there] in pairs
