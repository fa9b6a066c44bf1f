"""The PostgreSQL of the record's tests serves these too."""

from tests.record.conftest import postgres

__all__ = ["postgres"]
