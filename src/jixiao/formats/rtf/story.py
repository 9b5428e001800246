"""A story while it is read: the body, a note, a text box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.flat.paragraph import Paragraph
from jixiao.formats.flat.whole import whole
from jixiao.formats.numbering import Label
from jixiao.formats.rtf.rows import RowRules

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.formats.flat.paragraph import End
    from jixiao.formats.rtf.groups import Layout
    from jixiao.formats.rtf.styles import Style

_INVISIBLE: Final = (*range(0x09), *range(0x0B, 0x20), 0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF)
_SHOWN: Final = dict.fromkeys(_INVISIBLE)
_BULLET: Final = "o"
"""A letter of Courier that Word shows as a ring; a number would be closed by a sign."""


class Story:
    """Paragraphs so far, and the text of the one at hand."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.paragraphs: list[Paragraph] = []
        self.at_end = False
        """A note at the end of the document, not at the foot of the page."""
        self.label = ""
        self.anchored: list[Callable[[], None]] = []
        self._parts: list[str] = []
        self._rows: dict[int, RowRules] = {}

    def add(self, text: str) -> None:
        """Add text to the paragraph."""
        self._parts.append(text)

    def row(self, depth: int) -> RowRules:
        """The definition of the rows at this depth."""
        return self._rows.setdefault(depth, RowRules())

    def end(self, layout: Layout, depth: int, end: End, style: Style, *, deleted: bool) -> None:
        """End the paragraph, the cell or the row."""
        if end == "row":
            rules = self.row(depth).rules()
            self.paragraphs.append(Paragraph("", depth, "row", rules=rules, dropped=deleted))
            return
        text = whole("".join(self._parts)).translate(_SHOWN)
        label = _label(self.label, layout.level)
        paragraph = Paragraph(text, depth, end, label, style=style.name)
        paragraph.outline = style.outline if layout.outline is None else layout.outline
        paragraph.joined = deleted and end == "paragraph"
        paragraph.anchored = self.anchored
        self._parts, self.label, self.anchored = [], "", []
        self.paragraphs.append(paragraph)

    def finish(self, layout: Layout, style: Style) -> None:
        """End the story; what follows its last paragraph is one, too."""
        if "".join(self._parts).strip() or self.anchored:
            self.end(layout, layout.depth, "paragraph", style, deleted=False)


def _label(text: str, level: int) -> Label | None:
    """The number that the file gives along with a paragraph of a list; a bullet where it is none."""
    shown = whole(text).translate(_SHOWN).strip()
    if not text:
        return None
    if shown == _BULLET or not any(sign.isalnum() for sign in shown):
        return Label("", level, "tab", bullet=True)
    return Label(shown, level, "tab" if text[-1:].isspace() else "nothing")
