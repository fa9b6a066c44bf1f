"""The page that a question is about: its name, and the way to it for the region of whoever asked."""

from dash import dcc

from dashboard.address.address import link
from dashboard.datastore.areas import Area
from dashboard.site import Site


def about_link(site: Site, region: Area, about: str) -> dcc.Link:
    """The way to the page at `about` ("/indicator/employment/employment_rate"), by its name."""
    path = path_of(about)
    return dcc.Link(_name(site, path), href=link(path, region))


def path_of(about: str) -> str:
    """The path of an address of ours; the overview's for any other."""
    return about.partition("?")[0] if about.startswith("/") and not about.startswith("//") else "/"


def _name(site: Site, path: str) -> str:
    """What a page is called: its indicator, theme or place, else its path."""
    _, kind, name, *rest = f"{path}//".split("/", 3)
    name = "/".join([name, *rest]).strip("/")
    if kind == "indicator" and name in site.indicators:
        return site.indicators[name].title
    if kind == "theme" and name in site.themes:
        return site.themes[name]
    if kind == "place" and name in site.geography.areas:
        return site.geography[name].name
    return "the overview" if path == "/" else path
