"""The known figures of the sources in all four places: the query, the page, the pack and the API.

tests/queries/test_known_figures.py holds the numbers as they are published, and the counts behind the rates.
"""

import csv
import io
import re
from datetime import date
from html import unescape

import pytest

from dashboard.charts.chart import Dots
from dashboard.charts.table import table
from dashboard.packs.evidence import PackEvidence
from tests.tables import read_table

pytestmark = pytest.mark.full
ENGLAND, GM = "E92000001", "E47000001"

# where, first day of the period, the period and the figure as they are printed
KNOWN = """
    indicator | area | period | label | printed
    employment/claimants | E08000003 | 2025-01-01 | 2025 | 6.0%
    employment/claimants | E47000001 | 2025-01-01 | 2025 | 4.9%
    employment/claimants | E92000001 | 2025-01-01 | 2025 | 4.0%
    employment/employment_rate | E08000003 | 2023-01-01 | 2023 | 71.4%
    employment/employment_rate | E47000001 | 2023-01-01 | 2023 | 71.9%
    employment/employment_rate | E92000001 | 2023-01-01 | 2023 | 76.0%
    employment/weekly_pay | E08000003 | 2025-04-30 | 30 Apr 2025 | £589
    employment/weekly_pay | E92000001 | 2025-04-30 | 30 Apr 2025 | £648
    skills/level_3 | E08000003 | 2023-01-01 | 2023 | 77.3%
    skills/level_3 | E92000001 | 2023-01-01 | 2023 | 67.4%
    skills/apprenticeship_starts | E08000003 | 2024-08-01 | 2024/25 | 724
    skills/apprenticeship_starts | E92000001 | 2024-08-01 | 2024/25 | 959
    economy/gva_per_hour | E08000003 | 2023-01-01 | 2023 | £44.77
    economy/gva_per_hour | E47000001 | 2023-01-01 | 2023 | £39.77
    people/population | E08000003 | 2024-06-30 | 30 Jun 2024 | 589,670
    people/population | E47000001 | 2024-06-30 | 30 Jun 2024 | 3,009,664
    people/population | E92000001 | 2024-06-30 | 30 Jun 2024 | 58,620,101
    transport/ev_chargers | E08000003 | 2026-04-01 | 1 Apr 2026 | 116.2
    transport/ev_chargers | E92000001 | 2026-04-01 | 1 Apr 2026 | 169.8
    digital/gigabit_broadband | E08000003 | 2026-01-01 | 1 Jan 2026 | 90.0%
    employment/employment_2024_25 | E92000001 | 2024-04-01 | 2024/25 | 75.7%
    employment/employment_2024_25 | E08000003 | 2024-04-01 | 2024/25 | 69.1%
    transport/bus_punctuality | E92000001 | 2024-02-01 | Feb to Apr 2024 | 60.7%
    transport/bus_punctuality | E47000001 | 2024-02-01 | Feb to Apr 2024 | 61.6%
    transport/bus_coverage | E92000001 | 2024-02-01 | Feb to Apr 2024 | 40.2%
    transport/bus_coverage | E47000001 | 2024-02-01 | Feb to Apr 2024 | 42.2%
    transport/bus_coverage | E06000018 | 2024-02-01 | Feb to Apr 2024 | 6.2%
    transport/bus_coverage | E08000026 | 2024-02-01 | Feb to Apr 2024 | 7.5%
    transport/rail_use | E08000003 | 2019-04-01 | 2019/20 | 56.95 million
    transport/rail_use | E92000001 | 2021-04-01 | 2021/22 | 1,661.83 million
    transport/work_where_they_live | E08000003 | 2021-03-21 | 21 Mar 2021 | 59.5%
    transport/travel_in_to_work | E08000003 | 2021-03-21 | 21 Mar 2021 | 57.8%
    inequality/attainment_8_free_meals | E92000001 | 2024-09-01 | 2024/25 | 35.0
    inequality/attainment_8_free_meals_gap | E92000001 | 2024-09-01 | 2024/25 | 15.0 points
    housing/private_rent | E92000001 | 2026-07-01 | Jul 2026 | £1,451
    housing/homes | E92000001 | 2024-03-31 | 31 Mar 2024 | 25,562,320
    environment/home_emissions | E92000001 | 2023-03-31 | 31 Mar 2023 | 3.1 tonnes
    employment/inactive_long_term_sick | E92000001 | 2022-01-01 | 2022 | 24.6%
    employment/inactive_long_term_sick | E47000001 | 2022-01-01 | 2022 | 27.5%
    housing/homelessness_prevented | E92000001 | 2025-10-01 | Oct to Dec 2025 | 55.1%
    housing/homelessness_relieved | E92000001 | 2025-10-01 | Oct to Dec 2025 | 35.3%
    skills/free_school_meals_primary | E92000001 | 2024-09-01 | 2024/25 | 24.7%
    skills/suspensions | E08000003 | 2023-09-01 | 2023/24 | 4.64%
    people/children_in_care | E92000001 | 2025-03-31 | 31 Mar 2025 | 67
    inequality/attainment_8_disadvantaged_gap | E92000001 | 2024-09-01 | 2024/25 | 15.5 points
    transport/bus_journeys | E92000001 | 2023-04-01 | 2023/24 | 3,629.1 million
    transport/bus_journeys | E47000001 | 2023-04-01 | 2023/24 | 163.5 million
    transport/bus_journeys | E47000002 | 2023-04-01 | 2023/24 | 65.1 million
    transport/bus_journeys | E47000007 | 2023-04-01 | 2023/24 | 236.0 million
    transport/bus_journeys | E47000003 | 2023-04-01 | 2023/24 | 119.3 million
    transport/bus_journeys | E47000004 | 2023-04-01 | 2023/24 | 92.5 million
    transport/bus_journeys | E47000014 | 2023-04-01 | 2023/24 | 107.2 million
    transport/bus_journeys | E47000006 | 2023-04-01 | 2023/24 | 23.4 million
    transport/bus_journeys | E47000008 | 2023-04-01 | 2023/24 | 26.0 million
    transport/bus_journeys | E47000009 | 2023-04-01 | 2023/24 | 56.8 million
    transport/bus_journeys | E47000012 | 2023-04-01 | 2023/24 | 26.2 million
    transport/bus_journeys | E47000013 | 2023-04-01 | 2023/24 | 96.9 million
    transport/bus_journeys | E47000015 | 2023-04-01 | 2023/24 | 22.6 million
    transport/bus_journeys | E47000016 | 2023-04-01 | 2023/24 | 22.4 million
    transport/bus_journeys | E47000017 | 2023-04-01 | 2023/24 | 20.7 million
    transport/bus_journeys | E47000018 | 2023-04-01 | 2023/24 | 49.8 million
    transport/bus_journeys | cumbria | 2023-04-01 | 2023/24 | 11.7 million
    housing/temporary_accommodation | E92000001 | 2025-10-01 | Oct to Dec 2025 | 5.5
    housing/temporary_accommodation | E92000001 | 2020-01-01 | Jan to Mar 2020 | 4.0
    housing/temporary_accommodation | E08000003 | 2025-10-01 | Oct to Dec 2025 | 12.4
    housing/temporary_accommodation_total | E92000001 | 2025-10-01 | Oct to Dec 2025 | 134,210
    housing/temporary_accommodation_total | E92000001 | 2020-01-01 | Jan to Mar 2020 | 93,000
    housing/temporary_accommodation_total | E08000003 | 2025-10-01 | Oct to Dec 2025 | 2,865
    housing/rough_sleeping_total | E92000001 | 2010-01-01 | 2010 | 1,768
    housing/rough_sleeping_total | E92000001 | 2017-01-01 | 2017 | 4,751
    transport/road_traffic | E47000001 | 2023-01-01 | 2023 | 11.4 billion miles
    housing/rough_sleeping | E92000001 | 2010-01-01 | 2010 | 3.4
    housing/rough_sleeping | E92000001 | 2017-01-01 | 2017 | 8.5
"""
# No page draws totals of England, which dwarf a place's: past ones are in the file that the page gives.
TOTALS_OF_ENGLAND_THEN = {
    ("housing/temporary_accommodation_total", "2020-01-01"),
    ("housing/rough_sleeping_total", "2010-01-01"),
    ("housing/rough_sleeping_total", "2017-01-01"),
}
ROWS = [tuple(map(str, row)) for row in read_table(KNOWN).itertuples(index=False)]
each = pytest.mark.parametrize(("name", "area", "period", "label", "printed"), ROWS)


