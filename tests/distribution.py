"""How tests are dealt to several processes: in groups that share what is slow to make, longest first.

xdist's own groups do nothing with this pytest: they are written into ids that it no longer reads.
"""

from xdist.scheduler import LoadScopeScheduling

# Beginnings of test ids -> what they share. The first that fits counts; all others are a group a file.
SHARED = {
    "tests/browser/": "in a browser",  # which is waited for: one chain, beside two processes that reckon
    "tests/security/test_hostile.py": "hostile requests",
    "tests/web/rendering/": "rendered documents",
    **dict.fromkeys(
        (
            "tests/web/api/",
            "tests/audit/",
            "tests/exports/",
            "tests/pages/commuting/",
            "tests/pages/neighbourhoods/",
            "tests/pages/priority/",
            "tests/security/",
        ),
        "public view",
    ),
    "tests/pages/data/test_page.py": "public view",
    "tests/repository/test_links.py": "public view",
    "tests/oracle/": "second implementation",  # whose figures each of its files needs
    "tests/packs/": "packs",
    "tests/record/": "office with its record",
    "tests/pages/skills/": "office with its record",
}
# The groups that take longest, begun first: who began one last would work on while the others idle.
# Kills and damage need no built-in snapshot: there is something to do while the first process builds it.
LONGEST = (
    "in a browser",
    "public view",
    "tests/ingest/test_kill.py",
    "tests/ingest/test_damage.py",
    "office with its record",
    "packs",
    "second implementation",
    "tests/test_every_region.py",
    "tests/web/test_slips.py",
    "rendered documents",
    "tests/pages/test_as_of.py",
    "tests/web/test_new_file.py",
    "tests/repository/test_adding_a_region.py",
    "tests/web/test_four_values.py",
    "tests/repository/test_commands.py",
    "tests/charts/test_every_chart.py",
    "tests/pages/test_reading_age.py",
    "tests/test_rendered_figures.py",
    "hostile requests",
    "tests/statements/absence/test_every_absence.py",
    "tests/trials/test_false_alarms.py",
    "tests/web/test_mended_query.py",
)


def group(test: str) -> str:
    """What the test with that id shares with others."""
    return next((shared for start, shared in SHARED.items() if test.startswith(start)), test.split("::")[0])


def turn(test: str) -> int:
    """When the group of that test is dealt."""
    name = group(test)
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


class GroupScheduling(LoadScopeScheduling):
    """Deals whole groups to the processes, in the order in which they were collected (see conftest.py)."""

    def __init__(self, config, log):
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)
