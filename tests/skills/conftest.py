"""The built-in snapshot, as the office and as the public see it."""

from tests.record.conftest import office_app, site
from tests.served import keeper, public_site, served

__all__ = ["keeper", "office_app", "public_site", "served", "site"]