@pytest.fixture(scope="module")
def page(wsgi):
    """page(indicator, region, area) -> the words of its page, asked for once."""
    client, kept = wsgi.test_client(), {}

    def page(name: str, region: str, area: str) -> str:
        address = f"/indicator/{name}?region={region}" + (
            f"&places={area}" if area.startswith(("E06", "E08")) else ""
        )
        if address not in kept:
            text = client.get(address, headers={"Accept": "text/html"}).get_data(as_text=True)
            kept[address] = unescape(re.sub(r"<[^>]+>", " ", text.partition('id="served"')[2]))
        return kept[address]

    return page


def _in_file(client, name: str, period: str) -> list[str]:
    """England's figures of the period in the page's file, as printed."""
    file = client.get(f"/download/{name}.csv").get_data(as_text=True).lstrip("\ufeff")
    lines = csv.DictReader(io.StringIO(file))
    return [line["shown"] for line in lines if (line["area_code"], line["period"]) == (ENGLAND, period)]


ELSEWHERE = {"E06000018": "E47000013", "E08000026": "E47000007"}  # Nottingham, Coventry


def region_of(area: str) -> str:
    """The region whose page shows the area: its own, or Greater Manchester for its places and England."""
    return area if area.startswith("E47") or not area.startswith("E") else ELSEWHERE.get(area, GM)


