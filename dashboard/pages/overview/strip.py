"""The strip on top of the office's overview: what waits, each as a number that leads to it."""

from datetime import UTC, date, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.audit.refreshed import refreshed
from dashboard.datastore.datasets import datasets
from dashboard.site import Site
from dashboard.statements.attention.statement import Statement


def office_strip(site: Site, address: Address, items: list[Statement]) -> html.Ul | None:
    """Reviews due, targets missed, actions blocked or late, what a refresh set aside, releases of this
    month; None for the public, and while the record cannot be read."""
    if site.settings.audience != "office" or site.record.trouble():
        return None
    today = address.as_of or datetime.now(UTC).date()
    region = address.region
    waiting = site.record.waiting(region.code, today)
    off = sum(item.target == "off" for item in items)
    releases = _releases(site, today)
    refresh = refreshed(site.settings.data, site.withheld, datetime.now(UTC))
    audit = f"{link('/audit', region)}#refresh"
    return html.Ul(
        [
            _item(waiting.reviews, "review due", "reviews due", link("/decisions", region)),
            _item(off, "target off track", "targets off track", link("/targets", region)),
            _item(
                waiting.actions,
                "action blocked or late",
                "actions blocked or late",
                link("/task-force", region),
            ),
            *(
                [
                    _item(
                        len(refresh.aside),
                        "thing set aside by a refresh",
                        "things set aside by a refresh",
                        audit,
                    )
                ]
                if refresh.aside
                else []
            ),
            *(
                [html.Li(dcc.Link("The refresh is late", href=audit, className="strip-some"))]
                if refresh.late
                else []
            ),
            _item(releases, "release due this month", "releases due this month", link("/audit", region)),
        ],
        className="strip",
    )


def _releases(site: Site, today: date) -> int:
    """How many datasets have a release due this month; publishers say a day, or a month."""
    return sum(item.next_release.startswith(f"{today:%Y-%m}") for item in datasets(site.store).values())


def _item(count: int, one: str, many: str, href: str) -> html.Li:
    parts = [html.Span(str(count), className="strip-number"), f" {one if count == 1 else many}"]
    return html.Li(dcc.Link(parts, href=href, className="strip-some" if count else "strip-none"))
