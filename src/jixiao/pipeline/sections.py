"""Headings of a document against the sections that its place prescribes."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from jixiao.core.document import Block, Document
from jixiao.core.numbering import parse_mark
from jixiao.core.observation import Observation
from jixiao.core.prescription import Headings

Prescribing = Callable[[Document, str], Headings | None]
"""From a document and its year (as printed, or "") to what its place prescribes for it."""

_LONGEST: Final = 30
"""Characters of a line that may be a heading although its format does not say so."""
_IGNORED: Final = re.compile(r"[\s，、：:。（）()]+")


def compared(document: Document, headings: Headings) -> Iterator[Observation]:
    """One observation of all sections that are missing, and one of each that stands in the wrong place."""
    found, names = _headings(document)
    title = next((block for block in document.blocks if block.text.strip()), None)
    last = -1
    missing: list[str] = []
    for required in headings.required:
        wanted = _plain(required)
        places = [at for at, name in enumerate(names) if _same(name, wanted)]
        after = next((at for at in places if at > last), None)
        if after is not None:
            last = after
        elif places:
            yield _fails(found[places[0]], "section_order", required, headings)
        else:
            missing.append(required)
    if missing and title is not None:
        yield _fails(title, "missing_section", "”“".join(missing), headings)


def present(document: Document, headings: Headings) -> int:
    """How many of the sections are there, in whatever order."""
    names = _headings(document)[1]
    return sum(any(_same(name, _plain(required)) for name in names) for required in headings.required)


def _headings(document: Document) -> tuple[list[Block], list[str]]:
    """What may be a heading, and its name without number and punctuation."""
    found = [block for block in document.blocks if _may_head(block)]
    return found, [_plain(_unnumbered(block)) for block in found]


def _fails(block: Block, fault: str, required: str, headings: Headings) -> Observation:
    text = block.text.strip()
    start = block.text.index(text)
    return Observation(
        "section",
        "fails",
        text,
        block.place(start, start + len(text)),
        stated=required,
        computed=headings.source,
        fault=fault,
        proven=headings.verified,
    )


def _may_head(block: Block) -> bool:
    if block.kind == "heading":
        return True
    return block.kind in ("paragraph", "item") and 0 < len(block.text.strip()) <= _LONGEST


def _unnumbered(block: Block) -> str:
    text = block.text.strip()
    mark = parse_mark(text)
    return text.removeprefix(mark.text) if mark is not None else text


def _plain(text: str) -> str:
    return _IGNORED.sub("", text)


def _same(name: str, wanted: str) -> bool:
    """Equal, or a heading that says more: 绩效自评发现的主要问题 is another one, 三、部门概况 is 部门概况."""
    return name == wanted or name.endswith(wanted) or name.startswith(wanted)
