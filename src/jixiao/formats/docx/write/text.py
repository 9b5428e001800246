"""Text with its marks as runs: figures between bookmarks, gaps highlighted, strong text bold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jixiao.formats.docx.write.xml import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.look import Mark

# Signs that Chinese and Latin fonts share: Word takes the Latin one unless the run says otherwise.
_SHARED = re.compile("[·×÷±°§‘’“”‐—–‖…‰′″※℃№①-⑳⑴-⒇Ⅰ-Ⅻⅰ-ⅹ→←↑↓∑√≈≠≤≥■□▲△◆◇○●★☆]")
_CHINESE_FONT = '<w:rFonts w:hint="eastAsia"/>'
_BOLD = "<w:b/><w:bCs/>"
_MISSING = '<w:highlight w:val="yellow"/>'
_GAP_AFTER = '<w:spacing w:val="120"/>'
_BREAK = re.compile("([\t\n])")


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks set so far: numbers count up, and no name is set twice (Word would drop the second)."""

    names: set[str] = field(default_factory=set)
    last: int = 0

    def begin(self, name: str) -> int | None:
        """The number of a new bookmark, or None where its name is taken."""
        if not name or name in self.names:
            return None
        self.names.add(name)
        self.last += 1
        return self.last


def run(text: str, properties: str = "") -> str:
    """One run; ``properties`` are what follows the font in ``w:rPr``. Tabs and line ends are kept."""
    if not text:
        return ""
    if _SHARED.search(text):
        properties = _CHINESE_FONT + properties
    head = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    if "\t" not in text and "\n" not in text:
        return f'{head}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    inner = "".join(_piece(piece) for piece in _BREAK.split(text) if piece)
    return f"{head}{inner}</w:r>"


def marked(text: str, marks: Sequence[Mark], bookmarks: Bookmarks, *, bold: bool = False) -> str:
    """The text as runs with its marks; marks beyond its end are cut."""
    base = _BOLD if bold else ""
    if not marks:
        return run(text, base)
    inside = [
        mark if mark.end <= len(text) else replace(mark, end=len(text))
        for mark in marks
        if 0 <= mark.start < len(text)
    ]
    inside = [mark for mark in inside if mark.end > mark.start]
    before, after = _bookmarks(inside, bookmarks)
    edges = sorted({0, len(text), *(edge for mark in inside for edge in (mark.start, mark.end))})
    shown: list[str] = []
    for start, end in pairwise(edges):
        kinds = {mark.kind for mark in inside if mark.start <= start < mark.end}
        properties = (_BOLD if bold or "strong" in kinds else "") + (_MISSING if "gap" in kinds else "")
        shown += [after.get(start, ""), before.get(start, ""), run(text[start:end], properties)]
    return "".join((*shown, after.get(len(text), "")))


def numbered(text: str, marks: Sequence[Mark], bookmarks: Bookmarks, number: str) -> str:
    """As ``marked``, with a gap behind a number that would run into the next: 23. before 50万元.

    The gap is looser type, no blank, so that the text stays as it is.
    """
    end = len(number)
    runs_together = (
        number.endswith((".", "．")) and text.startswith(number) and text[end : end + 1].isdecimal()
    )
    if not runs_together or any(mark.start < end for mark in marks):
        return marked(text, marks, bookmarks)
    rest = marked(text[end:], shifted(marks, end, len(text)), bookmarks)
    return run(number[:-1]) + run(number[-1], _GAP_AFTER) + rest


def shifted(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks of ``text[start:end]``, counted from ``start``."""
    return tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in marks
        if mark.start < end and mark.end > start
    )


def _bookmarks(marks: Sequence[Mark], bookmarks: Bookmarks) -> tuple[dict[int, str], dict[int, str]]:
    """What opens and what closes bookmarks, by position."""
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for mark in marks:
        number = bookmarks.begin(mark.entry) if mark.kind == "figure" else None
        if number is not None:
            opens = f'<w:bookmarkStart w:id="{number}" w:name="{quoted(mark.entry)}"/>'
            before[mark.start] = before.get(mark.start, "") + opens
            after[mark.end] = after.get(mark.end, "") + f'<w:bookmarkEnd w:id="{number}"/>'
    return before, after


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    return "<w:br/>" if piece == "\n" else f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
