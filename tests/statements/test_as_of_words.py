"""What a page says of a past day: by what is known of one indicator and of many, a day either side."""

from datetime import date

import pytest

from dashboard.datastore.as_of import Knowledge
from dashboard.site import Site
from dashboard.statements import as_of_words as words

DAY, BEFORE = date(2024, 3, 1), date(2023, 5, 2)
SHOWN = "Figures as they were known on 1 March 2024. "


@pytest.fixture
def known(monkeypatch):
    """known(kind, ...) -> what a page of indicators says of which that is known on 1 March 2024."""

    def known(*kinds, published=BEFORE, files=False):
        monkeypatch.setattr(words, "weakest", lambda site, item: Knowledge("", item, published, files))
        site = object.__new__(Site)
        object.__setattr__(site, "as_of", DAY)
        return words.figures_known(site, kinds)

    return known


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("kept", {}, "You see what this dashboard held on 1 March 2024: figures that a refresh replaces are "
         "kept since 2 May 2023. A figure may have been published before it was read here."),
        ("archive", {}, "Its releases are kept here: for each period the newest one up to that day."),
        ("period", {}, "When this indicator was published is not recorded here: you see the periods that had "
         "ended by 1 March 2024, with today’s values."),
        ("release", {}, "The release held here came out on 2 May 2023, before that day."),
        ("release", {"published": None}, ""),
    ],
)  # fmt: skip
def test_of_one_indicator_it_says_what_is_seen_and_that_nothing_is_projected(known, kind, given, said):
    assert known(kind, **given) == SHOWN + f"{said} {words.NOT_AHEAD}".strip()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (True, "the first edition held here was in the publisher’s files by 2 May 2023. So no figure is "
         "shown."),
        (False, "the release held here came out on 2 May 2023 and no earlier one is kept. So no figure "
         "is shown."),
    ],
)  # fmt: skip
def test_what_was_not_known_then_is_not_shown(known, files, said):
    begins = "What was known of this indicator then is not held: "
    assert known("nothing", files=files) == f"{SHOWN}{begins}{said}"


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("kept", "release"), "2 of 2 indicators are held as published by that day."),
        (("archive", "editions", "period"), "2 of 3 indicators are held as published by that day. For 1 the "
         "publication date is not recorded: they show the periods that had ended, with today’s values."),
        (("nothing", "nothing", "kept"), "1 of 3 indicators are held as published by that day. For 2 the "
         "release held here came out later and no earlier one is kept: they show no figure."),
        ((), "0 of 0 indicators are held as published by that day."),
    ],
)  # fmt: skip
def test_of_many_indicators_it_counts_how_much_is_known(known, kinds, said):
    assert known(*kinds) == f"{SHOWN}{said} {words.NOT_AHEAD}"


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, "When this edition was published is not recorded here."),
        (date(2024, 3, 2), "This edition was published on 2 March 2024: it was not out yet on 1 March 2024."),
        (date(2024, 3, 1), "This edition was published on 1 March 2024: it was out on 1 March 2024."),
    ],
)
def test_an_edition_is_out_from_its_day_on(published, said):
    assert words.edition(published, DAY) == said


CENSUS = date(2021, 3, 21)


@pytest.mark.parametrize(
    ("published", "day", "said"),
    [
        (None, date(2021, 3, 20), "Nothing is shown: census day, 21 March 2021, was after 20 March 2021."),
        (None, CENSUS, "These are the journeys of census day, 21 March 2021. When they were published is not "
         "recorded here, so they may not have been known yet on 21 March 2021."),
        (BEFORE, date(2023, 5, 1), "Nothing is shown: these journeys were published on 2 May 2023, after 1 "
         "May 2023."),
        (BEFORE, BEFORE, "These journeys were published on 2 May 2023 and have not changed since."),
    ],
)  # fmt: skip
def test_journeys_of_a_census_are_known_from_their_publication_on(published, day, said):
    assert words.census_known(published, day, CENSUS) == said


def test_casualties_are_shown_by_the_month_that_had_ended():
    assert words.events_known(DAY).startswith(
        "You see the months that had ended by 1 March 2024, as they are "
    )


def site_of(monkeypatch, day, *found):
    monkeypatch.setattr(words, "weakest", lambda site, item: Knowledge("", *found))
    site = object.__new__(Site)
    object.__setattr__(site, "as_of", day)
    return site


def test_an_edition_of_a_later_day_is_why_there_is_no_figure(monkeypatch):
    site = site_of(monkeypatch, DAY, "nothing", BEFORE, True)
    assert words.not_yet(site, None) == "no edition of 1 March 2024 or before is held here"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2023, 12, 31), "its first figure held is for 2023"),
        (date(2024, 1, 1), "the edition held of 1 January 2024 has no figure for it"),  # 2023 was over
    ],
)
def test_a_first_period_that_was_not_over_is_why_an_area_had_no_figure(monkeypatch, indicators, day, said):
    site = site_of(monkeypatch, day, "editions", BEFORE)
    assert words.none_then(site, indicators["economy/gva_per_hour"], date(2023, 1, 1)) == said
