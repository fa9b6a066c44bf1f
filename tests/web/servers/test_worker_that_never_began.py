"""A worker that cannot begin ends the service: begun again for ever it would look like a slow start."""

import subprocess
import sys

from dashboard.settings import ROOT
from tests.browser.site import free_port

BEGIN = """
import sys
from dashboard.settings import Settings
from dashboard.web.servers.with_gunicorn import Server
Server(Settings(port={port}), lambda: sys.exit(3)).run()
"""


def test_a_worker_that_cannot_begin_ends_the_service_with_its_code():
    code = BEGIN.format(port=free_port())
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, "Traceback" in ended.stderr) == (3, False)
    assert "exited with code 3" in ended.stderr
