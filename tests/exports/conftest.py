"""The built-in snapshot as it is served."""

from tests.served import client, keeper, served, site, wsgi

__all__ = ["client", "keeper", "served", "site", "wsgi"]
