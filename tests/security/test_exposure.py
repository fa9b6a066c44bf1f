"""An address that others can reach is not served without what protects the audience."""

import pytest

from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

OIDC = {
    "OIDC_ISSUER": "https://login.example",
    "OIDC_CLIENT_ID": "dashboard",
    "OIDC_CLIENT_SECRET": "x",
    "PUBLIC_ADDRESS": "https://office.example",
    "SESSION_SECRET": "kR3vQ8zL1pX7mN5tB9wY2cF6hJ4dS0aG",
}
REFUSED = {
    "the office without sign-in": (
        {},
        "others can reach the office view there; set up sign-in with OIDC_ISSUER",
    ),
    "debug": ({**OIDC, "FLASK_DEBUG": "1"}, "others can reach it; unset FLASK_DEBUG"),
    "dash's debug": ({**OIDC, "DASH_DEBUG": "true"}, "unset DASH_DEBUG"),
    "the public with debug": ({"AUDIENCE": "public", "FLASK_DEBUG": "1"}, "unset FLASK_DEBUG"),
    "a short secret": ({**OIDC, "SESSION_SECRET": "short"}, "SESSION_SECRET: it is too easy to guess"),
    "a dull secret": ({**OIDC, "SESSION_SECRET": "ab" * 40}, "SESSION_SECRET: it is too easy to guess"),
    "half a provider": (
        {"OIDC_ISSUER": "https://x"},
        "sign-in also needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET",
    ),
    "a provider without TLS": ({**OIDC, "OIDC_ISSUER": "http://login.example"}, "begins with https://"),
    "an address without TLS": ({**OIDC, "PUBLIC_ADDRESS": "http://office.example"}, "begins with https://"),
    "pre-release to nobody": (
        {"AUDIENCE": "public", "PRERELEASE": "list.toml"},
        "only named people may see it",
    ),
}


@pytest.mark.parametrize(("environment", "sentence"), REFUSED.values(), ids=REFUSED)
def test_another_address_is_refused_in_one_sentence(environment, sentence):
    with pytest.raises(InvalidSetting) as refusal:
        Settings.from_environment({"HOST": "0.0.0.0"} | environment)  # noqa: S104
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert "secret" not in str(refusal.value).replace("OIDC_CLIENT_SECRET", "")


def test_a_proxy_in_front_of_loopback_is_no_way_round_it():
    with pytest.raises(InvalidSetting, match="behind TRUSTED_PROXY: others can reach the office view"):
        Settings.from_environment({"TRUSTED_PROXY": "1"})


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"AUDIENCE": "public"},
        {"HOST": "::", **OIDC},
        {"HOST": "::", "AUDIENCE": "public", "CONTACT": "mailto:us@example.gov.uk"},
    ],
)
def test_what_is_protected_or_open_to_this_machine_alone_starts(environment):
    Settings.from_environment(environment)


@pytest.mark.parametrize("where", [{"HOST": "::"}, {"TRUSTED_PROXY": "1"}])
def test_a_public_that_others_can_reach_is_told_that_nobody_can_be_written_to(where):
    public = {**where, "AUDIENCE": "public"}
    assert "set it to an address" in Settings.from_environment(public).without_contact
    contact = {"CONTACT": "mailto:us@example.gov.uk"}
    assert Settings.from_environment({**public, **contact}).without_contact == ""
    assert Settings.from_environment({"AUDIENCE": "public"}).without_contact == ""


def test_no_secret_is_shown_with_the_settings():
    shown = repr(Settings.from_environment(OIDC | {"DATABASE_URL": "postgresql://me:word@db/x"}))
    assert OIDC["SESSION_SECRET"] not in shown
    assert "word" not in shown
