"""`python -m dashboard mcp`: the tools over stdio, for an assistant on this machine."""

import argparse
import os
import sys

from dashboard.catalogue.indicators import InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import SiteKeeper
from dashboard.web.assistants.over_http import MISSING


def main(arguments: list[str]) -> int:
    """Answer until the input ends. Gives 0; 2, with a sentence, if it cannot run."""
    parser = argparse.ArgumentParser(prog="python -m dashboard mcp", description=__doc__)
    parser.epilog = "AUDIENCE and REGION say whose figures; PUBLIC_ADDRESS is what links begin with."
    parser.parse_args(arguments)
    try:
        import anyio
        from mcp.server.stdio import stdio_server

        from dashboard.web.assistants.server import server_of
    except ModuleNotFoundError:
        print(MISSING, file=sys.stderr)
        return 2
    try:
        settings = Settings.from_environment()
        ensure_datastore(settings)
        keeper = SiteKeeper(settings)
    except (InvalidSetting, InvalidIndicator, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    tools = server_of(keeper.current, os.environ.get("PUBLIC_ADDRESS", "").rstrip("/"))

    async def answer() -> None:
        async with stdio_server() as (asked, answered):
            await tools.run(asked, answered, tools.create_initialization_options())

    anyio.run(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
