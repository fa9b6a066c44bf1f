"""The examples of docs/api.md are run, against the public view on a port of this machine."""

import re
import shutil
import subprocess

import pytest

from dashboard.web.api.openapi import document
from tests.conftest import ROOT
from tests.served import listening

TEXT = (ROOT / "docs" / "api.md").read_text("utf-8")
RECIPES = re.findall(r"## (Python: [^\n]+)\n```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize(("title", "code"), RECIPES, ids=[title for title, _ in RECIPES])
def test_an_example_runs_and_gives_figures(title, code, wsgi):
    names: dict = {}
    with listening(wsgi) as address:
        exec(code.replace("https://data.example.gov.uk", address), names)  # noqa: S102 - our own document
    found = names.get("manchester", names.get("latest", names.get("rows")))
    assert len(found) > 5


def test_the_examples_are_there():
    assert [title for title, _ in RECIPES] == [
        "Python: pandas",
        "Python: polars",
        "Python: the API, page by page",
    ]
    for word in ("## R\n", "## Excel and Power Query", "429", "Deprecation"):
        assert word in TEXT


@pytest.mark.skipif(not shutil.which("Rscript"), reason="there is no R on this machine")
def test_the_example_in_r_runs_and_gives_figures(wsgi, tmp_path):
    (code,) = re.findall(r"```r\n(.*?)```", TEXT, re.DOTALL)
    with listening(wsgi) as address:
        script = tmp_path / "recipe.R"
        told = "pdf(NULL)\n" + code.replace("https://data.example.gov.uk", address) + "cat(nrow(manchester))"
        script.write_text(told, "utf-8")
        ended = subprocess.run(["Rscript", str(script)], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout.split()[-1]) > 5


def test_the_columns_that_r_and_power_query_name_are_those_of_the_file_and_it_is_what_they_say(client):
    answer = client.get("/download/employment/employment_rate.csv")
    head = answer.get_data(True).splitlines()[0].replace('"', "").lstrip("\ufeff").split(",")
    (r,) = re.findall(r"```r\n(.*?)```", TEXT, re.DOTALL)
    (query,) = re.findall(r"## Excel and Power Query\n.*?```\n(.*?)```", TEXT, re.DOTALL)
    assert {*re.findall(r"\$(\w+)", r), "area_code"} <= {*head}
    assert {*re.findall(r'\{"(\w+)", type', query)} == {"period", "value"} <= {*head}
    assert "Encoding = 65001" in query  # UTF-8
    assert answer.mimetype == "text/csv"
    assert answer.get_data().decode("utf-8-sig")


def test_the_files_that_are_named_are_there(client):
    for path in set(re.findall(r"https://data\.example\.gov\.uk(/[\w/.]+)", TEXT)):
        assert client.get(path).status_code == 200, path
    for ending in ("xlsx", "parquet", "json"):
        assert client.get(f"/download/employment/employment_rate.{ending}").status_code == 200
    assert client.get("/download/employment/employment_rate.csv?region=E47000008").status_code == 200


def test_the_document_says_where_the_api_is():
    assert document()["servers"] == [{"url": "/", "description": "This site"}]
    assert document("/dashboard")["servers"][0]["url"] == "/dashboard"


def test_every_area_is_in_one_file_and_a_word_that_means_nothing_is_refused(client):
    path = "/download/employment/employment_rate.csv"
    rows = client.get(f"{path}?areas=all").get_data(True).splitlines()
    one = client.get(path).get_data(True).splitlines()
    codes = {row.partition(",")[0].strip('"') for row in rows[1:]}
    assert {"E92000001", "E08000003", "E06000052", "E12000007"} <= codes
    assert rows[0] == one[0]
    assert {row for row in one if row.startswith('"E08000003"')} <= set(rows)
    assert client.get(f"{path}?areas=some").status_code == 400
    head = client.get(f"{path}?areas=all").headers
    assert head["Link"].startswith("</download/employment/employment_rate.csv-metadata.json?areas=all>")
    assert 'filename="employment_rate-all.csv"' in head["Content-Disposition"]


def test_an_authority_that_has_ended_stands_last_in_the_file_of_every_area(client):
    """North of Tyne (E47000011, until 2023) has figures of museums; its level is none of today's."""
    answer = client.get("/download/people/museum_visits.csv?areas=all")
    rows = [row.split(",") for row in answer.get_data(True).splitlines()[1:]]
    codes = [row[0].strip('"') for row in rows]
    assert answer.status_code == 200
    assert codes[0] == "E92000001"
    assert codes[-1] == "E47000011"
