"""Examples of checks that need a report with a ledger, in a notation for people.

``{866.74万元}`` is a printed number as it was; ``{868.74万元|866.74万元}`` reads the left one now, where the
ledger has the right one. Lines of their own: ``（标记丢失：59.17万元）``, ``（台账丢失）``, ``（台账损坏）``.
"""

import re

from jixiao.core.document import Block, Document
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import Mark
from jixiao.formats.kinds import classify

NOTATION = "例中花括号里是台账所记的数字，竖线左边是文件现在的字，右边是台账的字。"
NOTATION_EN = "In the examples braces hold a number of the ledger: what stands there now | what was printed."

_FIGURE = re.compile(r"\{([^{}|]*)(?:\|([^{}|]+))?\}")
_UNANCHORED = "（标记丢失："
_LOST = "（台账丢失）"
_DAMAGED = "（台账损坏）"


def report(text: str) -> Document:
    """The document of such an example."""
    blocks: list[Block] = []
    entries: list[Entry] = []
    for line in text.splitlines():
        if line in (_LOST, _DAMAGED):
            continue
        if line.startswith(_UNANCHORED):
            entries.append(_entry(len(entries), line[len(_UNANCHORED) : -1]))
        else:
            blocks.append(_block(line, len(blocks), entries))
    return Document("报告", "docx", tuple(blocks), ledger=_ledger(text, blocks, entries))


def _ledger(text: str, blocks: list[Block], entries: list[Entry]) -> Ledger | None:
    if _LOST in text:
        return None
    if _DAMAGED in text:
        return Ledger("", "", 0, "", "", (), unreadable="缺少来源")
    anchored = {mark.entry for block in blocks for mark in block.marks}
    missing = tuple(entry.name for entry in entries if entry.name not in anchored)
    return Ledger("self_evaluation", "某局", 2023, "cn", "", tuple(entries), missing)


def _block(line: str, index: int, entries: list[Entry]) -> Block:
    shown = ""
    marks: list[Mark] = []
    last = 0
    for found in _FIGURE.finditer(line):
        shown += line[last : found.start()]
        entries.append(_entry(len(entries), found[2] or found[1]))
        marks.append(Mark(len(shown), len(shown) + len(found[1]), "figure", entries[-1].name))
        shown += found[1]
        last = found.end()
    shown += line[last:]
    kind, level, number = classify(shown)
    return Block(index, kind, shown, level=level, number=number, marks=tuple(marks))


def _entry(number: int, printed: str) -> Entry:
    return Entry(f"_jx{number:05d}", printed, None, "", 2, "fact", (f"facts.{number + 1}",))
