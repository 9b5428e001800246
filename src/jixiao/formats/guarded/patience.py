"""How long an answer is waited for: whether it came or the time ran out first is decided once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess


class Patience:
    """Ends the process after some seconds, unless somebody says before that it is waited for no more."""

    def __init__(self, seconds: int, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._deciding = threading.Lock()
        self._waiting, self._ran_out = True, False
        self._timer = threading.Timer(seconds, self._run_out)
        self._timer.start()

    def over(self) -> bool:
        """Wait no more; whether the time ran out before.

        From now on the process is let alone. A timer that has begun to fire cannot be cancelled, and when it
        gets round to ending the process, that may be at work on the next file.
        """
        self._timer.cancel()
        with self._deciding:
            self._waiting = False
            return self._ran_out

    def _run_out(self) -> None:
        with self._deciding:
            if self._waiting:
                self._ran_out = True
                self._process.kill()
