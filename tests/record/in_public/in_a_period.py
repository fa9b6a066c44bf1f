"""A pre-election period of a region: written into its file, what waits in it, and what was approved."""

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from dashboard.record import approved
from dashboard.record.kinds import Approval
from dashboard.record.versions import Author
from tests.record.factories import REGION

OTHER = "E47000002"


def today():
    """As the product has it; never kept, since a run of all tests may cross midnight."""
    return datetime.now(UTC).date()


def period(data, first=None, last=None, regions=(REGION,)):
    """A period of `regions` is written into the file; without days that of today and tomorrow."""
    first, last = first or today(), last or today() + timedelta(days=1)
    (data / "pre-election.toml").write_text(
        f'[[period]]\nfirst = {first}\nlast = {last}\nelection = "Local"\nregions = {json.dumps(regions)}\n'
    )


def approve(record, thing, by, region=REGION):
    """`by` is an Author, or the name of somebody who is signed in."""
    author = Author(by, by.lower()) if isinstance(by, str) else by
    record.add("approval", region, Approval(thing, "fine"), author)


def waits(record, data):
    """What waits in REGION today, as a site of the office asks it; the briefs lie beside the data."""
    (data / "briefs").mkdir(exist_ok=True)
    (data / "briefs" / "summary.toml").write_text('audience = "public"\n')
    settings = SimpleNamespace(data=data, briefs=data / "briefs")
    site = SimpleNamespace(settings=settings, record=record)
    return approved.waiting(site, SimpleNamespace(code=REGION))
