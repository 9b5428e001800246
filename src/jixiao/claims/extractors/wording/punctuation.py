"""Doubled punctuation: ，， 。。 ；。."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_DOUBLED = re.compile(
    r"[，；、。,;:](?:(?<=[，；、。])[，；;、。,]+|(?<=[,;:])[，；、。]|(?<=[一-鿿][,;:])[,;:]+)"
)


def extract(reading: Reading) -> Iterator[Observation]:
    """One fault for the document, at the first place."""
    stream = stream_of(reading)
    spans = [found.span() for found in _DOUBLED.finditer(stream.text)]
    if spans:
        yield stream.once(spans, "doubled_punctuation")
