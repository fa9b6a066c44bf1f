"""The WSGI application of one worker, as web/serving.py loads it. A start-up error is one sentence."""

import logging
import sys

from dashboard.catalogue.indicators import InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.settings import InvalidSetting, Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
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