@each
def test_a_known_figure_is_the_query_s(public_site, name, area, period, label, printed):
    indicator, day = public_site.indicators[name], date.fromisoformat(period)
    found = public_site.observations(indicator).at(area, day)
    assert (indicator.period_label(day), indicator.format(found.value)) == (label, printed)


@each
def test_a_known_figure_stands_on_the_page_beside_its_period(
    page, client, name, area, period, label, printed
):
    if (name, period) in TOTALS_OF_ENGLAND_THEN:
        assert _in_file(client, name, period) == [printed]
        return
    text = page(name, region_of(area), area)
    assert printed in text
    assert label in text


@each
def test_a_known_figure_stands_in_the_pack(public_site, name, area, period, label, printed):
    indicator = public_site.indicators[name]
    beside = area == ENGLAND and indicator.statistic != "count"  # counts of England dwarf a place's
    place = public_site.geography[GM if beside else area]
    chart = (
        PackEvidence(public_site, public_site, place, "public", date(2026, 11, 29)).picture(indicator).chart
    )
    _, rows = table(chart)
    cells = [cell for row in rows if isinstance(chart, Dots) or row[0] == label for cell in row]
    assert printed in " ".join(cells)


@each
def test_a_known_figure_is_the_api_s(public_site, client, name, area, period, label, printed):
    address = f"/api/v1/indicators/{name}/observations?area={area}&period={period}"
    (item,) = client.get(address).json["items"]
    assert public_site.indicators[name].format(item["value"]) == printed


def _file(client, dataset: str) -> list[dict[str, str]]:
    file = client.get(f"/download/data/{dataset}.csv").get_data(as_text=True).lstrip("\ufeff")
    return list(csv.DictReader(io.StringIO(file)))


# Figures that are no indicator's. No page says the totals of England and Wales, nor Great Britain's traffic
# (330.8 billion miles: only England's authorities are held): a page is about a place.
def test_the_census_s_totals_are_those_of_the_file_of_journeys(client):
    rows = _file(client, "commuting_district")
    assert sum(int(row["people"]) for row in rows) == 27_773_528
    assert sum(int(row["people"]) for row in rows if row["home_district"].startswith("E")) == 26_405_119


def test_people_who_stay_in_manchester_to_work_stand_on_page_api_file_and_pack(client, public_site):
    place = "E08000003"
    page = client.get(f"/commuting?place={place}", headers={"Accept": "text/html"}).get_data(as_text=True)
    assert "78,066" in page
    journeys = client.get(f"/api/v1/areas/{place}/journeys?limit=1000").json["items"]
    assert [row["people"] for row in journeys if row["work_code"] == place] == [78_066]
    assert ",78066" in client.get(f"/download/journeys.csv?place={place}").get_data(as_text=True)
    evidence = PackEvidence(
        public_site, public_site, public_site.geography[place], "public", date(2026, 11, 29)
    )
    picture = evidence.picture(public_site.indicators["transport/work_where_they_live"])
    assert "78,066 people both lived and worked in Manchester." in picture.alt


def test_jobs_of_the_north_east_stand_on_its_page_to_the_nearest_hundred_and_exactly_in_the_file(client):
    """Packs hold no projection of skills, and the API none but the file."""
    page = client.get("/skills-pipeline?region=E47000014", headers={"Accept": "text/html"})
    assert "898,400" in page.get_data(as_text=True)
    jobs = [
        float(row["value"])
        for row in _file(client, "skills_imperative")
        if (row["area_code"], row["measure"], row["year"]) == ("E47000014", "employment", "2020")
        and row["qualification"] == "All qualifications"
        and row["item"].startswith("All ")
    ]
    assert {round(1000 * value) for value in jobs} == {898_444}
