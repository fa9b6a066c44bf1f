from itertools import product

import pytest

from dashboard.catalogue.assets import FORMATS
from dashboard.methods.openness import CHECKS, STARS, metadata_quality, openness_stars
from tests.methods.references import reference_table


@pytest.mark.parametrize(
    ("args", "kwargs", "stars"),
    [
        ((False, "CSV"), {"uris": True}, 0),
        ((True, "PDF"), {}, 1),
        ((True, ".xlsx"), {"uris": True}, 2),
        ((True, "csv"), {}, 3),
        ((True, "GeoJSON"), {"linked": True}, 3),
        ((True, "CSV"), {"uris": True}, 4),
        ((True, "CSV"), {"uris": True, "linked": True}, 5),
    ],
)
def test_stars_follow_licence_then_format_then_links(args, kwargs, stars):
    assert openness_stars(*args, **kwargs) == stars


@pytest.mark.parametrize(
    ("file_format", "uris", "linked", "stars"),
    [("rdf", True, False, 4), ("rdf", False, False, 4), ("ttl", True, True, 5), ("jsonld", False, True, 5)],
)
def test_rdf_names_things_by_addresses_whoever_writes_it(file_format, uris, linked, stars):
    assert openness_stars(True, file_format, uris=uris, linked=linked) == stars


def test_every_format_has_stars_with_every_flag_and_none_takes_any_away():
    for file_format in (*STARS, *FORMATS, *(name.lower() for name in STARS)):
        _keeps_its_stars(file_format)


def _keeps_its_stars(file_format):
    plain = openness_stars(True, file_format)
    for uris, linked in product((False, True), repeat=2):
        assert openness_stars(False, file_format, uris=uris, linked=linked) == 0, file_format
        stars = openness_stars(True, file_format, uris=uris, linked=linked)
        assert plain <= stars <= (5 if linked else 4), file_format
        assert stars == plain or plain >= 3, "what is no open data is not opened by its links"


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="has no stars yet"):
        openness_stars(True, "WORDSTAR")


def test_the_points_are_those_of_the_european_assessment():
    published = reference_table("data-quality/mqa_points.csv")
    assert [points for _, points in CHECKS.values()] == published.points.tolist()
    assert [dimension for dimension, _ in CHECKS.values()] == published.dimension.tolist()


def test_everything_checked_and_met_is_405_points():
    got = metadata_quality(dict.fromkeys(CHECKS, True))
    assert (got.points, got.rating, got.failed, got.unchecked) == (405, "excellent", (), ())
    assert got.by_dimension == {
        "Findability": 100,
        "Accessibility": 100,
        "Interoperability": 110,
        "Reusability": 75,
        "Contextuality": 20,
    }


def test_what_nobody_checked_earns_nothing_and_is_listed():
    got = metadata_quality({"keyword": True, "theme": False, "spatial": None})
    assert (got.points, got.rating, got.failed) == (30, "bad", ("theme",))
    assert "spatial" in got.unchecked
    assert len(got.unchecked) == len(CHECKS) - 2
    assert (metadata_quality({}).points, metadata_quality({}).rating) == (0, "bad")
    assert metadata_quality({}).unchecked == tuple(CHECKS)


@pytest.mark.parametrize(
    ("without", "points", "rating"),
    [
        (["access_url_works"], 355, "excellent"),
        (["access_url_works", "rights"], 350, "good"),
        (["access_url_works", "keyword", "theme", "download_url_works", "dcat_ap_valid"], 235, "good"),
        ([name for name in CHECKS if CHECKS[name][0] not in ("Findability", "Contextuality")], 120, "bad"),
    ],
)
def test_ratings_change_at_351_221_and_121(without, points, rating):
    got = metadata_quality({name: name not in without for name in CHECKS})
    assert (got.points, got.rating) == (points, rating)


def test_an_unknown_check_is_refused():
    with pytest.raises(ValueError, match="are unknown"):
        metadata_quality({"colour": True})
