"""Weights and scores that run together with the words beside them: 过程48预算执行20预算完成率6以100%为标准.

Below a header of levels (一级指标分值二级指标分值) a figure behind a name, with no unit behind it, is the
weight of that name; one behind the full stop of a rule is a score.
"""

import re
from decimal import Decimal

from jixiao.claims.reading.tables.form_header import LEVELS
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, WORDS
from jixiao.core.document import Block

_NAMES = "根据|项目|人员|人才|人均|家庭|台账|支出|级指标"
"""Words that begin like a unit and are none."""
_POINT = re.compile(
    r"(?:(?<=[\u4e00-\u9fff”\"’)。;])|(?<=[。;]\s))(?<![第约达到至近超为是扣计得共每于])(?!0\d)"
    rf"\d{{1,3}}(?:\.\d{{1,2}})?(?![\d.,])(?=[\u4e00-\u9fff“\"‘①(\s|]|$)(?:(?={_NAMES})|(?!\s?(?:{WORDS})))"
)
_TOTAL = re.compile(r"(?:合\s?计|总\s?分|总\s?计)[\s|]*\d")


class LevelPoints:
    """Reads the paragraphs of a form one after the other, from a header of levels to its total."""

    def __init__(self) -> None:
        self._open = False

    def tokens(self, text: str, block: Block, *, skip: int) -> list[Token]:
        """The figures of the next paragraph that stand beside names without a unit."""
        header = LEVELS.search(text)
        start = header.end() if header is not None else skip
        self._open = self._open or header is not None
        if not self._open:
            return []
        total = _TOTAL.search(text, start)
        if total is not None:
            self._open = False
        end = total.end() if total is not None else len(text)
        return [_token(found, block) for found in _POINT.finditer(text, max(start, skip), end)]


def _token(found: re.Match[str], block: Block) -> Token:
    figure = found.group()
    return Token(
        start=found.start(),
        end=found.end(),
        figure_end=found.end(),
        number=Decimal(figure),
        decimals=len(figure.partition(".")[2]),
        unit=NUMBER,
        approximate=False,
        comparator="",
        grouped=False,
        block=block,
        cell=None,
    )
