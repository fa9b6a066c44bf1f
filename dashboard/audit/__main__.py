"""`python -m dashboard audit [--json]`: audit the data assets of the datastore that is served."""

import argparse
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime

from dashboard.audit.as_data import as_data, lines
from dashboard.audit.refreshed import refreshed
from dashboard.audit.report import audit
from dashboard.catalogue.indicators import AUDIENCES, InvalidIndicator
from dashboard.catalogue.needs import InvalidNeed
from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import open_site


def main(arguments: list[str]) -> int:
    """Print the audit. Gives 0; 1 where an asset's file was refused; 2, with a sentence, if it cannot run."""
    parser = argparse.ArgumentParser(prog="python -m dashboard audit", description=__doc__)
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    parser.add_argument(
        "--audience", choices=AUDIENCES, help="whose datastore; else AUDIENCE, else the office's"
    )
    parser.add_argument("--region", metavar="CODE", help="whose gaps: a city region; else REGION")
    given = parser.parse_args(arguments)
    try:
        settings = Settings.from_environment()
        audience, region = given.audience or settings.audience, given.region or settings.region
        settings = replace(settings, audience=audience, region=region)
        ensure_datastore(settings)
        site = open_site(settings)
        found = audit(site, datetime.now(UTC).date())
    except (InvalidSetting, InvalidIndicator, InvalidNeed, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(as_data(found, site.store.snapshot), ensure_ascii=False, indent=1))
    else:
        refresh = refreshed(settings.data, site.withheld, datetime.now(UTC))
        print("\n".join([*lines(found), f"\n{refresh.sentence}", *(f"  {each}" for each in refresh.aside)]))
    return 1 if found.refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
