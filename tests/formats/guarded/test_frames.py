"""What comes back from a worker may hold values and classes of the core, and calls nothing."""

import io
import os
import pickle
from decimal import Decimal

import pytest

from jixiao.core.document import Block, Cell, Document, Segment
from jixiao.core.errors import ReadError
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import Mark
from jixiao.formats.guarded import frames


class Calls:
    """A pickle that runs a command when it is opened."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.getenv, ("HOME",)


VALUES = [
    (True, b"bytes"),
    Document(
        "a", "txt", (Block(0, "table", cells=(Cell(1, 2, "3", segments=(Segment(0, 1, 2),)),)),), ("注",)
    ),
    Ledger(
        "k",
        "d",
        2023,
        "r",
        "x",
        (Entry("_jx1", "3万元", Decimal(30000), "yuan", 2, "fact", ("accounts.income",)),),
    ),
    Mark(0, 2, "figure", "_jx1"),
    ReadError("empty", "空", "empty"),
]


@pytest.mark.parametrize("value", VALUES[:-1], ids=lambda value: type(value).__name__)
def test_values_come_back_as_they_were(value: object) -> None:
    stream = io.BytesIO()
    frames.send(stream, value)
    stream.seek(0)
    assert frames.untrusted(frames.receive(stream)) == value


def test_errors_come_back() -> None:
    back = frames.untrusted(pickle.dumps(VALUES[-1]))
    assert isinstance(back, ReadError)
    assert (back.code, back.message, back.message_en) == ("empty", "空", "empty")


@pytest.mark.parametrize("value", [Calls(), os.getenv, len, frames.send, Block.place, io.BytesIO])
def test_nothing_else_is_looked_up(value: object) -> None:
    with pytest.raises(frames.FrameError):
        frames.untrusted(pickle.dumps(value))


def test_broken_and_short_frames() -> None:
    with pytest.raises(frames.FrameError):
        frames.untrusted(b"\x80\x05nonsense")
    with pytest.raises(frames.FrameError):
        frames.receive(io.BytesIO(b"\x00" * 3))
    with pytest.raises(frames.FrameError):
        frames.receive(io.BytesIO(b"\x00" * 7 + b"\x09abc"))
    with pytest.raises(frames.OutputError):
        frames.receive(io.BytesIO(b"\xff" * 8), limit=100)
