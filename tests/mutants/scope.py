"""What is broken: every place of what decides who sees what, and a sample of what decides what is said."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.settings import ROOT

SAMPLE = {"methods": 450, "statements": 450}  # mutants taken of each
# All of it, as by chance: what a run has tried until it is stopped is then a sample of the whole.
BY_CHANCE = ("disclosure",)


@dataclass(frozen=True)
class Part:
    """Modules (below dashboard/) that are broken together, and the tests (below tests/) that may notice."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


WHO_SEES_WHAT = {
    "admission to packs": Part(("packs/admission.py",), ("packs/test_admission.py",)),
    "markup": Part(
        ("components/markup.py", "components/plain_form.py"),
        ("components/test_markup.py", "components/test_plain_form.py", "components/test_mantine.py"),
    ),
    "roles and ended sessions": Part(
        ("signin/person.py", "signin/ended.py", "record/rights.py"),
        ("security/sign_in/test_person.py", "security/sign_in/test_ended.py"),
    ),
    "record: what is public": Part(
        (
            "record/publish.py",
            "record/approved.py",
            "record/answered_questions.py",
            "catalogue/pre_election.py",
        ),
        ("record/in_public", "record/test_pre_election.py", "catalogue/test_pre_election.py"),
    ),
    "record: imports": Part(
        ("record/import_rules.py", "record/transfer.py", "record/typed.py"),
        (
            "record/test_transfer.py",
            "record/test_import_rules.py",
            "record/test_older_versions.py",
            "record/test_survival.py",
            "record/test_typed.py",
        ),
    ),
    "record: transactions": Part(
        ("record/store.py", "record/versions.py"), ("record/test_store.py", "record/test_versions.py")
    ),
    "callbacks and hosts": Part(
        ("web/callback_body.py", "runtime/public_web.py", "web/same_origin.py"),
        ("web/test_callback_body.py", "security/test_public_web.py", "web/test_what_is_sent.py"),
    ),
    "disclosure": Part(
        ("methods/disclosure", "ingest/disclosure"), ("methods/disclosure", "ingest/disclosure")
    ),
    "limits of a client": Part(
        ("web/rate_limit.py", "web/servers/concurrency_limit.py", "web/servers/slow_clients.py"),
        (
            "security/test_rate_limit_charges.py",
            "security/test_rate_limit_prices.py",
            "web/servers/test_concurrency_limit.py",
            "web/servers/test_patience.py",
            "web/servers/test_slow_clients.py",
            "web/servers/test_timeout_worker.py",
            "web/servers/test_turns.py",
            "web/test_rate_limit.py",
        ),
    ),
    "embargo": Part(("web/embargo.py", "settings/prerelease.py"), ("security/test_list.py",)),
    "sign-in": Part(
        (
            "signin/gate.py",
            "signin/proxied.py",
            "signin/provider.py",
            "signin/security_log.py",
            "web/sign_in.py",
        ),
        (
            "security/sign_in/test_gate.py",
            "security/sign_in/test_provider.py",
            "security/sign_in/test_provider_forgets.py",
            "security/sign_in/test_sign_in_routes.py",
            "security/test_security_log.py",
        ),
    ),
    "headers": Part(("web/security_headers.py",), ("security/test_headers.py",)),
}
SAMPLED = {
    "methods": Part(("methods",), ("methods",)),
    # What is said is also held where it is shown: sentences of pages, of the record and of the brief.
    "statements": Part(
        ("statements",),
        (
            "statements",
            "components/test_attention.py",
            "datastore/travel/test_stations.py",
            "packs/test_brief_words.py",
            "pages/commuting",
            "pages/compare",
            "pages/find_my_place",
            "pages/frameworks",
            "pages/neighbourhoods/test_words.py",
            "pages/place",
            "pages/test_as_of.py",
            "record/forms/test_decision_money.py",
            "record/test_evidence_stands.py",
            "record/pages/test_half_a_year_on.py",
            "record/forms/test_promises.py",
            "record/forms/test_questions.py",
            "record/forms/test_targets.py",
        ),
    ),
}
PARTS = WHO_SEES_WHAT | SAMPLED


def modules(part: Part) -> list[Path]:
    """The files of its folders and modules, sorted."""
    found: set[Path] = set()
    for name in part.modules:
        path = ROOT / "dashboard" / name
        found |= set(path.rglob("*.py")) if path.is_dir() else {path}
    return sorted(found)
