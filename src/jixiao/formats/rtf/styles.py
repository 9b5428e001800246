"""The style sheet: names of paragraph styles and which are headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_HEADING: Final = "heading "


@dataclass(frozen=True, slots=True)
class Style:
    """A style; ``outline`` is 0 for the highest heading."""

    name: str = ""
    outline: int | None = None


NONE: Final = Style()


class Styles:
    """The styles by number, while and after the sheet is read."""

    def __init__(self) -> None:
        self._known: dict[int, Style] = {}
        self._number = 0
        self._outline: int | None = None
        self._name: list[str] = []

    def get(self, number: int) -> Style:
        """The style of this number, or an empty one."""
        return self._known.get(number, NONE)

    def begin(self) -> None:
        """A definition begins."""
        self._number, self._outline, self._name = 0, None, []

    def word(self, word: str, number: int | None) -> None:
        """A control word of a definition."""
        if word == "s" and number is not None:
            self._number = number
        elif word == "outlinelevel" and number is not None:
            self._outline = number

    def text(self, text: str) -> None:
        """A piece of the name, which a semicolon ends."""
        self._name.append(text)
        if ";" not in text:
            return
        name = "".join(self._name).split(";", 1)[0].strip().lower()
        outline = self._outline
        if outline is None and name.startswith(_HEADING) and name[len(_HEADING) :].isdecimal():
            outline = int(name[len(_HEADING) :][:2]) - 1
        self._known.setdefault(self._number, Style(name, outline))
        self.begin()
