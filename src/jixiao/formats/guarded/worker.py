"""The process that opens files: reads a request, does it, answers, and waits for the next.

``python -P -m jixiao.formats.guarded.worker MEMORY SECONDS``; it ends when its standard input does.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final

from jixiao.core.collecting import uncollected
from jixiao.core.errors import ReadError, UserError, WriteError
from jixiao.formats import discovery
from jixiao.formats.guarded import bonds, frames
from jixiao.formats.time_left import allow

_FRESH: Final = 0.5
"""The share of the memory after which a fresh process is better."""


def main() -> None:
    """Serve until the standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    requests = sys.stdin.buffer
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    bonds.put_on(memory)
    discovery.formats()  # whoever started the process early has no file for it yet
    while True:
        try:
            verb, arguments = frames.trusted(frames.receive(requests))
        except frames.FrameError:
            return
        allow(seconds)
        kept, answer = _answer(verb, arguments)
        del arguments
        frames.send(answers, (kept and _used() < memory * _FRESH, answer))


def _answer(verb: str, arguments: tuple[Any, ...]) -> tuple[bool, object]:
    """Whether the process is as good as new, and the result or the error."""
    try:
        with uncollected():
            return True, getattr(discovery, verb)(*arguments)
    except MemoryError:
        return False, too_much_memory()
    except (ReadError, WriteError) as error:
        return True, error
    except Exception as error:  # noqa: BLE001  # a defect of ours: told, and the worker lives on
        return True, UserError(type(error).__name__, str(error), str(error))


def too_much_memory() -> ReadError:
    """The error of a file that needs more memory than it may have."""
    return ReadError(
        "too_much_memory",
        "读取此文件所需的内存超过上限，已停止读取。请删去多余的页、工作表、空行或图片，或拆分后重新提交。",
        "Reading this file takes more memory than is allowed. Remove unused pages, sheets, rows or pictures, "
        "or split it.",
    )


def _used() -> int:
    """The most memory that this process ever had, in bytes; 0 where the system does not tell."""
    try:
        resource = import_module("resource")
    except ImportError:
        return 0
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    main()
