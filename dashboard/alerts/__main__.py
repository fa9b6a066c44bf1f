"""python -m dashboard.alerts: send what has changed to those who asked for it. After a refresh, or daily."""

import sys

from dashboard.alerts.sending import send_all
from dashboard.settings import Settings

if __name__ == "__main__":
    sys.exit(1 if send_all(Settings.from_environment()) else 0)
