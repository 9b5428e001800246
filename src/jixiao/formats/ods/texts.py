"""What a cell shows: the paragraphs that were saved with it, else its value."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.numbers import general
from jixiao.formats.grids.texts import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PASSED_OVER: Final = frozenset(
    (f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{_TEXT}note", f"{_TEXT}ruby-text")
)
_MOST_SPACES: Final = 1000
"""What one element may stand for."""
_WHITE: Final = re.compile(r"[ \t\r\n]+")
_LARGEST: Final = 30
"""Powers of ten of a value without a text beyond which it is left as it is."""


def shown(cell: _Element) -> str:
    """The text of a cell."""
    paragraphs = ["".join(_pieces(item)) for item in cell.iterchildren(f"{_TEXT}p")]
    if paragraphs:
        text = clean("\n".join(paragraphs))  # numbers may be padded to stand in line
        return text if cell.get(f"{OFFICE}value-type", "string") == "string" else text.strip()
    return clean(_value(cell))


def count(element: _Element, name: str, most: int) -> int:
    """How often an element stands there, by an attribute such as ``number-columns-repeated``."""
    said = element.get(f"{TABLE}{name}", "1")
    if not (said.isascii() and said.isdigit()):
        return 1
    return min(max(int(said[:9]), 1), most)


def is_computed(cell: _Element) -> bool:
    """Whether a cell without a formula, or one whose result was saved, be it the empty text."""
    return f"{TABLE}formula" not in cell.attrib or len(cell) > 0 or f"{OFFICE}value-type" in cell.attrib


def _pieces(element: _Element) -> Iterator[str]:
    """The text of a paragraph; white space in XML counts as one space."""
    yield _WHITE.sub(" ", element.text or "")
    for item in element:
        tag: object = item.tag  # a function for comments
        if tag == f"{_TEXT}s":
            said = item.get(f"{_TEXT}c", "1")
            yield " " * (min(int(said[:9]), _MOST_SPACES) if said.isascii() and said.isdigit() else 1)
        elif tag == f"{_TEXT}tab":
            yield "\t"
        elif tag == f"{_TEXT}line-break":
            yield "\n"
        elif isinstance(tag, str) and tag not in _PASSED_OVER:
            yield from _pieces(item)
        yield _WHITE.sub(" ", item.tail or "")


def _value(cell: _Element) -> str:
    """What a program that saves no texts would show: the value with the digits that it has."""
    kind = cell.get(f"{OFFICE}value-type", "")
    if kind == "string":
        return cell.get(f"{OFFICE}string-value", "")
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value", "").upper()
    if kind in ("date", "time"):
        return cell.get(f"{OFFICE}{kind}-value", "").partition("T")[0]
    stored = cell.get(f"{OFFICE}value", "")
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return ""
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST:
        return stored
    return f"{general(number * 100)}%" if kind == "percentage" else general(number)
