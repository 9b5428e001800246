"""Double approximation: 约80多条, 近30余次, 约20个左右."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_DOUBLE = re.compile(
    r"(?:约|近|逾|大概|超过)(?:为|了)?\s?\d[\d,.]*\s?"
    r"(?:[万亿千百]?(?:余|多)(?![年月天岁])[一-鿿]{0,2}|[万亿千百]?[一-鿿]{0,2}(?:左右|上下))"
)
_WORDS = (
    "节约",
    "制约",
    "合约",
    "条约",
    "公约",
    "预约",
    "签约",
    "违约",
    "最近",
    "附近",
    "就近",
    "邻近",
    "相近",
)


def extract(reading: Reading) -> Iterator[Observation]:
    """One fault for the document, at the first place."""
    stream = stream_of(reading)
    spans = [
        found.span()
        for found in _DOUBLE.finditer(stream.text)
        if stream.text[max(0, found.start() - 1) : found.start() + 1] not in _WORDS
    ]
    if spans:
        yield stream.once(spans, "double_approximation")
