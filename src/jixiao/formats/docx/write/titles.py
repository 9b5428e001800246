"""Titles of two lines are broken between words, the first line not the shorter (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from typing import Final

from jixiao.formats.docx.write.measure import squares

SIZE: Final = 440
"""Of a sign of the title, 22 points, in twentieths of a point."""

# words that a break must not cut
_WORDS = re.compile(
    r"\d+年?度?|[（(《“][^）)》”]*[）)》”]|部门整体支出|部门整体|整体支出|财政支出|预算绩效|绩效自评|绩效评价|绩效目标|绩效管理"
    r"|绩效监控|部门本级|自评报告|评价报告|自评表|评价表|目标表|管理工作|工作情况|报告|项目支出|项目|部门|单位|预算|决算|支出|资金|专项"
    r"|补助|建设|工作|管理|情况|说明|[\u4e00-\u9fff]{2}(?:局|委|办|县|区|市|省|厅|院|校|中心|政府)"
)


def title_indents(text: str, width: int) -> tuple[int, int]:
    """The indents at the left and right that break the title where it should; 0 for one line.

    ``width`` is that of a line in twentieths of a point, as the indents are.
    """
    whole = squares(text) * SIZE
    if whole <= width or "\n" in text:
        return 0, 0
    count = -int(-whole // width)
    wanted = whole / count
    at = _break(text, wanted, width) if count == 2 else None
    room = squares(text[:at]) * SIZE if at is not None else wanted + SIZE
    spare = max(width - round(room) - SIZE // 2, 0)
    return spare // 2, spare - spare // 2


def _break(text: str, wanted: float, width: int) -> int | None:
    """How many signs go on the first line, half of the title or more: best before a known word."""
    words = [match.span() for match in _WORDS.finditer(text)]
    starts = {start for start, _ in words}
    inner = {place for start, end in words for place in range(start + 1, end)}
    fitting = [at for at in range(1, len(text)) if wanted <= squares(text[:at]) * SIZE <= width - SIZE // 2]
    return min(fitting, key=lambda at: (0 if at in starts else 2 if at in inner else 1, at), default=None)
