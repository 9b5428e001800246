"""An amount without its unit where the others have one: 支出决算数为1889.05，完成预算100%."""

import re
from collections.abc import Iterator

from jixiao.claims.observing import Stream
from jixiao.claims.reading.document import Reading
from jixiao.core.observation import Observation

KIND = "text"

_BARE = re.compile(r"(?<![\d.,])(\d[\d,]*\.\d{1,6})(?=[，。；;](?!\s?\d)|,(?=[一-鿿]))")
_MONEY = re.compile(r"(?:收入|支出|资金|预算|决算数?|执行数|金额|经费|总额|拨款|结余|结转)[^，。；;\d]{0,8}$")
_NO_MONEY = re.compile(r"率|比|分[值数]?|系数|指数|倍|密度|进度|得分|面积|[×*/÷=+-]\s?$")
_UNIT = re.compile(r"\d\s?(?:万|亿|千)?元")
_MOST = 3


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each; nothing where many amounts are bare, for then a unit was declared elsewhere."""
    stream = Stream(reading)
    text = stream.text
    found = [match for match in _BARE.finditer(text) if _is_amount(text, match.start())]
    if not 0 < len(found) <= _MOST:
        return
    for match in found:
        whole = re.search(rf"(?<![\d.,]){re.escape(match[1])}\s?((?:万|亿|千)?元)", text)
        low, high = stream.bounds(match.start())
        if whole is not None:
            yield stream.observe(
                match.span(),
                "missing_unit",
                computed=f"{match[1]}{whole[1]}",
                related=(stream.related(*whole.span()),),
            )
        elif _UNIT.search(text, low, high):
            yield stream.observe(match.span(), "missing_unit")


def _is_amount(text: str, at: int) -> bool:
    lead = text[max(0, at - 16) : at]
    lead = lead[lead.rfind("\n") + 1 :]
    return _MONEY.search(lead) is not None and not _NO_MONEY.search(re.split(r"[，。；;]", lead)[-1])
