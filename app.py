"""The dashboard: `python app.py` serves it, as `python -m dashboard` does.

For another server it is the WSGI application: `gunicorn app:server`, `flask --app app:server run`.
A start-up error is one sentence.
"""
# ruff: noqa: E402 - gunicorn and flask load this module, and how memory is kept is said before DuckDB is loaded

if __name__ == "__main__":
    import sys

    from dashboard.__main__ import main

    sys.exit(main(["run", *sys.argv[1:]]))

import logging
import sys

from dashboard.runtime.allocators import set_allocators

set_allocators()

from dashboard.catalogue.indicators import InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from dashboard.web.heap import start_memory_release
from dashboard.web.logs import log_as_json
from dashboard.web.warm_up import warm

log_as_json()
try:
    settings = Settings.from_environment()
    keeper = SiteKeeper(settings)
    app = create_app(keeper)
except (InvalidSetting, InvalidIndicator, DatastoreError) as error:
    logging.getLogger("dashboard").critical(str(error))
    sys.exit(3)  # gunicorn takes 3 as "do not try again"
server = app.server
warm(keeper, app)
if settings.audience == "office":
    from dashboard.web.writing.publishing import keep_public  # the public process never loads the record

    keep_public(keeper)
start_memory_release(lambda: keeper.current().store.renew())
