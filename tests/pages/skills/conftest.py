"""The built-in snapshot as the office sees it."""

from tests.record.conftest import office_app, site

__all__ = ["office_app", "site"]
