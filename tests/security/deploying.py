"""What tests of deploy/ share: a program that this machine may lack, and one that is run to its end."""

import shutil
import subprocess

import pytest

from dashboard.settings import ROOT

DEPLOY = ROOT / "deploy"


def needs(program: str):
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*command, **how) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, **how)
