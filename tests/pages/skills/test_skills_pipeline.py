"""The skills pipeline: totals are the workbook's, small cells are withheld, what is not known is said."""

import re
from types import SimpleNamespace

import pytest

from dashboard.address import address as addresses
from dashboard.components.skills_tabs import skills_tabs
from dashboard.datastore import skills_projected
from dashboard.datastore.skills_counted import stock
from dashboard.datastore.skills_projected import covered, demand
from dashboard.methods.skills import shares_of_openings
from dashboard.pages.skills import page as skills_pipeline
from dashboard.pages.skills import words
from dashboard.pages.skills.gap import openings
from tests.record.reading import text_of

GM, TEES = "E47000001", "E47000006"
HEAD = "area_code | breakdown | item | qualification | measure | year | value | status"
KIND = "occupation by qualification"


def cells(item, qualification, jobs, later, net, replaced, needed):
    """The five rows of one cell of the workbook, in thousands."""
    levels = [("employment", 2020, jobs), ("employment", 2035, later)]
    flows = [
        ("net change", 2035, net),
        ("replacement demand", 2035, replaced),
        ("total requirement", 2035, needed),
    ]
    return "\n".join(
        f"{GM} | {KIND} | {item} | {qualification} | {name} | {year} | {value} | "
        for name, year, value in (*levels, *flows)
    )


def test_the_occupations_sum_to_the_total_to_the_rounding_shown(site):
    found = demand(site.store, GM)
    assert len(found.needs) == 26
    for name in ("jobs", "later", "net", "replacement", "requirement"):
        parts = sum(getattr(need, name) for need in found.needs)
        assert parts == pytest.approx(getattr(found.total, name), abs=50), name
    assert words.people(found.total.requirement) == "852,100"


def test_new_jobs_and_replacement_make_the_requirement(site):
    for code in covered(site.store):
        for need in demand(site.store, code).needs:
            if need.requirement is not None:
                assert need.net + need.replacement == pytest.approx(need.requirement, abs=2)


def test_the_public_view_holds_no_cell_under_ten_thousand_and_the_office_none_under_one(site, public_site):
    for code in covered(site.store):
        for store, floor in ((public_site.store, 10_000), (site.store, 1_000)):
            found = demand(store, code)
            assert found.floor == floor
            assert all(need.jobs is None or need.jobs >= floor for need in found.needs)
    assert "skills_imperative_detail" not in public_site.store.tables()
    assert words.HIDDEN in words.rule(demand(public_site.store, TEES))


def test_seventeen_city_regions_are_projected_and_the_rest_say_so(public_site):
    assert len(covered(public_site.store)) == 17
    for region in public_site.geography.regions:
        address = addresses.read(
            public_site, [skills_pipeline.PAGE], "/skills-pipeline", f"?region={region.code}"
        )
        text = text_of(skills_pipeline.layout(public_site, address))
        projected = region.code in covered(public_site.store)
        assert ("There is no projection for" in text) != projected
        assert "Who is coming: supply" in text
        assert set(skills_pipeline.parts(public_site, address).children) == (
            {"demand", "mix"} if projected else set()
        )


def made(given, *blocks):
    return given(skills_imperative="\n".join([HEAD, *blocks]))


LEVELS = [each for parts in skills_projected.LEVELS.values() for each in parts]


def test_one_level_under_the_floor_is_what_the_others_leave_if_itself_large(given):
    others = [level for level in LEVELS if level != "RQF8 Doctorate"]
    blocks = [cells("21 Scientists", level, 20, 20, 0, 10, 10) for level in others]
    blocks += [
        cells("21 Scientists", "All qualifications", 185, 186, 1, 93, 94),
        cells("21 Scientists", "RQF8 Doctorate", "", "", "", "", ""),
        cells("All occupations", "All qualifications", 185, 186, 1, 93, 94),
    ]
    (need,) = demand(made(given, *blocks), GM).needs
    assert need.mix["Level 6 and above"] == 94_000 - 60_000
    assert need.mix["Below Level 2"] == 20_000


