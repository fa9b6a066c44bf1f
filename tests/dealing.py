"""Which tests run in the same process: those of a file, and files that share what is slow to make.

xdist's own groups do nothing with this pytest: they are written into ids that it no longer reads.
"""

from xdist.scheduler import LoadScopeScheduling

# Beginnings of test ids -> what they share. The first that fits counts.
SHARED = {
    "tests/browser/test_accessibility.py::test_a_page_of_the_public": "public view in a browser",
    "tests/browser/test_public_view.py": "public view in a browser",
    "tests/browser/test_accessibility.py": "record in a browser",
    "tests/browser/test_record.py": "record in a browser",
    **dict.fromkeys(
        ("tests/api/", "tests/audit/", "tests/exports/", "tests/neighbourhoods/", "tests/security/"),
        "public view",
    ),
    "tests/pages/test_data.py": "public view",
    "tests/record/": "office with its record",
    "tests/skills/": "office with its record",
}
WHOLE = (  # files of the longer tests that share what is slow to make
    "tests/ingest/test_comparison.py",
    "tests/ingest/test_real_files.py",
    "tests/packs/test_files.py",
    "tests/record/test_evidence_stands.py",
    "tests/security/test_embargo.py",
    "tests/security/test_roles.py",
    "tests/test_build.py",
)


def group(test: str, sweeps: bool) -> str:
    """What the test with that id shares; sweeps are dealt out one by one."""
    file = test.split("::")[0]
    if sweeps:
        return file if file in WHOLE else test
    return next((shared for start, shared in SHARED.items() if test.startswith(start)), file)


class Dealing(LoadScopeScheduling):
    """Deals whole groups to the processes."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid, sweeps=self.config.option.markexpr.startswith("full"))
