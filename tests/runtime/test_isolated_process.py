"""What a process of its own says is read, and what it may see is little."""

import pytest

from dashboard.runtime.isolated_process import answer_of, output_of

pytestmark = pytest.mark.core


def test_an_answer_counts_whatever_the_exit_code():
    """A draft that cannot be read is told, and ends with 1."""
    code = 'print(\'{"error": "no column"}\'); raise SystemExit(1)'
    assert answer_of(["-c", code], 10, {}) == {"error": "no column"}


def test_one_that_fell_over_without_an_answer_is_told():
    with pytest.raises(ValueError, match="Expecting value"):
        answer_of(["-c", "raise SystemExit(3)"], 10, {})
    with pytest.raises(ChildProcessError, match="ended with 1: ValueError: no room"):
        output_of(["-c", "print(1); raise ValueError('no room')"], 10, {})


def test_one_that_takes_too_long_is_stopped():
    with pytest.raises(TimeoutError, match="it took longer"):
        output_of(["-c", "import time; time.sleep(9)"], 0.2, {})


def test_it_reads_what_it_is_given_and_sees_no_secret(monkeypatch):
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "hush")
    code = "import os, sys; print(sys.stdin.read(), sorted(os.environ))"
    said = output_of(["-c", code], 10, {"AROUND": "1"}, b"given").decode()
    assert said.startswith("given")
    assert "'AROUND'" in said
    assert "SECRET" not in said
