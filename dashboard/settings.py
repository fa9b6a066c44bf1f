"""Settings: the environment, read once into one frozen dataclass with every value validated."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalogue.indicators import AUDIENCES

ROOT = Path(__file__).resolve().parent.parent
_CODE = re.compile(r"E47\d{6}")


class InvalidSetting(ValueError):
    """An environment variable that cannot be used; the message names it and what to do."""


@dataclass(frozen=True)
class Settings:
    """What one process needs to know before it opens anything."""

    region: str = "E47000001"
    audience: str = "office"
    host: str = "127.0.0.1"
    port: int = 8050
    data: Path = ROOT / "data"
    queries: Path = ROOT / "queries"
    workers: int = 2
    database_url: str = ""
    user_header: str = ""

    @property
    def record(self) -> Path:
        """The file of the mayor’s working record where DATABASE_URL names no database."""
        return self.data / "record.sqlite"

    @property
    def datastore(self) -> Path:
        """The one file this process serves from."""
        return self.data / self.audience / "datastore.duckdb"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Settings from REGION, AUDIENCE, HOST, PORT, DATA_DIR, QUERIES_DIR, WORKERS,
        DATABASE_URL (of the record; SQLite when empty) and USER_HEADER (the header in which a signing-in
        proxy names who is there).

        Raises InvalidSetting with one sentence for the first value that cannot be used.
        """
        region = environ.get("REGION", cls.region)
        if not _CODE.fullmatch(region):
            raise InvalidSetting(
                f"REGION={region!r}: give the ONS code of a combined authority, such as E47000001"
            )
        audience = environ.get("AUDIENCE", cls.audience)
        if audience not in AUDIENCES:
            raise InvalidSetting(f"AUDIENCE={audience!r}: set it to one of: {', '.join(AUDIENCES)}")
        return cls(
            region=region,
            audience=audience,
            host=environ.get("HOST", cls.host),
            port=_whole(environ, "PORT", cls.port, 1, 65535),
            data=Path(environ.get("DATA_DIR", cls.data)).resolve(),
            queries=Path(environ.get("QUERIES_DIR", cls.queries)).resolve(),
            workers=_whole(environ, "WORKERS", cls.workers, 1, 64),
            database_url=environ.get("DATABASE_URL", cls.database_url),
            user_header=environ.get("USER_HEADER", cls.user_header),
        )


def _whole(environ: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = environ.get(name, str(default))
    if not text.isdecimal() or not low <= int(text) <= high:
        raise InvalidSetting(f"{name}={text!r}: give a whole number from {low} to {high}")
    return int(text)
