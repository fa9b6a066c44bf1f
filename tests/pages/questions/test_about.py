"""What a question is about is named, and its page opened for the region of whoever asked."""

from types import SimpleNamespace

import pytest

from dashboard.datastore.areas import Area
from dashboard.pages.questions.about import about_link

LONDON = Area("E12000007", "London", "city_region")


class Geography(dict):
    """Areas by their code."""

    areas = property(lambda self: self)


SITE = SimpleNamespace(
    indicators={"housing/rent": SimpleNamespace(title="Private rent")},
    themes={"housing": "Housing"},
    geography=Geography(E09000007=Area("E09000007", "Camden", "district")),
)


@pytest.mark.parametrize(
    ("about", "name", "path"),
    [
        ("/indicator/housing/rent", "Private rent", "/indicator/housing/rent"),
        ("/indicator/housing/rent?region=E47000001", "Private rent", "/indicator/housing/rent"),
        ("/theme/housing", "Housing", "/theme/housing"),
        ("/place/E09000007", "Camden", "/place/E09000007"),
        ("/compare", "/compare", "/compare"),
        ("/indicator/gone/away", "/indicator/gone/away", "/indicator/gone/away"),
        ("/", "the overview", "/"),
        ("//evil.example/x", "the overview", "/"),
        ("https://evil.example", "the overview", "/"),
    ],
)
def test_a_page_is_named_and_opened_for_the_region_of_the_question(about, name, path):
    found = about_link(SITE, LONDON, about)
    assert (found.children, found.href) == (name, f"{path}?region=E12000007")
