"""What a reader of the neighbourhood map can choose, on the built-in snapshot."""

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.components.small_area_choice import grouped, offered
from dashboard.methods.maps.layers import BOTH
from dashboard.pages.neighbourhoods import page as neighbourhoods
from dashboard.pages.neighbourhoods.layers import both_layers, clusters, values_of
from dashboard.pages.neighbourhoods.map import neighbourhood_data
from dashboard.pages.neighbourhoods.panel import neighbourhood_panel
from dashboard.pages.neighbourhoods.search import place_search
from dashboard.pages.neighbourhoods.tables import clustered
from dashboard.pages.priority import page as priority
from dashboard.statements.map_words import class_ranges
from tests.pages.testshire import words

CAMBRIDGESHIRE = "E47000008"


def read(site, search):
    return addresses.read(site, [neighbourhoods.PAGE], "/neighbourhoods", search)


def choice(site, search):
    return neighbourhoods.choice_of(site, read(site, search))


def test_a_region_is_offered_what_it_has(site):
    greater, cambridgeshire = (
        {item.id for item in offered(site, site.geography[code])} for code in ("E47000001", CAMBRIDGESHIRE)
    )
    assert cambridgeshire < greater
    assert greater - cambridgeshire == {
        "transport/households_without_car",
        "transport/road_casualties_count",
        "people/aged_65_neighbourhoods",
    }


def test_measures_are_grouped_by_theme(site):
    measures = offered(site, site.geography["E47000001"])
    themes = {item.theme for item in measures}
    assert themes == set(site.themes) - {"inequality"}  # what it holds is by school, not by neighbourhood
    groups = [group["group"] for group in grouped(site, measures)]
    assert groups == [name for theme, name in site.themes.items() if theme in themes]


@pytest.mark.parametrize(
    ("search", "level"),
    [
        ("measure=people/crime&level=msoa", "lsoa"),  # scores are for neighbourhoods only
        ("measure=housing/overcrowding&level=ward", "ward"),
        ("measure=transport/road_casualties_count", "ward"),
        ("measure=housing/overcrowding&second=people/crime&level=ward", "lsoa"),  # what both have
        (f"region={CAMBRIDGESHIRE}&measure=transport/work_at_home&level=msoa", "msoa"),  # nothing held
    ],
)
def test_the_size_of_area_is_one_that_the_measures_have(site, search, level):
    assert choice(site, search).level == level


def test_the_first_in_rank_has_the_most_need(site):
    worst_first = choice(site, "measure=transport/connectivity")
    values = [worst_first.shown.figures[code].value for code in worst_first.ranking]
    assert values == sorted(values)  # a low score is the need
    crime = choice(site, "measure=people/crime")
    assert crime.shown.figures[crime.ranking[0]].value == max(i.value for i in crime.shown.figures.values())


def test_a_larger_place_marks_the_areas_inside_it(site):
    bolton = choice(site, "place=E08000001")
    assert len(bolton.chosen) == 177
    assert bolton.selected == []  # its own outline is drawn, not 177 of them


