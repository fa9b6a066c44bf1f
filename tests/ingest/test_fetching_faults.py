"""What can go wrong between a publisher's server and us: each is one sentence, and the old file stays."""

import http.server
import ssl
import subprocess
import threading
import time

import pytest

from dashboard.ingest import fetching
from dashboard.ingest.fetching import fetch
from tests.ingest.test_fetching import _entry

BINS = b"code,year,n\nE08000003,2023,10\n"


class Desk(http.server.BaseHTTPRequestHandler):
    """A publisher with every fault; what it does is in the name of the file."""

    def do_GET(self):
        name = self.path.strip("/").removesuffix(".csv")
        getattr(self, f"_{name}", self._whole)()

    def _whole(self):
        self._say(200, BINS)

    def _moved(self):
        self._say(301, b"", Location="/bins.csv")

    def _round(self):
        self._say(302, b"", Location="/round.csv")

    def _elsewhere(self):
        self._say(302, b"", Location="file:///etc/passwd")

    def _short(self):
        self._say(200, BINS, length=len(BINS) + 100)

    def _page(self):
        self._say(
            200, b"<!DOCTYPE html><title>Sign in</title>", **{"Content-Type": "text/html; charset=utf-8"}
        )

    def _broken(self):
        self._say(500, b"oops")

    def _large(self):
        self._say(200, BINS, length=10**12)

    def _swollen(self):
        self._say(200, BINS * 5000, length=None)

    def _silent(self):
        time.sleep(1.5)

    def _drip(self):
        self._say(200, b"", length=len(BINS))
        for byte in BINS:
            time.sleep(0.05)
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def _say(self, code: int, body: bytes, length: int | None = -1, **headers: str):
        self.send_response(code)
        for name, value in ({"Content-Type": "text/csv"} | headers).items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(len(body) if length == -1 else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *what):
        pass


@pytest.fixture
def publisher():
    """publisher() -> its address; with a context it speaks TLS."""
    servers = []

    def start(tls: ssl.SSLContext | None = None) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        server.handle_error = lambda *what: None  # who hangs up is not our fault
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        servers.append(server)
        return f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def got(workshop, tmp_path, monkeypatch):
    """got(urls...) -> what was fetched to (name -> bytes) and what failed (name -> sentence)."""
    monkeypatch.setattr(fetching, "SILENT_SECONDS", 0.4)

    def got(**urls: str):
        for name, url in urls.items():
            _entry(workshop, name, url)
        folder, failed = fetch(workshop.register, tmp_path / "fetched", frozenset(urls))
        home = folder / "council"
        held = {path.stem: path.read_bytes() for path in home.glob("[!.]*.csv")} if home.exists() else {}
        return held, failed

    return got


def test_a_file_that_moved_is_followed(publisher, got):
    held, failed = got(bins=f"{publisher()}/moved.csv")
    assert (held, failed) == ({"bins": BINS}, {})


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("round", "answered 302, correct download there"),
        ("elsewhere", "answered 302, correct download there"),
        ("broken", "answered 500, correct download there"),
        ("short", "was cut short at 30 of 130 bytes, try again later or correct download there"),
        ("page", "answered with a web page instead of bins.csv, try again later or correct download there"),
        ("large", "is larger than 500 MB, try again later or correct download there"),
        ("silent", "was not reached (timed out), check the network, or give FROM=folder"),
    ],
)
def test_each_fault_is_one_sentence_that_says_what_to_do(publisher, got, name, sentence):
    address = publisher()
    held, failed = got(bins=f"{address}/{name}.csv")
    assert failed == {"bins": f"bins.toml: {address}/{name}.csv {sentence}"}
    assert held == {}


def test_more_than_was_said_is_stopped(publisher, got, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_DOWNLOAD", 100_000)
    held, failed = got(bins=f"{publisher()}/swollen.csv")
    assert "is larger than 0 MB" in failed["bins"]
    assert held == {}


def test_a_server_that_sends_a_byte_at_a_time_is_left(publisher, got, monkeypatch):
    monkeypatch.setattr(fetching, "DOWNLOAD_SECONDS", 0.3)
    held, failed = got(bins=f"{publisher()}/drip.csv")
    assert "did not come within 0.3 seconds" in failed["bins"]
    assert held == {}


def test_a_fault_of_one_file_does_not_keep_the_publishers_others_away(publisher, got):
    address = publisher()
    held, failed = got(a_page=f"{address}/page.csv", bins=f"{address}/bins.csv")
    assert (held, list(failed)) == ({"bins": BINS}, ["a_page"])


def test_what_was_fetched_before_stays_when_the_next_is_spoilt(publisher, got, tmp_path):
    address = publisher()
    home = tmp_path / "fetched" / "council"
    home.mkdir(parents=True)
    (home / "short.csv").write_bytes(b"as it was")
    held, failed = got(bins=f"{address}/short.csv")
    assert (held, list(failed)) == ({"short": b"as it was"}, ["bins"])


def test_a_certificate_that_nobody_vouches_for_is_refused(publisher, got, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=127.0.0.1",
    ]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    held, failed = got(bins=f"{publisher(context)}/bins.csv")
    assert "CERTIFICATE_VERIFY_FAILED" in failed["bins"]
    assert failed["bins"].endswith("check the network, or give FROM=folder")
    assert held == {}


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/bins.csv"])
def test_only_web_addresses_are_fetched(got, url):
    held, failed = got(bins=url)
    assert "was not reached (not a web address)" in failed["bins"]
    assert held == {}
