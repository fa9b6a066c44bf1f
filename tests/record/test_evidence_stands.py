"""Evidence outlives a refresh: its figures stay as they were, and what was revised since is told."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from dashboard.address import address as addresses
from dashboard.address.page import Page
from dashboard.pages import pages_for
from dashboard.record.kinds import Evidence
from dashboard.record.publish import _view
from dashboard.record.typed import item_of
from dashboard.site import open_site
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.evidence_words import SAME_EDITION, moved_since
from tests.record.forms.test_decisions import FILLED, REGION, VIEW
from tests.record.reading import text_of

pytestmark = pytest.mark.full

MANCHESTER = "E08000003"  # one of the places in VIEW


@pytest.fixture(scope="module")
def revised(office_app, tmp_path_factory):
    """The office's site over another edition: every employment rate of Manchester is two points lower."""
    site = office_app[1].current()
    path = tmp_path_factory.mktemp("edition") / "datastore.duckdb"
    shutil.copyfile(site.settings.datastore, path)
    with duckdb.connect(str(path)) as store:
        store.execute("UPDATE employment_rate SET value = value - 2 WHERE area_code = ?", [MANCHESTER])
        store.execute("DELETE FROM definitions")  # as if no rows had been written at build: its SELECT runs
        store.execute("UPDATE snapshot SET snapshot = 'another'")
    return replace(open_site(site.settings, path), record=site.record)


@pytest.fixture
def decision(post):
    """A decision with the employment rate as evidence: its id."""
    return post("decision", FILLED | {"title": "Stands"}, view=VIEW)[1]["id"]


@pytest.fixture
def published(post):
    """One that is published, with a page of many indicators as evidence too; withdrawn after the test."""
    _, answer = post("decision", FILLED | {"title": "Stands", "published": True}, view=VIEW)
    _, added = post("evidence", {"decision": answer["id"]}, view="/compare")
    yield answer["id"]
    assert post(f"decision/{answer['id']}/withdraw", version=added["version"])[0] == 200


def words(site, path, audience="office"):
    address = addresses.read(site, pages_for(audience), path, f"?region={REGION}")
    return text_of(address.page.layout(site, address))


def was_and_is(site, revised):
    """Manchester's newest employment rate in each edition, as a reader sees it."""
    indicator = site.indicators["employment/employment_rate"]
    found = [each.observations(indicator).latest(MANCHESTER) for each in (site, revised)]
    assert found[0].value == pytest.approx(found[1].value + 2)
    return [indicator.format(item.value) for item in found]


def test_the_edition_that_is_served_has_every_figure(decision, site):
    assert words(site, f"/decision/{decision}").count(SAME_EDITION) == 1


def test_a_revision_is_told_and_the_figure_of_the_day_is_kept(decision, site, revised):
    was, now = was_and_is(site, revised)
    text = words(revised, f"/decision/{decision}")
    kept = site.record.shown_record.get(decision).item.evidence[0].figures
    assert f"1 of the {len(kept)} kept with this view. Manchester" in text
    assert f"{was} then, {now} now" in text
    table = text.split(f"The {len(kept)} figures as they stood")[1].split("as they stood")[0]
    assert re.search(rf"Manchester\s+\S+\s+{re.escape(was)}", table)
    assert not re.search(rf"Manchester\s+\S+\s+{re.escape(now)}", table)


@pytest.mark.parametrize(
    ("view", "holds"),
    [
        ("/", ["Employment rate", "Population"]),
        ("/theme/employment?map=employment_rate", ["Bolton", "Active businesses"]),
        (f"/place/{MANCHESTER}", ["Manchester", "Employment rate", "England"]),
        (f"/compare?places={MANCHESTER},E08000009", ["Trafford", "Employment rate"]),
    ],
)
def test_a_page_of_many_indicators_keeps_the_figures_that_it_shows(
    decision, post, site, revised, view, holds
):
    post("evidence", {"decision": decision}, view=view)
    kept = site.record.shown_record.get(decision).item.evidence[-1]
    assert all(figure.indicator in site.indicators for figure in kept.figures)
    text = words(revised, f"/decision/{decision}")
    assert f"The {len(kept.figures)} figures as they stood" in text
    assert all(name in text for name in holds)
    if view != "/":  # the overview has no figure of Manchester
        was, now = was_and_is(site, revised)
        assert f"Employment rate, Manchester in 2023: {was} then, {now} now" in text