def test_two_measures_take_turns_for_each_area(site):
    two = choice(site, "measure=transport/connectivity&second=skills/adults_low_skills")
    found = both_layers(two)
    fifths = [set(two.ranking[: -(-len(two.ranking) // 5)])]
    second = choice(site, "measure=skills/adults_low_skills")
    fifths.append(set(second.ranking[: -(-len(second.ranking) // 5)]))
    marked = {code for code, kind in zip(two.names, found.member, strict=True) if kind == BOTH}
    assert marked == fifths[0] & fifths[1]
    assert neighbourhood_data(two)["summary"].startswith(f"{len(marked)} of 1,702 neighbourhoods")


def test_deprivation_has_clusters_in_greater_manchester_and_they_are_its_high_areas(site):
    asked = choice(site, "measure=people/deprivation_score&show=clusters")
    found = clusters(asked)
    values = [asked.shown.figures[code].value for code in asked.names]
    high = [value for value, kind in zip(values, found.member, strict=True) if kind == 1]
    assert 100 < found.count(1) < 600
    assert sum(high) / len(high) > 1.5 * sum(values) / len(values)


def test_clusters_are_never_shown_unasked(site):
    assert not choice(site, "").clusters


def test_wards_have_no_clusters_and_the_page_says_why(site):
    wards = choice(site, "measure=housing/overcrowding&level=ward&show=clusters")
    assert clusters(wards) is None
    assert "among neighbourhoods" in clustered(wards)[0].children


def test_a_figure_that_is_its_districts_is_listed_by_district_and_has_no_clusters(site):
    search = f"region={CAMBRIDGESHIRE}&measure=housing/homelessness&show=clusters&second=people/crime"
    asked = choice(site, search)
    assert not asked.two
    assert clusters(asked) is None
    said = words(neighbourhoods.parts(site, read(site, search)).children["map-words"])
    assert "carry its one figure" in said
    assert words(neighbourhood_panel(asked)).endswith(
        "District Figure Peterborough 4.6 Cambridge 3.1 Fenland 2.9 East Cambridgeshire 2.9 "
        "Huntingdonshire 2.9 South Cambridgeshire 1.8"
    )
    said = class_ranges(asked.indicator, asked.shown.classes, values_of(asked, asked.indicator))
    assert len({range_ for range_, _ in said}) == len(said)  # 2.94 and 2.95 read 2.9: they have one colour


def test_a_list_that_breaks_off_among_equals_says_how_many_more_there_are(site):
    asked = choice(site, "measure=employment/people_out_of_work&level=lsoa")
    best = asked.shown.figures[asked.ranking[-6]].value
    equal = sum(item.value == best for item in asked.shown.figures.values())
    listed = sum(asked.shown.figures[code].value == best for code in asked.ranking[-6:])
    assert equal > listed
    assert f"{equal - listed} more area" in words(neighbourhood_panel(asked))
    shared = {
        asked.positions_by_code[code] for code in asked.ranking if asked.shown.figures[code].value == best
    }
    assert len(shared) == 1


@pytest.mark.parametrize("parameter", ["second", "m1"])
def test_a_figure_that_is_its_districts_cannot_choose_between_neighbourhoods(site, parameter):
    page = neighbourhoods if parameter == "second" else priority
    with pytest.raises(BadAddress, match="Homelessness has one figure for each district"):
        addresses.read(site, [page.PAGE], page.PATH, f"{parameter}=housing/homelessness")


def test_a_split_neighbourhood_says_so_where_the_figure_is_of_2011(site):
    risk = neighbourhood_data(choice(site, "measure=digital/exclusion_risk"))["figures"]
    assert any("part of an area split since 2011" in words for words in risk.values())
    over = neighbourhood_data(choice(site, "measure=people/crime&second=digital/exclusion_risk"))["figures"]
    assert any("part of an area split since 2011" in words for words in over.values())
    crime = neighbourhood_data(choice(site, "measure=people/crime"))["figures"]
    assert not any("2011" in words for words in crime.values())


def test_a_neighbourhood_is_found_by_the_name_of_its_ward(site):
    select = place_search(site, site.geography["E47000001"], None)
    labels = [item["label"] for group in select.data for item in group["items"]]
    assert any(label.endswith("(Didsbury East)") for label in labels)
    assert len(labels) > 2200


@pytest.mark.parametrize(
    ("search", "status"),
    [
        ("measure=people/nothing", 404),
        ("measure=employment/employment_rate", 404),  # has no small areas
        ("second=../../etc", 404),
        ("place=E01000001", 404),  # the City of London is in no combined authority
        ("place=nowhere", 404),
        ("level=oa", 400),
        ("show=everything", 400),
    ],
)
def test_what_is_not_there_is_refused(site, search, status):
    with pytest.raises(BadAddress) as refusal:
        read(site, search)
    assert refusal.value.status == status
