"""A process that answers one question about a file and ends: bytes in, JSON out.

Bound as the guard's workers are, without Django. The other side is `worker_calls`.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Final

from jixiao.core.collecting import uncollected
from jixiao.formats.guarded import bonds
from jixiao.formats.time_left import allow

MEMORY: Final = 2 * 2**30  # bytes
SECONDS: Final = 60


def serve(answered: Callable[[bytes], dict[str, object]]) -> None:
    """Read the standard input, write what ``answered`` makes of it, end."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    data = sys.stdin.buffer.read()
    bonds.put_on(MEMORY)
    allow(SECONDS)
    with uncollected():
        answer = answered(data)
    answers.write(json.dumps(answer, ensure_ascii=False).encode())
    answers.close()
