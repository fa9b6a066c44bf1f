"""A pack's section of an accountability framework: what is measured, what that says, what is missing."""

from dashboard.catalogue.frameworks import Framework
from dashboard.packs.brief import SectionRequest
from dashboard.packs.choices import sources
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import Section
from dashboard.statements.frameworks import STATES, Standing, counted, frameworks, standings


def framework_sections(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """A section a framework: the one that the request names, else all that the pack's audience may have."""
    found, _ = frameworks(evidence.site)
    wanted = [
        item
        for item in found
        if request.framework in ("", item.name)
        and item.of(evidence.place.code)
        and (item.audience == "public" or evidence.audience == "office")
    ]
    return [_section(evidence, item) for item in wanted]


def _section(evidence: PackEvidence, item: Framework) -> Section:
    found = standings(evidence.site, item, evidence.place)
    measured = list(dict.fromkeys(indicator for each in found for indicator in each.indicators))
    allowed = evidence.chosen([each.id for each in measured])
    ids = {indicator.id for indicator in allowed}
    return Section(
        f"framework-{item.name.replace('_', '-')}",
        "framework",
        item.title,
        counted(found).split(". ")[0].rstrip("."),
        lead=" ".join(_lines(item, found)),
        statements=tuple(statement for statement in evidence.statements if statement.indicator in ids),
        sources=sources(evidence, allowed),
    )


def _lines(item: Framework, found: list[Standing]) -> list[str]:
    """Its targets, what is missing with whom to ask, and what of the framework itself is not held."""
    parts = [f"{each.measure.measure}: {each.target}" for each in found if each.target]
    for state in ("partly", "missing"):
        names = [_measure_words(each) for each in found if each.state == state]
        if names:
            parts.append(f"{STATES[state]}: {'; '.join(names)}.")
    return [*parts, f"{item.incomplete}."] if item.incomplete else parts


def _measure_words(each: Standing) -> str:
    measure = each.measure
    return f"{measure.measure} ({measure.holder})"
