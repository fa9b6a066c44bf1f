"""The built-in snapshot as it is served."""

from tests.served import client, keeper, public_site, served, wsgi

__all__ = ["client", "keeper", "public_site", "served", "wsgi"]
