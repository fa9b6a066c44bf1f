"""Adding an indicator takes one file and no Python: pages, map, download and attention follow."""

import shutil
from dataclasses import replace

from dashboard.settings import ROOT
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.callbacks import post_page

ADDED = """/*
title    = "Homes sold to first-time buyers, doubled"
question = "Does adding one file suffice?"
unit     = "twice the rate"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
headline = true
owner    = "Test team"
reviewed = 2026-11-23
method   = "Twice the published rate."
caveat   = "Only for this test."
*/
SELECT area_code, period, 2 * value AS value
FROM first_time_buyer_mortgage_sales
"""


def test_one_new_file_is_on_every_page(site, tmp_path):
    queries = tmp_path / "queries"
    shutil.copytree(ROOT / "queries", queries)
    (queries / "housing" / "doubled.sql").write_text(ADDED)
    client = create_app(SiteKeeper(replace(site.settings, queries=queries))).server.test_client()

    def page(path):
        answer = post_page(client, path)
        assert answer.status_code == 200, answer.text
        return answer.text

    assert client.get("/indicator/housing/doubled").status_code == 200
    for path in ("/", "/theme/housing", "/indicator/housing/doubled", "/place/E08000003"):
        assert "Homes sold to first-time buyers, doubled" in page(path), path
    (before,) = [
        row
        for row in site.observations(site.indicators["housing/first_time_buyers"]).series("E08000003")
        if row.period.year == 2024
    ]
    assert f"{2 * before.value:.1f}" in page("/indicator/housing/doubled")
    rows = client.get("/download/housing/doubled.csv").text.splitlines()
    assert any("E08000003" in row and "2024" in row for row in rows)
