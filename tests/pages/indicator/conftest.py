"""What tests of the indicator page share."""

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.address import address as addresses
from dashboard.pages.indicator import page

GREATER_MANCHESTER, CAMBRIDGESHIRE, TEES_VALLEY = "E47000001", "E47000008", "E47000006"


@pytest.fixture
def opened(site):
    """opened("employment/employment_rate?...") -> (Parts, everything on the page as text)."""

    def opened(target: str, region: str = GREATER_MANCHESTER):
        path, _, search = target.partition("?")
        address = addresses.read(site, (page.PAGE,), f"/indicator/{path}", f"?region={region}&{search}")
        made = page.parts(site, address)
        return made, PlotlyJSONEncoder(ensure_ascii=False).encode(page.layout(site, address))

    return opened
