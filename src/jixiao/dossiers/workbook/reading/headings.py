"""Headings as people leave them: with spaces, other brackets, another unit, a word more or less."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from jixiao.core.money import MoneyUnit
from jixiao.dossiers.workbook.reading.plain import plain
from jixiao.dossiers.workbook.shapes import Column

_SIGNS: Final = re.compile(r"""[“”"'‘’「」《》、,:;.*·_/-]""")
_UNIT: Final = re.compile(r"(?:金额|货币|计量)?单位[:为]?(?:人民币)?(亿元|万元|元)")
_CLOSE: Final = 0.72
"""Likeness from which a heading is taken for another one, when no second is as like."""


@lru_cache(maxsize=1024)  # every row at the top of a sheet is held against every block of the workbook
def key(text: str) -> str:
    """What two spellings of a heading have in common."""
    return _SIGNS.sub("", plain(text)).casefold()


@lru_cache(maxsize=1024)
def parted(text: str) -> tuple[str, str]:
    """The key of a heading without the brackets at its end, and what stands in them."""
    bare = plain(text).rstrip("*")
    if not bare.endswith(")"):
        return key(bare), ""
    depth = 0
    for index in range(len(bare) - 1, -1, -1):
        depth += (bare[index] == ")") - (bare[index] == "(")
        if depth == 0:
            return key(bare[:index]), bare[index + 1 : -1]
    return key(bare), ""


def unit_of(words: str) -> MoneyUnit | None:
    """The unit of money in the brackets of a heading, or in a line such as 单位：万元."""
    for unit in MoneyUnit:
        if words == unit.value:
            return unit
    match = _UNIT.search(plain(words))
    return MoneyUnit(match[1]) if match else None


def names(column: Column) -> Iterable[str]:
    """The keys by which a column is known for certain."""
    yield key(column.heading)
    for alias in column.aliases:
        yield key(alias)


def known(text: str, columns: Mapping[str, Column]) -> tuple[Column | None, str]:
    """The column with this heading and what its brackets say."""
    whole = key(text.rstrip().rstrip("*"))
    if whole in columns:
        return columns[whole], ""
    bare, words = parted(text)
    return columns.get(bare), words


def nearest(text: str, columns: Iterable[Column]) -> Column | None:
    """The one column whose heading is much like the text."""
    bare = parted(text)[0]
    likes = sorted(
        ((SequenceMatcher(None, bare, key(column.heading)).ratio(), column.heading) for column in columns),
        reverse=True,
    )
    if not bare or not likes or likes[0][0] < _CLOSE:
        return None
    if len(likes) > 1 and likes[1][0] >= _CLOSE and likes[0][0] - likes[1][0] < 0.1:
        return None
    return next(column for column in columns if column.heading == likes[0][1])
