"""XML of unknown origin: no entities, no network, no document types, no giant trees.

lxml is loaded on the first use only, so that recognising a file stays cheap.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_LONGEST_NAME: Final = 80
_NO_MEMORY: Final = 2
"""The code of libxml2 for a tree that did not fit."""
_ELEMENT: Final = re.compile(rb"<[A-Za-z_\x80-\xff]")


def parse_xml(data: bytes) -> _Element:
    """The root of an XML part.

    Raises:
        ReadError: ``bad_xml`` or ``doctype``.
        MemoryError: the tree does not fit.
    """
    from lxml import etree

    refuse_doctype(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _bad(error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype()
    return root


def iterate_xml(data: bytes, tags: Sequence[str]) -> Iterator[_Element]:
    """The elements of these tags as they are completed; each is emptied when the next one is asked for.

    Raises:
        ReadError: ``bad_xml`` or ``doctype``.
    """
    from lxml import etree

    refuse_doctype(data)
    walk = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _event, element in walk:
            yield element
            element.clear()
            previous = element.getprevious()
            parent = element.getparent()
            if previous is not None and parent is not None:
                parent.remove(previous)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _bad(error) from error


def refuse_doctype(data: bytes) -> None:
    """Refuse XML that declares a DOCTYPE before its first element."""
    first = _ELEMENT.search(data)
    if b"<!DOCTYPE" in data[: first.start() if first else len(data)].replace(b"\x00", b""):
        raise _doctype()


def shorten(text: str) -> str:
    """At most so many printable characters of a name or message."""
    clean = "".join(sign if sign.isprintable() else "·" for sign in text)
    return clean if len(clean) <= _LONGEST_NAME else clean[: _LONGEST_NAME - 1] + "…"


def _bad(error: Exception) -> ReadError | MemoryError:
    if getattr(error, "code", None) == _NO_MEMORY:
        return MemoryError("XML")
    return ReadError(
        "bad_xml",
        f"文件已损坏：内部 XML 有错误（{shorten(str(error))}）。请用办公软件修复后另存。",
        f"The file is damaged: its XML is wrong ({shorten(str(error))}). Repair it with an office "
        "program and save it.",
    )


def _doctype() -> ReadError:
    return ReadError(
        "doctype",
        "文件可疑：XML 中含有 DOCTYPE 声明，办公文件不应有此内容，已停止读取。请用办公软件另存后再试。",
        "The file is suspicious: its XML declares a DOCTYPE, which office files never do. Save it with "
        "an office program.",
    )
