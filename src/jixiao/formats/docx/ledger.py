"""The ledger of a report of ours, read from the data parts (customXml) of its file.

The part is found by its namespace, for office programs give it another name when they save. What is in it may
come from anybody, so all of it is checked; a ledger that breaks a rule is unreadable as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final, get_args

from jixiao.core.errors import ReadError
from jixiao.core.ledger import Entry, Ledger, Origin
from jixiao.formats.docx.names import transitional
from jixiao.formats.safe_xml import parse_xml, shorten

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.formats.docx.package import Package

NAMESPACE: Final = "urn:jixiao:ledger:1"
"""The one at the end is the version of the form."""

_ANY_VERSION: Final = NAMESPACE.rpartition(":")[0] + ":"
_FOLDER: Final = "customxml/"
_PROPERTIES: Final = re.compile(r"itemprops\d*\.xml$")
_MOST_ENTRIES: Final = 200_000
_HEAD: Final = frozenset(("kind", "department", "year", "rulebook", "facts-digest"))
_NEEDED: Final = frozenset(("name", "printed", "unit", "decimals", "origin"))
_KNOWN: Final = _NEEDED | {"value", "formula", "chart"}
_NAME: Final = re.compile(r"_jx[0-9A-Za-z_]{1,37}", re.ASCII)
_VALUE: Final = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?", re.ASCII)
_SMALL: Final = re.compile(r"\d{1,4}", re.ASCII)
_CHART: Final = re.compile(r"(\d{1,4}) (\d{1,4}) (\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The ledger of a file; ``charts`` says where entries stand that are figures of charts.

    A place is the number of the chart in the file, row and column, all from 0.
    """

    ledger: Ledger
    charts: dict[str, tuple[int, int, int]] = field(default_factory=dict)


def read_ledger(package: Package) -> Recorded | None:
    """The ledger of the file, None where it has none; a damaged one is ``unreadable``."""
    parts = [found for name in _candidates(package) if (found := _part(package, name)) is not None]
    if not parts:
        return None
    if len(set(parts)) > 1:
        return _unreadable("文件中有两份不同的台账")
    try:
        return _parsed(parse_xml(transitional(parts[0])))
    except (ReadError, _WrongError) as error:
        return _unreadable(error.message if isinstance(error, ReadError) else str(error))


class _WrongError(Exception):
    """What is wrong with the ledger, in Chinese."""


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
    return data if _ANY_VERSION.encode() in data.replace(b"\x00", b"") else None


def _unreadable(why: str) -> Recorded:
    return Recorded(Ledger("", "", 0, "", "", (), unreadable=why))


def _parsed(root: _Element) -> Recorded | None:
    if root.tag != f"{{{NAMESPACE}}}ledger":
        if str(root.tag).startswith(f"{{{_ANY_VERSION}"):
            raise _WrongError("台账是更新版本的绩效程序写的，请升级后再核对")
        return None  # another program's data that only mentions us
    head = _attributes(root, _HEAD, _HEAD)
    if len(root) > _MOST_ENTRIES:
        raise _WrongError(f"台账超过 {_MOST_ENTRIES} 条")
    entries: dict[str, Entry] = {}
    charts: dict[str, tuple[int, int, int]] = {}
    for element in root.iterchildren("*"):
        entry, chart = _entry(element)
        if entry.name in entries:
            raise _WrongError(f"台账中 {entry.name} 有两条")
        entries[entry.name] = entry
        if chart is not None:
            charts[entry.name] = chart
    ledger = Ledger(
        kind=head["kind"],
        department=head["department"],
        year=int(_matched(_SMALL, head["year"], "year")[0]),
        rulebook=head["rulebook"],
        facts_digest=head["facts-digest"],
        entries=tuple(entries.values()),
    )
    return Recorded(ledger, charts)


def _entry(element: _Element) -> tuple[Entry, tuple[int, int, int] | None]:
    if element.tag != f"{{{NAMESPACE}}}entry":
        raise _WrongError(f"台账中有不认识的内容“{shorten(str(element.tag))}”")
    said = _attributes(element, _NEEDED, _KNOWN)
    name = _matched(_NAME, said["name"], "name")[0]
    origin = next((one for one in get_args(Origin) if one == said["origin"]), None)
    if origin is None or not said["printed"]:
        raise _WrongError(f"台账中 {name} 的来源或印出的数不成立")
    chart = _matched(_CHART, said["chart"], "chart") if "chart" in said else None
    entry = Entry(
        name=name,
        printed=said["printed"],
        value=Decimal(_matched(_VALUE, said["value"], "value")[0]) if "value" in said else None,
        unit=said["unit"],
        decimals=int(_matched(_SMALL, said["decimals"], "decimals")[0]),
        origin=origin,
        facts=tuple(_fact(child) for child in element.iterchildren("*")),
        formula=said.get("formula", ""),
    )
    place = None if chart is None else (int(chart[1]), int(chart[2]), int(chart[3]))
    return entry, place


def _fact(element: _Element) -> str:
    if element.tag != f"{{{NAMESPACE}}}fact" or len(element):
        raise _WrongError(f"台账中有不认识的内容“{shorten(str(element.tag))}”")
    return element.text or ""


def _attributes(element: _Element, needed: frozenset[str], known: frozenset[str]) -> dict[str, str]:
    found = {str(key): str(value) for key, value in element.attrib.items()}
    wrong = sorted((needed - found.keys()) | (found.keys() - known))
    if wrong:
        raise _WrongError(f"台账中缺少或多出“{shorten(wrong[0])}”")
    return found


def _matched(pattern: re.Pattern[str], text: str, what: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise _WrongError(f"台账中 {what} 的值“{shorten(text)}”不成立")
    return found
