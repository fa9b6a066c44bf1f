"""What an address names for a pack is read alike for its page and its file."""

import pytest

from dashboard.address.pack_parameters import added_indicators, section_kinds
from dashboard.address.query_params import BadAddress
from dashboard.packs.brief import MOST_ADDED, SECTION_KINDS


def test_sections_are_kinds_that_there_are():
    assert section_kinds("map,,brief", SECTION_KINDS) == ("map", "brief")
    assert section_kinds(None, SECTION_KINDS) == section_kinds("", SECTION_KINDS) == ()
    with pytest.raises(BadAddress, match="“charts” is no kind of section; they are: brief, summary") as error:
        section_kinds("map,charts", SECTION_KINDS)
    assert error.value.status == 400
    with pytest.raises(BadAddress, match=f"“{'x' * 30}” is"):
        section_kinds("x" * 80, SECTION_KINDS, quoted_length=30)


def test_indicators_are_those_of_the_site_each_once(site):
    keys = list(site.indicators)
    assert [item.id for item in added_indicators(site, f"{keys[1]},{keys[0]},{keys[1]}", 8)] == [
        keys[1],
        keys[0],
    ]
    assert added_indicators(site, None, 8) == ()
    with pytest.raises(BadAddress, match="no indicator called “a/b” for this pack") as error:
        added_indicators(site, f"{keys[0]},a/b", 8, " for this pack")
    assert error.value.status == 404
    with pytest.raises(BadAddress, match=f"at most {MOST_ADDED} indicators; this address names 9") as error:
        added_indicators(site, ",".join(keys[:9]), MOST_ADDED)
    assert error.value.status == 400
