"""The program's side: one worker, asked and waited for in patience."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from typing import IO, TYPE_CHECKING, Final, Self, TypeVar

from jixiao.core.document import Document
from jixiao.core.errors import ReadError, UserError
from jixiao.formats.guarded import frames
from jixiao.formats.guarded.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.finding import Finding
    from jixiao.core.place import Place

T = TypeVar("T")

_FILES: Final = 200
"""Files after which a worker is replaced, lest what one file left behind harms another."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds, bytes of memory, bytes of what is read from it."""

    seconds: int = 120
    memory: int = 2 * 2**30
    output: int = 512 * 2**20


class Guard:
    """Opens users' files in a worker process; not for several threads at once.

    Every method raises ReadError for a file that cannot be read, among others ``too_slow``,
    ``too_much_memory``, ``too_much_output`` and ``worker_died``.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def read(self, data: bytes, name: str) -> Document:
        """Read a file of any known format."""
        return self._of(Document, self._ask("read", data, name))

    def annotate(
        self, kind: str, data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh"
    ) -> bytes:
        """A copy of the file with its findings marked."""
        return self._of(bytes, self._ask("annotate", kind, data, document, tuple(findings), language))

    def picture(self, kind: str, data: bytes, place: Place) -> bytes:
        """A PNG of the page around a place."""
        return self._of(bytes, self._ask("picture", kind, data, place))

    def members(self, data: bytes, name: str) -> tuple[str, ...]:
        """The names of the files in a file that holds files; none in any other."""
        return tuple(str(one) for one in self._of(tuple, self._ask("members", data, name)))

    def member(self, data: bytes, name: str, inner: str) -> bytes:
        """One of them."""
        return self._of(bytes, self._ask("member", data, name, inner))

    def start(self) -> None:
        """Start the worker ahead of the first file."""
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "jixiao.formats.guarded.worker",
                    str(self.limits.memory),
                    str(self.limits.seconds),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            self._served = 0

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def _ask(self, verb: str, *arguments: object) -> object:
        self.start()
        process = self._process
        assert process is not None  # noqa: S101  # just started
        assert process.stdin is not None  # noqa: S101  # pipes, as asked for
        assert process.stdout is not None  # noqa: S101  # pipes, as asked for
        patience = Patience(self.limits.seconds, process)
        try:
            fresh, answer = self._answered(process.stdin, process.stdout, (verb, arguments))
        except frames.OutputError:
            self.close()
            raise _too_much_output(self.limits.output) from None
        except (frames.FrameError, OSError):
            late = patience.over()
            self.close()
            raise (_too_slow(self.limits.seconds) if late else _died()) from None
        finally:
            late = patience.over()
        self._served += 1
        if late or not fresh or self._served >= _FILES:  # late: the answer was there, but its worker is gone
            self.close()
        if isinstance(answer, UserError):
            raise answer
        return answer

    def _answered(
        self, requests: IO[bytes], answers: IO[bytes], request: tuple[str, tuple[object, ...]]
    ) -> tuple[bool, object]:
        frames.send(requests, request)
        reply = frames.untrusted(frames.receive(answers, self.limits.output))
        if not isinstance(reply, tuple) or len(reply) != 2 or not isinstance(reply[0], bool):  # a pair
            raise frames.FrameError
        return reply

    def _of(self, wanted: type[T], answer: object) -> T:
        if not isinstance(answer, wanted):
            self.close()
            raise _died()
        return answer


@cache
def of_process(limits: Limits | None = None) -> Guard:
    """The guard of this process with these limits, ended with it."""
    guard = Guard(limits)
    atexit.register(guard.close)
    return guard


def _too_slow(seconds: int) -> ReadError:
    return ReadError(
        "too_slow",
        f"读取此文件超过 {seconds} 秒，已停止读取。请拆分或用办公软件另存后重新提交；"
        "确实很大的文件可用 --seconds 放宽。",
        f"Reading this file took more than {seconds} seconds and was stopped. Split it or save it again; "
        "for a truly large file there is --seconds.",
    )


def _too_much_output(limit: int) -> ReadError:
    return ReadError(
        "too_much_output",
        f"文件内容过多：读出的内容超过 {limit // 2**20} MB。请拆分后重新提交。",
        f"The file holds too much: what was read from it exceeds {limit // 2**20} MB. Split it.",
    )


def _died() -> ReadError:
    return ReadError(
        "worker_died",
        "读取此文件的进程意外终止（文件可能损坏或有意构造，也可能内存不足）。请用办公软件打开另存后再试。",
        "The process that read this file died: the file may be damaged or made to do harm, or memory is "
        "short. Save it again with an office program.",
    )
