"""The banner that says which day's knowledge a page shows, and how completely that day is known."""

from dash import dcc, html

from dashboard.address import Address, link
from dashboard.datastore.as_of import known
from dashboard.site import Site


def as_of_banner(site: Site, address: Address) -> html.Div | None:
    """Nothing for today's figures; else what the page shows, what is not held, and the way back."""
    if site.as_of is None:
        return None
    kinds = _kinds(site)
    total = len(site.indicators)
    said = f"You see the figures as they were known on {site.as_of.day} {site.as_of:%B %Y}. "
    said += f"{kinds['known']} of {total} indicators are held as published by that day. "
    if kinds["nothing"]:
        said += (
            f"For {kinds['nothing']} the release held here came out later and no earlier one is kept: "
            "they show no figure. "
        )
    if kinds["period"]:
        said += (
            f"For {kinds['period']} the publication date is not recorded: they show the periods that "
            "had ended, with today’s values. "
        )
    back = dcc.Link("Show today’s figures", href=link(address.path, address.region))
    return html.Div(html.P([said, back]), className="notice notice-as-of", role="note")


def _kinds(site: Site) -> dict[str, int]:
    """How many indicators are known for certain, by period only, or not at all, on the day."""
    counts = {"known": 0, "period": 0, "nothing": 0}
    for indicator in site.indicators.values():
        tables = [known(site.store, source.dataset, site.as_of).kind for source in site.sources(indicator)]
        worst = "nothing" if "nothing" in tables else "period" if "period" in tables else "known"
        counts[worst] += 1
    return counts
