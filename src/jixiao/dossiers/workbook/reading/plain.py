"""Text as people type it into cells, made plain: full-width signs, spaces, separators, units."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from jixiao.core.dossier.values import Absent
from jixiao.core.interval import WIDEST, decimal
from jixiao.core.money import MoneyUnit

_SPACES: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile(r"(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<rest>\D*)", re.ASCII)
_MINUS: Final = str.maketrans("−–", "--")
_ABSENT: Final = {
    "/": Absent.NOT_APPLICABLE,
    "不适用": Absent.NOT_APPLICABLE,
    "—": Absent.NOT_APPLICABLE,
    "——": Absent.NOT_APPLICABLE,
    "-": Absent.NOT_APPLICABLE,
    "--": Absent.NOT_APPLICABLE,
    "无": Absent.NONE,
}
MEASURES: Final = frozenset(
    (
        "",
        "个",
        "名",
        "人",
        "次",
        "人次",
        "辆",
        "批",
        "批次",
        "项",
        "家",
        "台",
        "套",
        "件",
        "处",
        "期",
        "年",
        "月",
    )
)
"""Words behind a count that say nothing new."""


def plain(text: str) -> str:
    """Without spaces, and with plain digits, brackets and signs."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))


def absent(text: str) -> Absent | None:
    """Whether the text states that there is nothing, and how."""
    return _ABSENT.get(plain(text).translate(_MINUS))


def number_and_rest(text: str) -> tuple[Decimal, str] | None:
    """The number that a text begins with, and what follows: ``1,235.40万元``."""
    match = _NUMBER.fullmatch(plain(text).translate(_MINUS))
    digits = match["number"].replace(",", "") if match is not None else ""
    if match is None or len(digits) > WIDEST:  # no number that a form asks for
        return None
    return decimal(digits), match["rest"]


def money_unit(text: str) -> MoneyUnit | None:
    """The unit of money that a text is, or None."""
    return next((unit for unit in MoneyUnit if unit.value == plain(text)), None)
