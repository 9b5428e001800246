"""The site as a program: on a port that the system gives it, with what it says taken in, ended with all it started."""

import os
import re
import signal
import subprocess
import sys
import threading

DEADLINE = 300.0
"""Seconds after which something that should happen is given up; nothing takes that long, nothing waits it out."""


class Served:
    """``jixiao serve`` in this environment, from when it takes connections; in a process group of its own."""

    def __init__(self, environment: dict[str, str], *options: str) -> None:
        self.told: list[str] = []
        """Its lines on standard error; all of them once it has ended."""
        self.port = 0
        self._listens = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jixiao.cli", "serve", "--port", "0", *options],
            env=environment, start_new_session=True, stderr=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        if not self._listens.wait(DEADLINE) or not self.port:
            self.kill()
            raise AssertionError(self.told)

    @property
    def address(self) -> str:
        """Without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def end(self) -> None:
        """Ask it to end, and wait until it did."""
        self._process.terminate()
        self._ended()

    def kill(self) -> None:
        """End every process of it without warning, if it lives."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._ended()

    def _ended(self) -> None:
        self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        """Take in what it says, so that it never waits for a reader."""
        assert self._process.stderr is not None
        with self._process.stderr as lines:
            for line in lines:
                self.told.append(line)
                if found := re.search(r"网站：http://127\.0\.0\.1:(\d+)", line):
                    self.port = int(found[1])
                    self._listens.set()
        self._listens.set()  # it ended
