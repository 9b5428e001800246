"""Keeps a worker running: one that died, by a document that ate all memory, say, is started again."""

import contextlib
import signal
import subprocess
import sys
import threading
import time
from types import TracebackType
from typing import Final, Self

from jixiao.web.background import parent

_LONGEST_PAUSE: Final = 30.0
_HEALTHY: Final = 60.0
"""A worker that lived so many seconds did not die of being started."""


def _start(option: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jixiao.cli", "worker", "--attached", option]
    return subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603  # our own interpreter and command


class Beside:
    """A supervised worker beside this process, for as long as the block runs and this process lives."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._process = _start("--supervised")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        _close(process)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)


def supervise(*, attached: bool) -> int:
    """Start a worker, and another whenever it dies, until a signal comes or the parent is gone."""
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    if attached:
        parent.watch(stop)
    pause = 1.0
    while not stop.is_set():
        began = time.monotonic()
        process = _start("--no-supervised")
        while process.poll() is None and not stop.wait(0.5):
            pass
        if stop.is_set():
            _close(process)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=8)
            break
        pause = 1.0 if time.monotonic() - began > _HEALTHY else min(pause * 2, _LONGEST_PAUSE)
        stop.wait(pause)
    return 0


def _close(process: subprocess.Popen[bytes]) -> None:
    """End of its standard input: it ends by itself."""
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
