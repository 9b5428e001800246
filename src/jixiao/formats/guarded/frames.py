"""How the program and its worker talk: frames of a length and a pickle.

The program's pickles are trusted. The worker's are not, for it has opened a stranger's file: they may hold
plain values and classes of ``jixiao.core``, and nothing else is ever looked up.
"""

from __future__ import annotations

import importlib
import io
import pickle  # restricted where it comes from a worker
import struct
from decimal import Decimal
from fractions import Fraction
from typing import IO, Any, Final

_LENGTH: Final = struct.Struct(">Q")
_CORE: Final = "jixiao.core."
_PLAIN: Final[dict[tuple[str, str], type]] = {
    ("decimal", "Decimal"): Decimal,
    ("fractions", "Fraction"): Fraction,
    ("builtins", "frozenset"): frozenset,
}


class FrameError(Exception):
    """The other side ended, or sent what it must not send."""


class OutputError(FrameError):
    """The other side's frame is longer than allowed."""


def send(stream: IO[bytes], value: object) -> None:
    """Write one frame."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], limit: int | None = None) -> bytes:
    """The bytes of the next frame; none of a frame that exceeds ``limit`` are read.

    Raises:
        FrameError: the stream has ended.
        OutputError: the frame is too long.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise FrameError
    (length,) = _LENGTH.unpack(head)
    if limit is not None and length > limit:
        raise OutputError
    data = stream.read(length)
    if len(data) < length:
        raise FrameError
    return data


def trusted(data: bytes) -> Any:  # noqa: ANN401  # what the program sends
    """The value of a frame that the program itself sent."""
    return pickle.loads(data)  # noqa: S301  # ours


def untrusted(data: bytes) -> Any:  # noqa: ANN401  # checked by the caller
    """The value of a worker's frame.

    Raises:
        FrameError: it holds something else than plain values and classes of ``jixiao.core``.
    """
    try:
        return _Restricted(io.BytesIO(data)).load()
    except FrameError:
        raise
    except Exception as error:  # a broken pickle raises anything
        raise FrameError from error


class _Restricted(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        known = _PLAIN.get((module, name))
        if known is not None:
            return known
        if module.startswith(_CORE) and "." not in name:
            found = getattr(importlib.import_module(module), name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise FrameError(f"{module}.{name}")
