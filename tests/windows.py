"""A machine without what Windows lacks: `python -c "from tests.windows import hide; hide(); ..."`."""

import os
import signal
import sys

_MODULES = ("fcntl", "pwd", "grp", "resource", "termios", "pty")
_CALLS = ("fork", "forkpty", "getuid", "geteuid", "getgid", "getpgid", "killpg", "statvfs", "chown")
_SIGNALS = ("SIGHUP", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGWINCH", "SIGTTIN", "SIGTTOU", "SIGQUIT", "SIGALRM")


def hide() -> None:
    """Take them away from this process: modules, calls, signals, and the right to make symbolic links."""
    for name in _MODULES:
        sys.modules[name] = None
    for name in _CALLS:
        if hasattr(os, name):
            delattr(os, name)
    for name in _SIGNALS:
        if hasattr(signal, name):
            delattr(signal, name)
    os.symlink = _refused


def _refused(*_: object, **__: object) -> None:
    raise OSError(1314, "A required privilege is not held by the client")
