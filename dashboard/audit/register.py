"""What the register says of a dataset, for pages and the audit."""

from dashboard.catalogue.register_view import UNREGISTERED, Registered, read_registered
from dashboard.runtime.slips import without_slips
from dashboard.site import Site


def registered(site: Site, dataset: str) -> Registered:
    """What the dataset's entry says; empty where there is none that can be read: no page waits for it to be
    mended."""
    path = site.settings.data / "sources" / f"{dataset}.toml"
    return without_slips(read_registered, path) or UNREGISTERED
