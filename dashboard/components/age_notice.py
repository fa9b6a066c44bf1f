"""How current an indicator is, with the way to a newer series; and the warning of a dead one."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.age import age
from dashboard.statements.age_words import sentence, warning


def age_notice(site: Site, indicator: Indicator, region: Area) -> html.P | None:
    """The age of `indicator` as a sentence, with links to series of the same measure that reach further."""
    known = age(site, indicator)
    parts: list = [sentence(indicator, known)]
    for item in (site.indicators[name] for name in known.newer):
        newest = item.period_label(age(site, item).newest)
        way = dcc.Link(item.title, href=link(f"/indicator/{item.id}", region))
        parts += [" Newer figures of the same measure, from another source: ", way, f" ({newest})."]
    if not any(parts):
        return None
    stale = known.state in ("late", "paused", "ended") or known.newer
    return html.P(parts, className="age age-stale" if stale else "age note")


def dead_warning(site: Site, indicator: Indicator | None) -> html.P | None:
    """The warning that newer figures of `indicator` are not to be counted on; None where they are."""
    sentence = warning(site, indicator) if indicator else ""
    return html.P(sentence, className="aged-warning") if sentence else None
