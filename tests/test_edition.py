"""What is kept goes stale with whatever it rests on: a changed definition changes every tag."""

import shutil
from dataclasses import replace

from dashboard.site import open_site


def test_a_mended_query_is_another_edition_of_the_same_figures(site, tmp_path):
    queries = shutil.copytree(site.settings.queries, tmp_path / "queries")
    same = open_site(replace(site.settings, queries=queries))
    file = queries / "employment" / "employment_rate.sql"
    file.write_text(file.read_text("utf-8").replace("    value,", "    value + 0.1 AS value,", 1), "utf-8")
    mended = open_site(replace(site.settings, queries=queries))
    assert same.store.snapshot == mended.store.snapshot
    assert site.edition == same.edition != mended.edition
    for each in (same, mended):
        each.store.close()
