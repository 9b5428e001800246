"""A report of ours against its ledger: numbers altered, taken out or typed in by hand, a lost ledger."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.tokens import Token
from jixiao.core.document import Block, Cell, Document
from jixiao.core.finding import Related
from jixiao.core.observation import Observation
from jixiao.core.place import Place
from jixiao.core.recorded import Recorded, anchors, compare, origin

if TYPE_CHECKING:
    from jixiao.core.ledger import Entry

KIND = "ledger"

_MOST_RELATED = 8
_MOST_NAMED = 8
_AROUND = 12
"""Characters that are shown where a number was taken out."""
_TOP = Place(0, 0, 0)
_fault = partial(Observation, KIND, "fails")


def extract(reading: Reading) -> Iterator[Observation]:
    """One observation for each printed number, and for what is wrong with the ledger itself."""
    document = reading.document
    ledger = document.ledger
    if ledger is None:
        marked = anchors(document)
        if marked:
            first = marked[0]
            here = first.block.place(first.mark.start, first.mark.end, first.cell)
            words = first.words[first.mark.start : first.mark.end]
            yield _fault(words, here, fault="ledger_lost", stated=str(len(marked)))
        return
    if ledger.unreadable:
        yield _fault("", _TOP, fault="ledger_unreadable", stated=ledger.unreadable)
        return
    numbers = list(compare(document))
    if numbers and all(one.place is None or one.place.part == "chart" for one in numbers):
        yield _fault("", _TOP, fault="ledger_unanchored", stated=str(len(numbers)))
        return
    yield from _numbers(document, numbers)
    if numbers:
        yield from _typed_in(reading, {one.entry.printed for one in numbers if one.state == "missing"})


def _numbers(document: Document, numbers: list[Recorded]) -> Iterator[Observation]:
    missing: list[Entry] = []
    before = _TOP
    first = _TOP
    for one in numbers:
        if one.place is None:
            first = first if missing else before
            missing.append(one.entry)
            continue
        before = one.place
        words, place, fault = one.text, one.place, "ledger_changed"
        if one.state == "matches":
            yield Observation(KIND, "holds", words, place, words, words, origin(one.entry))
            continue
        if not words:
            fault = "ledger_emptied"
            words, place = _around(document, place)
        yield _fault(
            words,
            place,
            fault=fault,
            stated=words,
            computed=one.entry.printed,
            expression=origin(one.entry),
            proven=True,
        )
    if missing:
        named = "、".join(entry.printed for entry in missing[:_MOST_NAMED])
        more = f"等 {len(missing)} 个" if len(missing) > _MOST_NAMED else ""
        yield _fault(_words_at(document, first), first, fault="ledger_anchor_lost", stated=f"{named}{more}")


def _typed_in(reading: Reading, lost: set[str]) -> Iterator[Observation]:
    """Numbers that no mark covers; one fault for each paragraph or table.

    A number that reads as one whose anchor is lost may be just that one, pasted without its anchor.
    """
    foreign: dict[int, list[Token]] = {}
    for token in reading.tokens:
        if not _is_ours(token) and _text(token) not in lost:
            foreign.setdefault(token.block.index, []).append(token)
    for tokens in foreign.values():
        told = [
            Related(_text(token), token.block.place(token.start, token.end, token.cell)) for token in tokens
        ]
        yield _fault(
            told[0].quote,
            told[0].place,
            fault="ledger_added",
            stated=told[0].quote,
            computed=str(len(told)),
            related=tuple(told[1 : _MOST_RELATED + 1]),
        )


def _is_ours(token: Token) -> bool:
    """Whether a mark covers part of the number; a chart without any marks shows figures of a table."""
    marks = token.block.marks if token.cell is None else token.cell.marks
    if any(mark.start < token.end and token.start < mark.end for mark in marks):
        return True
    if token.block.kind == "chart":
        return not any(cell.marks for cell in token.block.cells)
    return False


def _text(token: Token) -> str:
    source = token.cell.text if token.cell is not None else token.block.text
    return source[token.start : token.end]


def _around(document: Document, place: Place) -> tuple[str, Place]:
    """The words before the place where a number was, or those behind it."""
    block, cell, text = _at(document, place)
    start = max(place.start - _AROUND, 0)
    end = place.start or min(_AROUND, len(text))
    return text[start:end], block.place(start, end, cell)


def _words_at(document: Document, place: Place) -> str:
    """The words at a place, for a fault that is told beside them."""
    return "" if place == _TOP else _at(document, place)[2][place.start : place.end]


def _at(document: Document, place: Place) -> tuple[Block, Cell | None, str]:
    """Block, cell and text of a place."""
    block = document.blocks[place.block]
    spot = (place.row, place.column)
    cell = next((one for one in block.cells if (one.row, one.column) == spot), None)
    return block, cell, block.text if cell is None else cell.text
