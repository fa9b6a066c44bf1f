"""Settings: the environment, read once into one frozen dataclass with every value validated."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.catalogue.indicators import AUDIENCES
from dashboard.runtime.mail import LOOPBACK, Mail
from dashboard.settings import environment
from dashboard.settings.environment import OIDC, InvalidSetting, Provider

ROOT = Path(__file__).resolve().parent.parent.parent
PRERELEASE_MARK = "under-embargo"  # the file that marks a folder of figures under embargo
_CODE = re.compile(r"E\d{8}|[a-z][a-z0-9-]{0,59}")


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
    database_url: str = field(default="", repr=False)
    inbox_url: str = field(default="", repr=False)
    provider: Provider | None = None
    session_secret: str = field(default="", repr=False)
    trusted_proxies: int = 0
    contact: str = ""
    prerelease: Path | None = None
    mail: Mail | None = None
    alert_secret: str = field(default="", repr=False)  # what webhooks are signed with
    metrics_token: str = field(default="", repr=False)  # who may ask /metrics; nobody where it is empty
    access_log: str = ""  # "" none, "on" without who asked, "full"
    embed_in: str = "*"  # the sites that may frame what is below /embed/
    public_view: str = ""  # where people reach the public view: what a public pack links to
    base: str = ""  # the path below which this is served ("/dashboard"); empty for the root of its host

    @property
    def bind(self) -> str:
        """Host and port as an address has them; of IPv6 the host stands in brackets."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def record(self) -> Path:
        """The file of the office’s working record where DATABASE_URL names no database."""
        return self.data / "record.sqlite"

    @property
    def inbox(self) -> Path:
        """The file of the public's questions where INBOX_URL names no database; a folder of its own, which
        alone the public process may write in."""
        return self.data / "inbox" / "questions.sqlite"

    @property
    def regions(self) -> Path:
        """The folder of the city regions that are served."""
        return self.data / "regions"

    @property
    def briefs(self) -> Path:
        """The folder of the briefs of packs, and of their schedule."""
        return self.data / "briefs"

    @property
    def datastore(self) -> Path:
        """The one file this process serves from."""
        return self.data / self.audience / "datastore.duckdb"

    @property
    def open_to_others(self) -> bool:
        """Whether anybody but this machine can reach this process, itself or through a proxy."""
        return self.host not in LOOPBACK or bool(self.trusted_proxies)

    @property
    def without_contact(self) -> str:
        """A sentence where the public can reach this and has nobody to write to; "" where all is well."""
        if self.audience != "public" or not self.open_to_others or self.contact:
            return ""
        return "CONTACT: the public can reach this; set it to an address that they can write to"

    @property
    def open_to_this_machine(self) -> bool:
        """Whether this is the office's view without sign-in, for whoever sits at this machine."""
        return self.audience == "office" and self.provider is None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Settings from the environment variables of docs/deploy.md.

        Raises InvalidSetting with one sentence for the first value that cannot be used, and for an address
        that others can reach where what protects it is missing.
        """
        region = environ.get("REGION", cls.region)
        if not _CODE.fullmatch(region):
            raise InvalidSetting(
                f"REGION={region!r}: give the code of a city region, such as E47000001 or cumbria"
            )
        audience = environ.get("AUDIENCE", cls.audience)
        if audience not in AUDIENCES:
            raise InvalidSetting(f"AUDIENCE={audience!r}: set it to one of: {', '.join(AUDIENCES)}")
        queries = environment.path(environ, "QUERIES_DIR")
        if queries and not queries.is_dir():
            given = environ["QUERIES_DIR"]
            raise InvalidSetting(
                f"QUERIES_DIR={given!r}: there is no such folder; name that of the indicators"
            )
        settings = cls(
            region=region,
            audience=audience,
            host=environment.host(environ, cls.host),
            port=environment.whole_number(environ, "PORT", cls.port, 1, 65535),
            data=environment.data_folder(environ, cls.data.resolve()),
            queries=queries or cls.queries.resolve(),
            workers=environment.whole_number(environ, "WORKERS", cls.workers, 1, 64),
            database_url=environ.get("DATABASE_URL", ""),
            inbox_url=environment.inbox_url(environ),
            provider=environment.provider(environ),
            session_secret=environ.get("SESSION_SECRET", ""),
            trusted_proxies=environment.whole_number(environ, "TRUSTED_PROXY", 0, 0, 9),
            contact=environ.get("CONTACT", ""),
            prerelease=environment.path(environ, "PRERELEASE"),
            mail=environment.mail_server(environ),
            alert_secret=environ.get("ALERT_SECRET", ""),
            embed_in=environment.embed_in(environ),
            public_view=environment.public_view(environ),
            base=environment.base_path(environ),
            metrics_token=environment.metrics_token(environ),
            access_log=environment.access_log(environ),
        )
        _check_exposure(settings, environ)
        _check_prerelease(settings)
        return settings


def _check_exposure(settings: Settings, environ: Mapping[str, str]) -> None:
    """Refuse to be reached by others without what protects the audience."""
    if settings.prerelease and not settings.provider:
        raise InvalidSetting(
            "PRERELEASE: only named people may see it; set up sign-in (OIDC_ISSUER and others)"
        )
    if not settings.open_to_others:
        return
    where = f"HOST={settings.host!r}" + (" behind TRUSTED_PROXY" if settings.trusted_proxies else "")
    for name in ("FLASK_DEBUG", "DASH_DEBUG"):
        if environ.get(name, "").lower() not in ("", "0", "false", "no"):
            raise InvalidSetting(f"{where}: others can reach it; unset {name}")
    if settings.open_to_this_machine:
        raise InvalidSetting(
            f"{where}: others can reach the office view there; set up sign-in with {', '.join(OIDC)}, "
            "or set AUDIENCE=public"
        )


def _check_prerelease(settings: Settings) -> None:
    """What is under embargo is in a folder of its own, and only its own process opens that."""
    marked = (settings.data / PRERELEASE_MARK).exists()
    if marked and not settings.prerelease:
        raise InvalidSetting(f"DATA_DIR={settings.data}: it holds figures under embargo; set PRERELEASE")
    if settings.prerelease and not (marked and settings.audience == "office"):
        raise InvalidSetting(
            "PRERELEASE: it needs AUDIENCE=office and the DATA_DIR that `make refresh ARGS=--prerelease` made"
        )
