"""Control words that change how what follows in the group is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.rtf.groups import Layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.formats.rtf.groups import Group

_MOST_FALLBACKS: Final = 8
_DEEPEST_LEVEL: Final = 8


def take(group: Group, word: str, number: int | None) -> bool:
    """Apply the word to the group; whether it was such a word."""
    change = CHANGES.get(word)
    if change is None:
        return False
    change(group, number)
    return True


def _pard(group: Group, _number: int | None) -> None:
    group.layout = Layout()


def _plain(group: Group, _number: int | None) -> None:
    group.hidden, group.font, group.wide_font = False, 0, -1


def _in_table(group: Group, number: int | None) -> None:
    group.layout.in_table = number != 0


def _nesting(group: Group, number: int | None) -> None:
    group.layout.nesting = max(number or 0, 0)


def _style(group: Group, number: int | None) -> None:
    group.layout.style = number or 0


def _outline(group: Group, number: int | None) -> None:
    group.layout.outline = number


def _level(group: Group, number: int | None) -> None:
    group.layout.level = min(max(number or 0, 0), _DEEPEST_LEVEL)


def _hidden(group: Group, number: int | None) -> None:
    group.hidden = number != 0


def _deleted(group: Group, number: int | None) -> None:
    group.deleted = number != 0


def _font(group: Group, number: int | None) -> None:
    group.font = number or 0


def _wide_font(group: Group, number: int | None) -> None:
    group.wide_font = -1 if number is None else number


def _fallback(group: Group, number: int | None) -> None:
    group.fallback = min(max(number or 0, 0), _MOST_FALLBACKS)


CHANGES: Final[dict[str, Callable[[Group, int | None], None]]] = {
    "pard": _pard,
    "plain": _plain,
    "intbl": _in_table,
    "itap": _nesting,
    "s": _style,
    "outlinelevel": _outline,
    "ilvl": _level,
    "v": _hidden,
    "deleted": _deleted,
    "f": _font,
    "af": _wide_font,
    "uc": _fallback,
}
