"""A host is of the public web where every address of its name is: one inside is enough to refuse it."""

import socket

import pytest

from dashboard.runtime.public_web import is_public


@pytest.fixture
def names(monkeypatch):
    """What each name leads to."""
    found = {
        "out.example": ["93.184.216.34", "2606:2800:220:1::1"],
        "in.example": ["10.0.0.7"],
        "both.example": ["93.184.216.34", "192.168.1.1"],
        "zone.example": ["fe80::1%eth0"],
        "self.example": ["127.0.0.1"],
        "meta.example": ["169.254.169.254"],
    }

    def look_up(host, port):
        if host not in found:
            raise OSError(f"no {host}")
        return [(socket.AF_INET, 1, 6, "", (address, 0)) for address in found[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize(
    ("netloc", "public"),
    [
        ("out.example", True),
        ("out.example:8443", True),
        ("user:word@out.example", True),
        *((f"{name}.example", False) for name in ("in", "both", "zone", "self", "meta")),
    ],
)
def test_only_a_name_all_of_whose_addresses_are_public_is(names, netloc, public):
    assert is_public(netloc) is public


def test_a_name_that_leads_nowhere_is_said_to(names):
    with pytest.raises(OSError, match="nowhere"):
        is_public("nowhere.example")
