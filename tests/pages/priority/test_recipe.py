"""Where to act first: the recipe of an address, the answer, and the file."""

import csv
import io

import numpy as np
import pytest

from dashboard.address import address as addresses
from dashboard.methods.priority.index import Component, priority_index
from dashboard.pages.priority import page as priority
from dashboard.pages.priority.answer import classes_of, order
from dashboard.pages.priority.presets import PRESETS, preset
from dashboard.pages.priority.recipe import Recipe, recipe_of
from dashboard.pages.priority.words import NOTHING
from tests.pages.testshire import words

TWO = "m1=transport/connectivity&w1=2&m2=skills/adults_low_skills"


def recipe(site, search):
    address = addresses.read(site, [priority.PAGE], "/priority", search)
    return recipe_of(site, address, priority.first(site, address))


def test_the_address_is_the_recipe(site):
    found = recipe(site, f"{TWO}&d2=low&scale=min-max")
    assert [(i.indicator.name, i.weight, i.worse) for i in found.used] == [
        ("connectivity", "2", "lower"),
        ("adults_low_skills", "1", "lower"),
    ]
    again = recipe(site, found.query)
    assert again.ingredients == found.ingredients
    assert (again.scale, again.mean) == ("min-max", "arithmetic")


def test_the_order_is_that_of_the_index_over_the_plain_figures(site):
    found = recipe(site, TWO)
    values = [
        site.observations(site.indicators[name], "E47000001")
        for name in ("transport/connectivity", "skills/adults_low_skills")
    ]
    columns = [[one.latest(area.code).value for area in found.areas] for one in values]
    plain = priority_index([Component("a", columns[0], "lower", 2), Component("b", columns[1], "higher")])
    np.testing.assert_allclose(found.index.score, plain.score)
    assert found.index.worst.sum() == 170


def test_a_bare_address_begins_with_the_first_preset_and_an_emptied_one_asks_for_a_measure(site):
    assert recipe(site, "").used == preset(site, site.geography["E47000001"], "Digital exclusion")
    emptied = addresses.read(site, [priority.PAGE], "/priority", "scale=rank&mean=arithmetic&w1=1")
    assert NOTHING in str(priority.parts(site, emptied).children["answer"])


def test_one_measure_alone_says_nothing_of_weightings(site):
    parts = priority.parts(
        site, addresses.read(site, [priority.PAGE], "/priority", "m1=people/burglary")
    ).children
    assert "One measure alone makes this order" in words(parts["answer"])
    assert "100" not in words(parts["list"]).split("Neighbourhood", 1)[0]
    assert "Neighbourhood People 1." in words(parts["list"])
    assert "weightings" not in words(parts["priority-legend"])


def test_more_than_a_tenth_alike_at_the_worst_end_put_nobody_first(site, monkeypatch):
    found = recipe(site, "m1=people/burglary")
    monkeypatch.setattr(
        Recipe, "_values", lambda self, indicator: [float(at > 1000) for at in range(len(self.areas))]
    )
    said = priority.parts(site, addresses.read(site, [priority.PAGE], "/priority", found.query)).children[
        "answer"
    ]
    assert "No neighbourhood comes first" in words(said)


def test_a_measure_named_twice_counts_once(site):
    assert len(recipe(site, "m1=people/crime&m2=people/crime").used) == 1


def test_the_first_view_is_digital_exclusion_by_the_parts_of_the_index(site):
    names = [each.indicator.name for each in recipe(site, "").used]
    assert names == ["exclusion_broadband", "exclusion_demography", "exclusion_deprivation"]


def test_every_theme_has_a_ready_recipe_in_every_region(site):
    assert set(site.themes.values()) - {"Inequality"} < set(PRESETS)  # which has no neighbourhoods
    for region in site.geography.regions:
        assert all(preset(site, region, name) for name in PRESETS), region.name


def test_a_measure_without_figures_here_is_left_out_and_said(site):
    found = recipe(site, "region=E47000006&m1=transport/households_without_car&m2=people/crime")
    assert [each.indicator.name for each in found.used] == ["crime"]
    parts = priority.parts(
        site,
        addresses.read(
            site, [priority.PAGE], "/priority", "region=E47000006&" + found.query.split("&", 1)[1]
        ),
    )
    assert "Households without a car: no figures in Tees Valley" in str(parts.children["answer"])


def test_firm_first_areas_are_in_the_worst_decile_in_90_of_100_weightings(site):
    found = recipe(site, TWO)
    often, classes = found.of_100, classes_of(found)
    assert (often[classes == 3] >= 90).all()
    assert ((often[classes == 2] < 90) & found.index.worst[classes == 2]).all()
    assert not found.index.worst[classes == 1].any()
    assert (recipe(site, TWO).of_100 == often).all()  # seeded: the same recipe, the same counts


def test_choices_that_do_not_go_together_get_a_sentence(site):
    asked = addresses.read(site, [priority.PAGE], "/priority", f"{TWO}&scale=z&mean=geometric")
    parts = priority.parts(site, asked)
    assert "does not go with" in str(parts.children["answer"])
    assert parts.maps["priority"]["classes"] == {}


def test_one_measure_alone_needs_no_leaving_out(site):
    asked = addresses.read(site, [priority.PAGE], "/priority", "m1=people/crime")
    assert recipe(site, "m1=people/crime").left_out == ()
    assert "One measure left out" not in str(priority.parts(site, asked).children["effects"])


def test_the_file_holds_every_neighbourhood_in_order(client, site):
    answer = client.get(f"/download/priority.csv?region=E47000006&{TWO}")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    found = recipe(site, f"region=E47000006&{TWO}")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="priority-E47000006.csv"'
    assert [row["lsoa21_code"] for row in rows] == [found.areas[at].code for at in order(found)]
    assert sum(row["worst_tenth"] == "true" for row in rows) == found.index.worst.sum() == 42
    assert {"connectivity", "adults_low_skills", "worst_tenth_in_100", "people"} <= rows[0].keys()


@pytest.mark.parametrize(
    ("search", "status"),
    [
        ("m1=people/nothing", 404),
        ("m1=people/crime&w1=-1", 400),
        ("scale=exec", 400),
        ("region=E99", 404),
        (f"{TWO}&scale=z&mean=geometric", 400),
    ],
)
def test_a_bad_recipe_gives_no_file(client, search, status):
    assert client.get(f"/download/priority.csv?{search}").status_code == status
