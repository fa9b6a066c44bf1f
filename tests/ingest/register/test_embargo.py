"""A release is held up to the moment that its publisher names, and not at it."""

from datetime import UTC, datetime, timedelta

from dashboard.ingest.register.entry import Source

RELEASED = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)


def test_a_release_is_free_at_its_very_moment_and_a_second_before_it_is_not():
    source = Source(
        "rates", "OGL", "rates.csv", "long_csv", "yearly", "soon", owner="Us", audience="public",
        disclosure="none", embargo_until=RELEASED,
    )  # fmt: skip
    assert source.under_embargo(RELEASED - timedelta(seconds=1))
    assert not source.under_embargo(RELEASED)
    assert not source.under_embargo(RELEASED + timedelta(days=1))
