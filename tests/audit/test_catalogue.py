"""Our own catalogue keeps DCAT-AP's rules, its addresses answer, and it scores at least 390 of 405."""

import copy
import csv
import re

import pytest
import rdflib

from dashboard.audit import mqa
from dashboard.audit.dcat_ap import violations
from dashboard.exports.dataset import dataset_sheet, downloadable_datasets
from dashboard.exports.offers import dataset_formats
from dashboard.exports.sizes import dataset_sizes
from dashboard.methods.openness import CHECKS
from dashboard.settings import ROOT

POINTS = ROOT.parent / "shared" / "reference-cases" / "data-quality" / "mqa_points.csv"


@pytest.fixture(scope="module")
def catalogue(wsgi):
    return wsgi.test_client().get("/catalogue.jsonld").json


@pytest.fixture
def works(client):
    """Whether an address of the catalogue answers: it is asked for, but no file is made for it.

    A page of the site map is taken to open: tests/test_rendered_figures.py opens them.
    """
    pages = re.findall(r"<loc>http://localhost(/[^?<]*)", client.get("/sitemap.xml").text)
    tried: dict[str, bool] = dict.fromkeys(pages, True)
    known = {"If-None-Match": client.get("/datapackage.json").headers["ETag"]}

    def ask(address):
        path = address.removeprefix("http://localhost")
        if path not in tried:
            tried[path] = client.get(path, headers=known).status_code in (200, 304)
        return tried[path]

    return ask


def test_our_own_catalogue_scores_at_least_390_of_405(catalogue, works):
    scores = mqa.scores(catalogue, works)
    assert len(scores) == len(catalogue["dcat:dataset"]) > 100
    assert mqa.mean(scores) >= 390
    assert sum(score.mean_of_files for score in scores) / len(scores) >= 390


def test_our_own_catalogue_keeps_the_rules_of_dcat_ap(catalogue):
    assert list(violations(catalogue)) == []


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("dct:title",), None, "add dct:title"),
        (("dcat:dataset", 0, "dct:description"), None, "add dct:description"),
        (
            ("dcat:dataset", 0, "dcat:theme", 0, "@id"),
            "http://example.org/x",
            "dcat:theme must be an address",
        ),
        (("dcat:dataset", 0, "dct:publisher", "@type"), "foaf:Person", "dct:publisher must be a foaf:Agent"),
        (("dcat:dataset", 0, "dcat:distribution", 0, "dcat:accessURL"), None, "add dcat:accessURL"),
        (("dcat:dataset", 0, "dct:issued"), [{"@value": "a"}, {"@value": "b"}], "give dct:issued once"),
    ],
)
def test_a_broken_rule_is_found_once(catalogue, path, value, sentence):
    broken = copy.deepcopy(catalogue)
    *way, last = path
    node = broken
    for step in way:
        node = node[step]
    node[last] = value
    found = list(violations(broken))
    assert len(found) == 1
    assert sentence in found[0]


@pytest.mark.parametrize(
    ("name", "lost"), [("dcat:keyword", 30), ("dct:spatial", 20), ("dcat:contactPoint", 20)]
)
def test_what_is_left_out_costs_its_points_and_is_advised(catalogue, name, lost):
    dataset = next(d for d in catalogue["dcat:dataset"] if d["dct:identifier"] == "claimant_count")
    (full,) = mqa.scores({"dcat:dataset": [dataset]}, lambda address: True)
    (less,) = mqa.scores({"dcat:dataset": [dataset | {name: None}]}, lambda address: True)
    assert (full.quality.points, less.quality.points) == (405, 405 - lost)
    assert [points for _, points in less.advice] == [lost]


@pytest.mark.skipif(not POINTS.exists(), reason="the reference cases are not here")
def test_the_points_are_those_of_the_european_assessment():
    with POINTS.open() as file:
        points = sorted(int(row["points"]) for row in csv.DictReader(file))
    assert sorted(points for _, points in CHECKS.values()) == points


@pytest.mark.full
def test_the_turtle_file_says_what_the_json_says(client, catalogue):
    graph = rdflib.Graph().parse(data=client.get("/catalogue.ttl").data, format="turtle")
    kind = rdflib.URIRef("http://www.w3.org/ns/dcat#Dataset")
    assert len(set(graph.subjects(rdflib.RDF.type, kind))) == len(catalogue["dcat:dataset"])


def test_sizes_are_about_right(public_site):
    name = "public_electric_vehicle_chargers"
    sheet, said = (
        dataset_sheet(public_site, downloadable_datasets(public_site)[name]),
        dataset_sizes(public_site, name),
    )
    for kind in dataset_formats(public_site, name):
        assert 1 / 3 < said[kind.ending] / len(kind.write(public_site, sheet)) < 3


def test_the_data_package_lists_every_file_with_its_fields(client, catalogue):
    package = client.get("/datapackage.json").json
    assert len(package["resources"]) == len(catalogue["dcat:dataset"])
    claimants = next(item for item in package["resources"] if item["name"] == "claimant-count")
    header = next(csv.reader(client.get("/download/data/claimant_count.csv").text.splitlines()))
    assert [field["name"] for field in claimants["schema"]["fields"]] == header
