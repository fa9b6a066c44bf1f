"""The line for whoever is new: what the product is, on every page, with the way to hide it."""

import pytest
from flask import Flask

from dashboard.address import address as addresses
from dashboard.components.frame.shell import frame
from dashboard.pages import pages_for
from tests.pages.testshire import words

pytestmark = pytest.mark.core


@pytest.mark.parametrize("path", ["/", "/theme/housing"])
def test_a_page_opened_first_says_what_this_is(public_site, path):
    address = addresses.read(public_site, pages_for("public"), path, "?region=E47000001")
    with Flask("welcome").test_request_context("/"):
        told = words(frame(public_site, address, []))
    said = "New here? See how your city region is doing, in official figures."
    assert said in " ".join(told.split())
    assert "How to read it Hide" in told