def test_the_overview_and_a_theme_keep_what_needs_attention_most(decision, post, site):
    for view in ("/", "/theme/employment"):
        post("evidence", {"decision": decision}, view=view)
    *_, overview, theme = site.record.shown_record.get(decision).item.evidence
    said = attention_list(site, site.geography["E47000001"])
    assert overview.words.startswith(said[0].text)
    first = next(item for item in said if item.indicator.startswith("employment/"))
    assert theme.words.startswith(first.text)
    assert "House price to earnings ratio" not in theme.words


def test_a_comparison_is_called_after_its_places(decision, post, site):
    post("evidence", {"decision": decision}, view=f"/compare?places={MANCHESTER},E08000009")
    assert (
        site.record.shown_record.get(decision).item.evidence[-1].title
        == "Compare places: Manchester, Trafford"
    )


def test_a_page_of_other_things_says_that_only_its_address_is_kept(decision, post, site, revised):
    post("evidence", {"decision": decision}, view="/events")
    assert words(site, f"/decision/{decision}").count("Only the address of this view is kept") == 1
    assert words(revised, f"/decision/{decision}").count("no figures were kept with this view") == 1


def test_the_pages_of_figures_say_which_they_show():
    said = {page.path for page in pages_for("office") if page.figures is not Page.figures}
    assert said == {
        "/",
        "/theme/<theme>",
        "/place/<place>",
        "/compare",
        "/ward/<ward>",
        "/indicator/<theme>/<name>",
        "/framework/<framework>",
    }


def test_figures_of_the_offices_indicators_are_not_published_with_a_page_of_many():
    held = {"area_code": REGION, "period": "2023-01-01", "value": 1.0}
    figures = [held | {"indicator": "skills/open"}, held | {"indicator": "skills/office"}]
    view = {"title": "Skills", "public": True, "indicator": "", "snapshot": "o", "public_snapshot": "p"}
    assert _view(view | {"figures": figures}, {"skills/open"}) == {
        "title": "Skills", "indicator": "", "snapshot": "p", "figures": figures[:1],
    }  # fmt: skip


@pytest.fixture
def same_edition(public_site, site):
    """same_edition(): how often the office's list, at the public's figures, says that nothing has changed."""
    office = replace(public_site, settings=replace(public_site.settings, data=site.settings.data))
    return lambda: words(office, "/decisions", "public").count(SAME_EDITION)


@pytest.fixture
def said_before(same_edition):
    """The same of what others have published: asked for ahead of `published`."""
    return same_edition()


def test_the_public_view_of_the_same_day_knows_its_own_edition(
    said_before, published, same_edition, public_site, site
):
    assert public_site.store.snapshot != site.store.snapshot
    assert same_edition() == said_before + 2


def test_the_public_view_tells_the_same(published, site, revised):
    was, now = was_and_is(site, revised)
    told = json.loads((site.settings.data / "public" / "decisions.json").read_text())["decisions"]
    assert published in [item["id"] for item in told]
    assert f"{was} then, {now} now" in words(revised, "/decisions", "public")


def test_a_figure_that_is_withdrawn_is_told_too(decision, site, revised, tmp_path):
    path = tmp_path / "datastore.duckdb"
    shutil.copyfile(revised.store.path, path)
    with duckdb.connect(str(path)) as store:
        store.execute("DELETE FROM employment_rate WHERE area_code = ?", [MANCHESTER])
    gone = replace(open_site(site.settings, path), record=site.record)
    assert f"{was_and_is(site, revised)[0]} then, no longer published" in words(gone, f"/decision/{decision}")


def test_evidence_of_another_edition_is_kept_beside_that_of_the_same_day(decision, site, revised):
    from dashboard.record.evidence import attach, freeze

    frozen = freeze(revised, pages_for("office"), VIEW)
    attach(site.record.shown_record, decision, frozen, "editor")
    kept = site.record.shown_record.get(decision).item.evidence
    assert kept[0].address == kept[1].address
    assert kept[0].figures != kept[1].figures


def test_evidence_of_earlier_versions_is_read_and_has_no_figures():
    body = {"address": "/compare", "title": "Compare", "day": "2026-11-23", "snapshot": "s"}
    assert item_of(Evidence, body).figures == ()


def test_a_pack_says_whether_figures_that_a_decision_rested_on_were_revised(site, revised, decision):
    (about,) = [item for item in revised.record.decisions(date.max) if item.id == decision]
    assert re.fullmatch(r"\d+ of the \d+ figures it rested on ha(s|ve) been revised since\.",
                        moved_since(revised, about.kept))  # fmt: skip
    assert moved_since(site, about.kept) == "The figures it rested on are the same today."
