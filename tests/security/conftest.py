"""A public and an office view over data in which every office value and name can be recognised."""

from tests.served import client, keeper, public_site, served, wsgi  # noqa: F401
