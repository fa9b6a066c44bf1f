"""Sending: every alert of the record, each what it was not told yet."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from dashboard.alerts.channels import NotSent, send_mail, send_webhook
from dashboard.alerts.delivery_state import DeliveryState, initial_state, read, write
from dashboard.alerts.message import Message, first_day, message
from dashboard.record.kinds import Alert
from dashboard.record.office import OfficeRecord
from dashboard.record.store import Record
from dashboard.record.versions import RecordEntry
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import Site, open_site

_log = logging.getLogger("dashboard")


def send_all(settings: Settings, say: Callable[[str], None] = print) -> int:
    """Send every alert what it was not told yet; how many could not be sent. What fails is sent next time.

    Raises InvalidSetting in a view of figures before their release: they are sent to nobody.
    """
    if settings.prerelease is not None or settings.audience != "office":
        raise InvalidSetting("AUDIENCE: alerts are sent from the office’s view of published figures alone")
    record = Record.open(settings)
    site = open_site(settings)
    try:
        site = replace(site, record=OfficeRecord(record))
        return _send(site, record.current("alert"), say)
    finally:
        site.store.close()
        record.engine.dispose()


def _send(site: Site, entries: list[RecordEntry], say: Callable[[str], None]) -> int:
    path, today = site.settings.data / "alerts.json", datetime.now(UTC).date()
    told, failed, sent = read(path), 0, 0
    for entry in entries:
        try:
            before = told.get(entry.id) or initial_state(entry.at.date())
            since, region = first_day(date.fromisoformat(before.day)), site.geography.recorded(entry.region)
            found = message(site, region, entry.item, since, today, before.keys)
            if found:
                deliver(site.settings, entry.item, found)
                sent += 1
        except NotSent as error:
            failed += 1
            say(f"alert {entry.id} not sent: {error}")
            continue
        except Exception as error:  # a fault in one of them keeps nobody else from being told
            failed += 1
            _log.exception("alert %s could not be made", entry.id)
            say(f"alert {entry.id} not sent: it could not be made ({type(error).__name__}); see the log")
            continue
        told[entry.id] = DeliveryState(today.isoformat(), _keys(before, found, today))
        write(path, told)  # at once: what was sent is not sent again, whatever comes next
    say(f"alerts: {sent} sent, {failed} not sent")
    return failed


def _keys(before: DeliveryState, found: Message | None, today: date) -> tuple[str, ...]:
    """What was told of today and yesterday: what is older is not asked for again."""
    new = tuple(item.key for item in found.items) if found else ()
    recent = first_day(today).isoformat() <= before.day
    return (*before.keys, *new) if recent else new


def deliver(settings: Settings, alert: Alert, found: Message) -> None:
    """Send a message by the channel that its person chose. Raises NotSent."""
    base = settings.provider.address if settings.provider else f"http://{settings.bind}{settings.base}"
    if alert.channel == "email":
        if settings.mail is None:
            raise NotSent("no mail server is set; set SMTP_HOST")
        send_mail(settings.mail, alert.to, found, base)
        return
    if not settings.alert_secret:
        raise NotSent("webhooks are signed; set ALERT_SECRET")
    send_webhook(settings.alert_secret, alert.to, found, base)