def test_a_level_that_is_itself_small_stays_withheld(given):
    others = [level for level in LEVELS if level != "RQF3 A level & equivalent"]
    blocks = [cells("21 Scientists", level, 20, 20, 0, 10, 10) for level in others]
    blocks += [
        cells("21 Scientists", "All qualifications", 164, 165, 1, 83, 84),
        cells("21 Scientists", "RQF3 A level & equivalent", "", "", "", "", ""),
        cells("All occupations", "All qualifications", 164, 165, 1, 83, 84),
    ]
    (need,) = demand(made(given, *blocks), GM).needs
    assert need.mix["Level 3"] is None


def test_a_level_with_fewer_jobs_has_no_share_and_is_not_taken_off_the_others(site):
    found = demand(site.store, GM)
    assert found.total.mix["Below Level 2"] == pytest.approx(-11_663, abs=1)
    needed = openings(found)
    shares = shares_of_openings(needed)
    assert shares["Below Level 2"] is None
    assert sum(value for value in shares.values() if value) == pytest.approx(100)
    assert shares["Level 4 and above"] == pytest.approx(100 * 643_874 / 863_748, abs=0.01)
    assert words.a_year(needed["Below Level 2"]) == "800 fewer"  # 11,663 over 15 years
    assert words.share_of_openings(needed["Below Level 2"], None) == "fewer such jobs"


@pytest.mark.parametrize("region", ["E47000001", "E47000003", "E47000006"])
@pytest.mark.parametrize("audience", ["office", "public"])
def test_no_share_of_openings_is_negative_and_nothing_is_subtracted_from_people(
    site, public_site, region, audience
):
    seen = site if audience == "office" else public_site
    address = addresses.read(seen, [skills_pipeline.PAGE], "/skills-pipeline", f"?region={region}")
    said = text_of(skills_pipeline.layout(seen, address))
    assert not re.search(r"−\d+(\.\d)?%", said)
    assert not re.search(r"\bgap\b|[\d.]+ points", said, re.IGNORECASE)


def test_openings_and_people_are_told_side_by_side():
    said = words.levels_message(
        {"Level 2": None, "Level 4 and above": 75.2}, {"Level 2": 50, "Level 4 and above": 49}
    )
    people = (
        "49% of people aged 16 to 64 with one of these levels have it"  # of all people it is another share
    )
    assert said == f"75% of openings to 2035 need Level 4 and above; {people}"


def test_where_fewer_jobs_are_to_come_no_share_of_openings_goes_over_100():
    total = SimpleNamespace(requirement=90_000, replacement=100_000, net=-10_000)
    said = words.message("Testshire", SimpleNamespace(total=total))
    assert (
        said == "90,000 jobs to fill in Testshire from 2020 to 2035, all because people leave: 10,000 jobs go"
    )


def test_shares_that_rest_on_a_withheld_cell_are_withheld(public_site):
    found = demand(public_site.store, TEES)
    needed = openings(found)
    assert None in needed.values()
    assert set(shares_of_openings(needed).values()) == {None}
    assert "cannot be published" in words.levels_message(shares_of_openings(needed), {})
    assert "cannot be published" in words.mix_message(found)
    assert "of the 11 occupations shown jobs go" in words.most(found.needs)


def test_known_figures_of_supply(site):
    found = stock(site.store, GM)
    assert (found.period.year, found.values["Level 3"], found.values["Below Level 2"]) == (
        2024,
        340_600,
        202_600,
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [(852_085, "852,100"), (-11_650, "−11,700"), (-30, "0"), (50, "100"), (None, "[c]")],
)
def test_people_are_written_to_the_nearest_hundred(value, said):
    assert words.people(value) == said


@pytest.mark.parametrize(("audience", "shown"), [("office", True), ("public", False)])
def test_the_pages_about_skills_lead_to_each_other_and_the_offices_to_the_task_force(audience, shown):
    site = SimpleNamespace(settings=SimpleNamespace(audience=audience))
    here = SimpleNamespace(path="/skills-pipeline", region=SimpleNamespace(code="E47000001"))
    told = str(skills_tabs(site, here).to_plotly_json())
    assert "/theme/skills?region=E47000001" in told
    assert "Span(children='Skills pipeline to 2035', className='tab tab-current'" in told
    assert ("/task-force" in told) == shown
