"""What stands in a report of ours now, against what its ledger says was printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from jixiao.core.document import Block, Cell, Document
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import Mark
from jixiao.core.place import Place

State = Literal["matches", "changed", "missing"]

_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_LIST_NUMBER = re.compile(r"\s*\d{1,3}[.．]")
_LONG_SUM = re.compile(r"\{[^{}]*\}(?: \+ \{[^{}]*\}){4,}")
_POINTS = ".,．"
_MINUS = "-－−"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One printed number of the ledger and what became of it.

    ``text`` is what stands there now, "" where all characters are gone; ``place`` is None where the anchor is
    gone too (``missing``).
    """

    entry: Entry
    state: State
    text: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mark of a figure where it stands; ``cell`` is None outside of tables and charts."""

    mark: Mark
    block: Block
    cell: Cell | None

    @property
    def words(self) -> str:
        """The whole text that the mark is in."""
        return self.block.text if self.cell is None else self.cell.text


def origin(entry: Entry, terms: str = "（共{}项）") -> str:
    """The formula of a number, or where it comes from; of a long sum the first and last term and how many.

    ``terms`` says how many, for the reader.
    """

    def shorter(found: re.Match[str]) -> str:
        parts = found[0].split(" + ")
        return f"{parts[0]} + … + {parts[-1]}{terms.format(len(parts))}"

    return _LONG_SUM.sub(shorter, entry.formula) or "、".join(entry.facts)


def anchors(document: Document) -> list[Anchor]:
    """All marks of figures in reading order."""
    return [
        Anchor(mark, block, cell)
        for block in document.blocks
        for cell, marks in ((None, block.marks), *((cell, cell.marks) for cell in block.cells))
        for mark in marks
        if mark.kind == "figure"
    ]


def compare(document: Document) -> Iterator[Recorded]:
    """Every entry of the ledger, in its order; an entry with copies of its anchor comes once for each."""
    ledger = document.ledger
    if ledger is None:
        return
    found: dict[str, list[Anchor]] = {}
    beside: dict[tuple[int, Cell | None], list[Mark]] = {}
    for anchor in anchors(document):
        found.setdefault(anchor.mark.entry, []).append(anchor)
        beside.setdefault((anchor.block.index, anchor.cell), []).append(anchor.mark)
    for entry in ledger.entries:
        here = found.get(entry.name)
        if not here:
            yield Recorded(entry, "missing")
            continue
        for anchor in here:
            start, end = _number_at(anchor, entry, beside[anchor.block.index, anchor.cell])
            text = anchor.words[start:end]
            same = _equal(text, entry.printed, in_chart=anchor.block.kind == "chart")
            state: State = "matches" if same else "changed"
            yield Recorded(entry, state, text, anchor.block.place(start, end, anchor.cell))


def _number_at(anchor: Anchor, entry: Entry, marks: Sequence[Mark]) -> tuple[int, int]:
    """The stretch of the mark with digits that somebody wrote right before or behind it: **1**866.74.

    Writers put what is typed at the edge of a bookmark outside of it. A number of a list may run into the
    figure that begins its item: 23.50万元机关运转经费.
    """
    text, start, end = anchor.words, anchor.mark.start, anchor.mark.end
    if start == end:
        return start, end

    def free(at: int) -> bool:
        return 0 <= at < len(text) and not any(mark.start <= at < mark.end for mark in marks)

    def digit(at: int) -> bool:
        return free(at) and text[at].isdecimal()

    if text[start].isdecimal() and not _LIST_NUMBER.fullmatch(text[:start]):
        while digit(start - 1) or (free(start - 1) and text[start - 1] in _POINTS and digit(start - 2)):
            start -= 1
        if free(start - 1) and text[start - 1] in _MINUS and _may_be_negative(entry, text[: start - 1]):
            start -= 1
    if text[end - 1].isdecimal():
        while digit(end) or (free(end) and text[end] in _POINTS and digit(end + 1)):
            end += 1
    return start, end


def _may_be_negative(entry: Entry, before: str) -> bool:
    """Not in 10-20 and A-3, nor within words of a dossier or template, whose numbers have no sign."""
    ascii_word = before[-1:].isascii() and before[-1:].isalnum()
    return entry.origin in ("fact", "computed") and not ascii_word


def _equal(text: str, printed: str, *, in_chart: bool) -> bool:
    """The same characters but for kinds of blanks; in charts the same value, for a format prints it."""
    if _BLANKS.sub(" ", text).strip() == _BLANKS.sub(" ", printed).strip():
        return True
    if not in_chart:
        return False
    try:
        return Decimal(text.replace(",", "")) == Decimal(printed.replace(",", ""))
    except InvalidOperation:
        return False


Agreement = Literal["same", "other", "gone", "uncompared"]
"""A printed number and the dossier of today: the same, another one, its fact is no longer stated, or it has
no fact to compare with (a number of the template, or of a fact that is not in the dossier)."""


@dataclass(frozen=True, slots=True)
class Today:
    """What would be printed today for an entry; ``printed`` only where it is another number."""

    agreement: Agreement
    printed: str = ""


@dataclass(frozen=True, slots=True)
class RecordedReport:
    """A report of ours with all numbers of its ledger.

    Attributes:
        ledger: None where the file has none; ``anchored`` then tells how many anchors of numbers it has.
        numbers: empty where the ledger cannot be read.
        today: by the name of the entry; None where no dossier was asked.
        same_facts: whether the dossier is the very one that the report was written from.
        dossier_of: department and year of the dossier where the report is about another.
    """

    file: str
    ledger: Ledger | None
    anchored: int = 0
    numbers: tuple[Recorded, ...] = ()
    today: dict[str, Today] | None = None
    same_facts: bool = False
    dossier_of: tuple[str, int] | None = None

    def is_wrong(self, number: Recorded) -> bool:
        """Whether the number is not as printed, or would be printed otherwise today."""
        agreement = self.agreement(number)
        return number.state != "matches" or agreement in ("other", "gone")

    def agreement(self, number: Recorded) -> Agreement | None:
        """How the printed number stands to the dossier of today."""
        return None if self.today is None else self.today[number.entry.name].agreement
