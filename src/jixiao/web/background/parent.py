"""Whether the process that started this one still lives."""

import contextlib
import os
import threading
from typing import Final

_STDIN: Final = 0


def watch(stop: threading.Event) -> None:
    """Set ``stop`` when the parent is gone: it holds the other end of our standard input and never writes."""
    threading.Thread(target=_wait, args=(stop,), daemon=True).start()


def _wait(stop: threading.Event) -> None:
    with contextlib.suppress(OSError):
        while os.read(_STDIN, 1024):  # not sys.stdin: its lock would be held when the program ends
            pass
    stop.set()
