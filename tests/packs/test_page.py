"""The pack page composes: indicators are added, a day is chosen, and the address says both."""

import pikepdf
import pytest

from dashboard import address as addresses
from dashboard.address import BadAddress
from dashboard.factory import create_app
from dashboard.pages import packs
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from tests.pages.testshire import words

ADDED = "housing/median_price,employment/employment_rate"


@pytest.fixture
def opened(site):
    """opened("?brief=...") -> the address and the pack's outline."""

    def opened(search):
        address = addresses.read(site, [packs], "/packs", search)
        return address, packs.parts(site.at(address.as_of), address).children["pack"]

    return opened


def links(component):
    """The addresses of the buttons."""
    if getattr(component, "href", None):
        yield component.href
    children = getattr(component, "children", None)
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child, "to_plotly_json"):
            yield from links(child)


def test_indicators_and_a_day_are_in_the_outline_and_in_every_button(opened):
    _, outline = opened(f"?brief=digital-inclusion&indicators={ADDED}&as_of=2025-07-01")
    assert "Chosen indicators: a wide chart each" in words(outline)
    assert "A pack made from here holds the figures known on 1 July 2025" in words(outline)
    for href in links(outline):
        assert f"indicators={ADDED.replace('/', '%2F')}" in href
        assert "as_of=2025-07-01" in href


def test_today_needs_no_day(opened):
    _, outline = opened("?brief=digital-inclusion")
    assert all("as_of" not in href and "indicators" not in href for href in links(outline))


@pytest.mark.parametrize(("search", "status"), [("indicators=no/thing", 404), ("indicators=" + ",".join(
    f"housing/{name}" for name in ("median_price", "average_price", "first_time_buyers", "long_term_vacant",
    "overcrowding", "private_renting", "social_renting", "net_additions_rate", "affordability_ratio")), 400)]
)  # fmt: skip
def test_what_cannot_be_added_is_refused(opened, search, status):
    with pytest.raises(BadAddress) as refusal:
        opened(f"?{search}")
    assert refusal.value.status == status


def test_a_pack_holds_the_indicators_that_its_address_adds(built_in, tmp_path):
    client = create_app(SiteKeeper(Settings(data=built_in))).server.test_client()
    ask = lambda search: client.get(f"/pack/digital-inclusion.pdf?sections=summary&{search}")  # noqa: E731
    file = tmp_path / "pack.pdf"
    file.write_bytes(ask(f"indicators={ADDED}").data)
    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        assert [item.title.split("\n")[0][:17] for item in outline.root][1].startswith("Chosen indicators")
    assert ask("indicators=no/thing").status_code == 404
