"""A PostgreSQL server in a temporary folder, run by a user who is not root, as PostgreSQL demands."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from glob import glob
from pathlib import Path

import psycopg

from tests.browser.site import free_port

_USERS = ("postgres", "nobody")


def programs() -> Path | None:
    """Where initdb and postgres are: `pg_config --bindir`, else Debian's folder; None where they are not."""
    found = []
    if shutil.which("pg_config"):
        asked = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=False)
        found.append(asked.stdout.strip())
    found += sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)
    return next((Path(path) for path in found if path and (Path(path) / "initdb").exists()), None)


def why_not() -> str:
    """Why no server can be started here; "" where one can."""
    if programs() is None:
        return "PostgreSQL is not installed (no initdb in `pg_config --bindir` or /usr/lib/postgresql/*/bin)"
    return "" if os.getuid() or _user() else f"PostgreSQL does not run as root and there is no {_USERS}"


def _user() -> str | None:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in _USERS if name in names), None)


class Postgres:
    """One server; `new_database` gives the address of an empty one in it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="record-postgres-"))
        self.port = free_port()
        self._as = {"user": _user()} if os.getuid() == 0 else {}
        if self._as:
            shutil.chown(self.folder, self._as["user"])
        self._made = 0
        self._emptied: list[str] = []
        # Not written through to the disk: the server is killed here, the machine is not.
        options = ("--no-sync", "--auth=trust", "--username=record", "--encoding=UTF8")
        self._run("initdb", *options, "-D", self._data)

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(programs() / program), *arguments],
            cwd=self.folder, capture_output=True, text=True, check=False, **self._as,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(
            [str(programs() / "postgres"), "-D", self._data, "-p", str(self.port), "-k", str(self.folder),
             "-h", "127.0.0.1", "-c", "fsync=off"],
            cwd=self.folder, stdout=log, stderr=log, start_new_session=True, **self._as,
        )  # fmt: skip
        for _ in range(300):
            try:
                psycopg.connect(self._address("postgres"), connect_timeout=1).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise TimeoutError((self.folder / "log").read_text())

    def _address(self, database: str) -> str:
        return f"postgresql://record@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        if self._emptied:
            return self._emptied.pop()
        self._made += 1
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE record{self._made}")
        return self._address(f"record{self._made}")

    def take_back(self, address: str) -> None:
        """Empty the database there, for the next test: a new one is 360 files, to be written and deleted."""
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        self._emptied.append(address)

    def kill(self) -> None:
        """kill -9: the server and every process it has started, none of which may tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        _gone(self.process.pid)

    def remove(self) -> None:
        """Stop the server at once and delete what it kept."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def _gone(group: int) -> None:
    """Wait until no process of the group is left: a new server refuses the old one's shared memory."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
