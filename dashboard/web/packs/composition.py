"""What a kept composition must be: of sections that its pack has, a possible place, and its own figures."""

from dataclasses import replace

from dashboard.packs.brief import ready_brief
from dashboard.packs.compose import compose
from dashboard.packs.headline import figures_not_in_section
from dashboard.record.fields import Invalid
from dashboard.record.kinds import Composition
from dashboard.site import Site


def check_composition(site: Site, item: Composition) -> None:
    """Raises Invalid with a sentence for each answer that the pack cannot be made of."""
    brief, place = ready_brief(site.settings.briefs, item.brief), site.geography[item.area_code]
    if lacking := brief.lacks(item.sections):
        raise Invalid({"sections": lacking.rstrip(".")})
    if place.level not in brief.levels:
        raise Invalid({"area_code": f"This pack is about a {brief.place}: select one"})
    if not item.headline:
        return
    # The office's figures are the public's and more; only the first section has a headline.
    first = replace(brief, audience="office", sections=brief.sections[:1])
    if wrong := figures_not_in_section(item.headline, compose(site, first, place).sections[0]):
        sentence = f"The headline names {wrong[0]}, which the pack does not: its figures stay as they are"
        raise Invalid({"headline": sentence})
