"""An amount without its unit where the others have one: 支出决算数为1889.05，完成预算100%."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.bare import BARE, is_amount
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_UNIT = re.compile(r"\d\s?(?:万|亿|千)?元")
_MOST = 3


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each; nothing where many amounts are bare, for then a unit was declared elsewhere."""
    stream = stream_of(reading)
    text = stream.text
    found = [match for match in BARE.finditer(text) if is_amount(text, match.start())]
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
