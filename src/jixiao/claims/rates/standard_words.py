"""What words tell of a standard: an amount for one of the things counted (150元/亩, 每人75元)."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

_PER = r"(?P<thing>户|人次|人|亩|个|辆|套|头|只|村|所|台|次|公里|平方米|笔|件|例|批|场|期|份|吨|家|项)"
_BEHIND = re.compile(rf"\s?[/每]\s?{_PER}(?![/·每])")
_BEFORE = re.compile(
    rf"(?:每|(?P<all>人|户|亩)均){_PER}?"
    r"(?:财政|补助|补贴|发放|奖励|标准|配套|给予|安排|按|资助|救助|支出|投入|增收|收益|受益|单价|造价)*(?:为|是)?\s*$"
)
_LEAD = 12
"""Characters before an amount that say what it is told for."""


def standard_of(text: str, token: "Token") -> str:
    """What an amount is told for one of; "" for an amount of its own."""
    found = _BEHIND.match(text, token.end) or _BEFORE.search(text, max(token.start - _LEAD, 0), token.start)
    if found is None:
        return ""
    return found["thing"] or found.groupdict().get("all") or ""
