"""What the addresses of the working record's pages may say."""

from collections.abc import Sequence

from dashboard.address.parameters import PageParameter, one_of, text
from dashboard.address.query_params import BadAddress
from dashboard.datastore.areas import Area
from dashboard.record.access import RecordUnavailable
from dashboard.record.office import office_record
from dashboard.record.versions import EntryNotFound, RecordEntry
from dashboard.site import Site


def any_of(kinds: Sequence[str], new: bool = False) -> PageParameter:
    """A parameter that is the id of something of `kinds`, as its newest entry; None without (or "new")."""

    def read(site: Site, region: Area, given: str | None) -> RecordEntry | None:
        if given is None or (new and given == "new"):
            return None
        try:
            found = office_record(site).shown_record.get(given)
        except EntryNotFound:
            found = None
        except RecordUnavailable as error:
            raise BadAddress(503, str(error)) from error
        if found is None or found.kind not in kinds:
            raise BadAddress(404, f"There is no {' or '.join(kinds)} with the id “{given[:60]}”.")
        return found

    return read


SAVED = text(60)


def of_one(kind: str, **more: PageParameter) -> dict[str, PageParameter]:
    """The parameters of a page of one thing of `kind`, or of a new one."""
    return {kind: any_of((kind,), new=True), "edit": one_of(("", "yes"), ""), "saved": SAVED, **more}


def of_lists(kinds: Sequence[str], **more: PageParameter) -> dict[str, PageParameter]:
    """The parameters of a page that lists things of `kinds`, with the form of one of them."""
    return {"form": one_of(("", *kinds), ""), "edit": any_of(tuple(kinds)), "saved": SAVED, **more}
