"""An indicator of the office's that is planted, and how it is looked for in what is answered."""

import io
import re
import zipfile
import zlib

from dashboard.exports.offers import indicator_formats
from tests.security.hostile import CALLBACK

PLANTED = """/*
title = "Secretplan"
question = "What is planned in secret?"
unit = "secretunits"
period = "calendar year"
better = "higher"
audience = "office"
decimals = 0
owner = "Secretteam"
reviewed = 2026-10-01
method = "Secretmethod."
caveat = "Secretcaveat."
*/
SELECT area_code, period, value + 918273645 AS value FROM employment_rate
"""
NAMES = [
    "secretplan",
    "secretunits",
    "secretteam",
    "secretmethod",
    "secretcaveat",
    "skills_imperative_detail",
    "skills imperative 2035, in detail",
    "the office (nobody is signed in)",
]
VALUES = re.compile(rb"918[,\s]?273[,\s]?[67]")  # of the planted indicator, however it is written
OFFICE_ADDRESSES = [
    "/targets",
    "/task-force",
    "/packs",
    "/packs/schedule",
    "/alerts",
    "/new-file",
    "/check",
    "/record/decision",
    "/record/export.json",
    "/pack/mayor-monthly.html",
    "/sign-in",
    "/sign-out",
    "/decisions/new",
    "/download/skills/secretplan.csv",
    "/indicator/skills/secretplan",
    "/feeds/indicator/skills/secretplan.atom",
    "/embed/skills/secretplan",
    "/api/v1/indicators/skills/secretplan",
    "/data/skills_imperative_detail",
    "/download/data/skills_imperative_detail.csv",
    "/api/v1/datasets/skills_imperative_detail",
]


def page(client, path, search=""):
    """What the browser is given for a page: the document, and the tree that its callback gives."""
    inputs = [
        {"id": "location", "property": "pathname", "value": path},
        {"id": "location", "property": "search", "value": search},
    ]
    outputs = {"id": "page", "property": "children"}
    body = {"output": "page.children", "outputs": outputs, "inputs": inputs, "changedPropIds": []}
    tree = client.post(CALLBACK, json=body)
    assert tree.status_code == 200, path
    return client.get(path + search).get_data() + tree.get_data()


def answers(client, indicators):
    """Every kind of public answer, by address."""
    known = ["/", "/compare", "/neighbourhoods", "/priority", "/data", "/audit", "/decisions", "/about"]
    known += ["/whats-new", "/privacy", "/accessibility", "/place/E08000003", "/data/skills_imperative"]
    known += [f"/theme/{theme}" for theme in dict.fromkeys(key.split("/")[0] for key in indicators)]
    known += [f"/indicator/{key}" for key in indicators]
    yield from ((path, page(client, path)) for path in known)
    files = [
        "/catalogue.jsonld",
        "/datapackage.json",
        "/audit.json",
        "/health",
        "/robots.txt",
        "/_dash-layout",
    ]
    files += ["/_dash-dependencies", "/api/v1/indicators?limit=1000", "/api/v1/datasets?limit=1000"]
    files += ["/api/v1/openapi.json", "/maps/E47000001/district.json"]
    files += ["/catalogue.ttl", "/feeds/region.atom", "/feeds/decisions.atom", "/calendar/releases.ics"]
    files += ["/feeds/theme/skills.atom", "/feeds/place/E08000003.atom", "/calendar/reviews.ics"]
    files += ["/api/v1/changes?since=2001-01-01&limit=1000"]
    for key in indicators:
        files += [f"/download/{key}.{item.ending}" for item in indicator_formats()]
        files += [
            f"/feeds/indicator/{key}.atom",
            f"/embed/{key}",
            f"/api/v1/indicators/{key}/observations?limit=1000",
        ]
    for path in files:
        answer = client.get(path)
        # A neighbourhood's index is no series: it has no chart to embed.
        assert answer.status_code == 200 or (path.startswith("/embed/") and answer.status_code == 404), path
        yield path, answer.get_data()


def laid_open(body: bytes) -> bytes:
    """A file's bytes and all that is packed inside: the parts of a spreadsheet, the streams of a PDF."""
    inside = [body]
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            inside += [parts.read(name) for name in parts.namelist()]
    if body[:4] == b"%PDF":
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", body, re.DOTALL):
            try:
                inside.append(zlib.decompress(stream))
            except zlib.error:
                continue
    return b"\n".join(inside)


def of_the_office(body: bytes) -> list[str]:
    """What of the office's is in `body`: names, values, links."""
    bare = laid_open(body)
    text = bare.decode("utf-8", "replace").lower()
    found = [name for name in NAMES if name in text] + VALUES.findall(bare)
    links = ["/record", *OFFICE_ADDRESSES[:5]]
    return [*map(str, found), *(link for link in links if f'"href":"{link}' in text)]
