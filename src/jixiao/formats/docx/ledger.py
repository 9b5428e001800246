"""The ledger of a report of ours, read from the data parts (customXml) of its file.

The part is found by its namespace, for office programs give it another name when they save. What is in it may
come from anybody, so all of it is checked; a ledger that breaks a rule is unreadable as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from jixiao.core.errors import ReadError
from jixiao.formats.docx.names import transitional
from jixiao.formats.ledgers import (
    ANY_VERSION,
    NAMESPACE,
    NEWER,
    WrongLedgerError,
    entry_of,
    ledger_of,
    matched,
    unreadable,
)
from jixiao.formats.safe_xml import parse_xml, shorten

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.core.ledger import Entry, Ledger
    from jixiao.formats.docx.package import Package

_FOLDER: Final = "customxml/"
_PROPERTIES: Final = re.compile(r"itemprops\d*\.xml$")
_CHART: Final = re.compile(r"(\d{1,4})(?: (\d{1,4}) (\d{1,4}))?", re.ASCII)

ChartPlace: TypeAlias = tuple[int, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Recorded:
    """The ledger of a file; ``charts`` says where entries stand that are figures of charts.

    A place is the number of the chart in the file with row and column, or None for its title; all from 0.
    """

    ledger: Ledger
    charts: dict[str, ChartPlace] = field(default_factory=dict)


def read_ledger(package: Package) -> Recorded | None:
    """The ledger of the file, None where it has none; a damaged one is ``unreadable``."""
    parts = [found for name in _candidates(package) if (found := _part(package, name)) is not None]
    if not parts:
        return None
    if len(set(parts)) > 1:
        return Recorded(unreadable("文件中有两份不同的台账"))
    try:
        return _parsed(parse_xml(transitional(parts[0])))
    except (ReadError, WrongLedgerError) as error:
        why = error.message.partition("。")[0] if isinstance(error, ReadError) else str(error)
        return Recorded(unreadable(why))


def recorded(data: bytes) -> Ledger | None:
    """The ledger in a part of another package that holds the same XML; a damaged one is ``unreadable``."""
    try:
        found = _parsed(parse_xml(data))
    except (ReadError, WrongLedgerError) as error:
        return unreadable(error.message.partition("。")[0] if isinstance(error, ReadError) else str(error))
    return None if found is None else found.ledger


def _candidates(package: Package) -> list[str]:
    """The data parts of the file."""
    linked = (one.target for one in package.relationships.values() if one.kind == "customXml")
    named = (name for name in package.archive.names() if name.casefold().startswith(_FOLDER))
    found = (package.name(name) for name in (*linked, *named))
    return [
        name
        for name in dict.fromkeys(found)
        if name is not None and name.endswith(".xml") and not _PROPERTIES.search(name.casefold())
    ]


def _part(package: Package, name: str) -> bytes | None:
    """The bytes of a part that names our namespace."""
    try:
        data = package.part(name)
    except ReadError as error:
        package.notes.append(f"数据部件未能读取：{error.message}")
        return None
    return data if ANY_VERSION.encode() in data.replace(b"\x00", b"") else None


def _parsed(root: _Element) -> Recorded | None:
    if root.tag != f"{{{NAMESPACE}}}ledger":
        if str(root.tag).startswith(f"{{{ANY_VERSION}"):
            raise WrongLedgerError(NEWER)
        return None  # another program's data that only mentions us
    charts: dict[str, ChartPlace] = {}
    entries = (_entry(element, charts) for element in root.iterchildren("*"))
    return Recorded(ledger_of(_attributes(root), entries), charts)


def _entry(element: _Element, charts: dict[str, ChartPlace]) -> Entry:
    if element.tag != f"{{{NAMESPACE}}}entry":
        raise WrongLedgerError(f"台账中有不认识的内容“{shorten(str(element.tag))}”")
    said = _attributes(element)
    entry = entry_of(said, [_fact(child) for child in element.iterchildren("*")], frozenset(("chart",)))
    if "chart" in said:
        place = matched(_CHART, said["chart"], "chart")
        spot = None if place[2] is None else (int(place[2]), int(place[3]))
        charts[entry.name] = (int(place[1]), spot)
    return entry


def _fact(element: _Element) -> str:
    if element.tag != f"{{{NAMESPACE}}}fact" or len(element):
        raise WrongLedgerError(f"台账中有不认识的内容“{shorten(str(element.tag))}”")
    return element.text or ""


def _attributes(element: _Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.attrib.items()}
