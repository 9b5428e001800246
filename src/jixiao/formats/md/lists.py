"""The open lists, and the mark of the item that begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(slots=True)
class Lists:
    """Follows the tokens of a document.

    An item has the number that its writer typed; Markdown would count anew, and a number that is missing in
    the file would not be missed. Only where every item has the same number (1. 1. 1.) do we count.
    """

    _open: list[tuple[str, int]] = field(default_factory=list)
    """For each open list the number of its last item as typed, and how many items have it."""
    _mark: str = ""

    def take(self, token: Token) -> None:
        """Take note of a token."""
        if token.type in ("ordered_list_open", "bullet_list_open"):
            self._open.append(("", 0))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._open.pop()
            self._mark = ""
        elif token.type == "list_item_open":
            self._begin(token)
        elif token.type == "list_item_close":
            self._mark = ""

    def mark(self) -> tuple[str, int]:
        """The mark of the item that begins here, once, and how deep it is in lists."""
        mark, self._mark = self._mark, ""
        return mark, len(self._open)

    def _begin(self, token: Token) -> None:
        typed = token.info
        last, same = self._open[-1]
        if not typed:
            return
        same = same + 1 if typed == last else 0
        self._open[-1] = (typed, same)
        shown = str(int(typed) + same) if typed.isdecimal() and len(typed) < 10 else typed
        self._mark = f"{shown}{token.markup}"
