"""What a worker may not do: take memory without end, fill the disk, reach the network, start programs."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

_FORBIDDEN: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork",
    "pty.spawn", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "shutil.", "ftplib.", "http.client", "urllib.", "smtplib.", "webbrowser.",
    "winreg.",
)  # fmt: skip
"""Events of ``sys.audit`` that no reader of a file has a need for."""
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OWN: Final = str(Path(__file__).parents[3])
_ALLOWED: Final = ("socket.__new__",)  # a module asks for the kinds of sockets without opening one
MAX_FILE_BYTES: Final = 8 * 2**20
"""Python keeps compiled modules; nothing else is written."""
MAX_OPEN_FILES: Final = 256


def put_on(memory: int) -> None:
    """Limit this process for good; ``memory`` is in bytes."""
    _isolate()
    _limit(memory)
    sys.addaudithook(_refuse)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, MAX_FILE_BYTES),
        (resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):  # a system that does not know this one
            resource.setrlimit(kind, (wanted, wanted))


def _isolate() -> None:
    """A network of its own, which leads nowhere; where the system does not grant it, the hook remains."""
    unshare = getattr(os, "unshare", None)  # Linux, Python 3.12 on
    if unshare is not None:
        with contextlib.suppress(OSError):
            unshare(getattr(os, "CLONE_NEWUSER", 0) | getattr(os, "CLONE_NEWNET", 0))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        _refuse_writing(*arguments[:3])
    elif event.startswith(_FORBIDDEN) and event not in _ALLOWED:
        raise PermissionError(f"{event} is not allowed while a file is read")


def _refuse_writing(path: object, mode: object = None, flags: object = None) -> None:
    writing = isinstance(flags, int) and flags & _WRITING
    if isinstance(mode, str) and not set(mode) & set("wax+"):
        writing = 0
    if writing and not _compiled(path):
        raise PermissionError(f"{path!r}: nothing is written while a file is read")


def _compiled(path: object) -> bool:
    """Whether Python keeps a compiled module there."""
    return (
        isinstance(path, str)
        and "__pycache__" in path
        and path.startswith((_OWN, sys.prefix, sys.base_prefix))
    )
