"""From the text that Markdown shows back to the lines and columns of the file that it was written in."""

from __future__ import annotations

from jixiao.core.document import Segment


class Source:
    """The lines of a file; ``place`` finds shown text in them, from the place of the last on."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._line = 0
        self._column = 0

    def move(self, line: int) -> None:
        """Go to the beginning of a line (from 0), but never back."""
        if line > self._line:
            self._line, self._column = line, 0

    def place(self, text: str, offset: int, last: int) -> list[Segment]:
        """Where ``text``, which stands at ``offset`` of a block, was written: at or before line ``last``.

        Text that is not found as it stands (an entity, an escaped sign) is found sign by sign; what cannot be
        found at all leads to the place of what stands before it.
        """
        found = self._find(text, last)
        if found is not None:
            self._line, self._column = found[0], found[1] + len(text)
            return [Segment(offset, found[0] + 1, found[1])]
        segments: list[Segment] = []
        for shift, sign in enumerate(text):
            spot = self._find(sign, min(last, self._line)) or self._find(sign, last)
            if spot is None:
                continue
            line, column = spot
            follows = (
                bool(segments)
                and segments[-1].line == line + 1
                and column - segments[-1].column == offset + shift - segments[-1].offset
            )
            if not follows:
                segments.append(Segment(offset + shift, line + 1, column))
            self._line, self._column = line, column + 1
        return segments

    def skip(self, text: str, last: int) -> None:
        """Go behind ``text``, such as the address of a link, if it follows."""
        found = self._find(text, last)
        if found is not None:
            self._line, self._column = found[0], found[1] + len(text)

    def _find(self, text: str, last: int) -> tuple[int, int] | None:
        for line in range(self._line, min(last, len(self.lines) - 1) + 1):
            column = self.lines[line].find(text, self._column if line == self._line else 0)
            if column >= 0:
                return line, column
        return None
