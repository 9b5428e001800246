"""Numbers of things in Chinese numerals as quantities: 六个内设机构, 三项制度.

The reading takes only figures for numbers; what is said to be so many things can be wrong in either script.
"""

import re
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.units import CLASSIFIERS, unit_of
from jixiao.core.numbering import chinese_number
from jixiao.core.quantity import Quantity

_ROOM = 1_000_000
"""More than the signs of any block: quantities that are no tokens are told apart by where they stand."""
_CLASSIFIER = re.compile(rf"大|方面|部分|名|条|{CLASSIFIERS}")


def spelled(paragraph: Paragraph, start: int, end: int) -> Quantity | None:
    """The number that stands between two offsets, with the word behind it that counts."""
    number = chinese_number(paragraph.text[start:end])
    if number is None:
        return None
    found = _CLASSIFIER.match(paragraph.text, end)
    word = found.group() if found is not None else ""
    block, stop = paragraph.block, end + len(word)
    return Quantity(
        index=-(block.index * _ROOM + start) - 1,
        text=block.text[start:stop],
        number=Decimal(number),
        decimals=0,
        unit=unit_of(word or "个"),
        place=block.place(start, stop),
        start=start,
        end=stop,
    )
