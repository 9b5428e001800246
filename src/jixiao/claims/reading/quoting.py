"""The words that a figure is quoted with."""

import re

from jixiao.claims.reading.document import Reading
from jixiao.core.quantity import Quantity

_PAUSE = re.compile(r"[，。；;：:、（(！？]")
_QUOTED = 24
"""Characters before a figure that are quoted with it at most."""


def quoted(quantity: Quantity, reading: Reading) -> str:
    """The words that end in the figure, from the start of their clause; in a table the figure alone."""
    paragraph = reading.paragraph_of(quantity.place.block)
    if paragraph is None:
        return quantity.text
    text = paragraph.block.text
    clause = _PAUSE.split(text[max(quantity.start - _QUOTED, 0) : quantity.start])[-1]
    return f"{clause}{text[quantity.start : quantity.end]}".strip()
