"""Passages of a rulebook: text in ``reports/passages/`` that several templates take in by its name.

A file is named as the passage, ``three_publics.md``, another year's ``three_publics-2025.md``, and begins
with a head in TOML between two lines ``+++``::

    +++
    from = 2023
    source = "template-2024"
    verified = false
    takes = ["limit"]
    +++
    # 财政拨款“三公”经费支出决算情况说明

A place that has no passage of a name uses its parent's, so that one section can be changed by itself.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field, StrictBool, StrictInt

from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.heads import read_headed
from jixiao.rulebooks.papers import FOLDER as REPORTS
from jixiao.rulebooks.schema.topics import Part

FOLDER: Final = "passages"
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*(?:-[0-9]{4})?")
_ENDLESS: Final = 9999


class PassageHead(Part):
    """What the head of a passage states."""

    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    source: str
    verified: StrictBool
    takes: tuple[str, ...] = ()
    """The names that a template has to give it beside the facts."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text for templates; ``source_line`` is where its head names the source."""

    name: str
    head: PassageHead
    body: str
    body_line: int
    source_line: int
    file: str

    def covers(self, year: int) -> bool:
        """Whether it is in force in the fiscal year."""
        return self.head.from_year <= year <= (self.head.until or _ENDLESS)


def passages(folders: tuple[Path, ...], year: int) -> dict[str, Passage]:
    """The passages in force by name; ``folders`` are the place's own first, then its parents'.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    found: dict[str, Passage] = {}
    faults: list[Fault] = []
    for folder in folders:
        here, wrong = stated_passages(folder)
        faults += wrong
        found = {**{one.name: one for one in here if one.covers(year)}, **found}
    if faults:
        raise RulebookError(faults)
    return found


def stated_passages(folder: Path) -> tuple[list[Passage], list[Fault]]:
    """The passages of one rulebook folder, and what is wrong: also two of a name for the same year."""
    found: list[Passage] = []
    faults: list[Fault] = []
    for path in sorted((folder / REPORTS / FOLDER).glob("*.md")):
        stat = path.stat()
        try:
            passage = _read(path, (stat.st_mtime_ns, stat.st_size))
        except RulebookError as error:
            faults += error.faults
            continue
        for other in found:
            if other.name == passage.name and _overlap(other.head, passage.head):
                beside = Path(other.file).name
                zh = f"“{passage.name}”还有一段 {beside}，适用年度重叠。请用 from、until 分开。"
                en = f"another passage {passage.name}, {beside}, covers the same year. Part them."
                faults.append(Fault(str(path), 1, zh, en))
        found.append(passage)
    return found, faults


@cache
def _read(path: Path, _stamp: tuple[int, int]) -> Passage:
    """Read once, and again after the file was changed: a report takes in a dozen.

    Raises:
        RulebookError: its name is none, it is no text, or its head is missing or wrong.
    """
    if not _NAME.fullmatch(path.stem):
        zh = f"文件名“{path.name}”不能作段落的名称。请用小写字母和下划线，如 three_publics.md。"
        en = f"the file name {path.name!r} is no name of a passage. Use small letters: three_publics.md."
        raise RulebookError([Fault(str(path), 0, zh, en)])
    found = read_headed(path, PassageHead)
    name = path.stem.partition("-")[0]
    source_line = found.lines.get("source", 1)
    return Passage(name, found.head, found.body, found.body_line, source_line, str(path))


def _overlap(one: PassageHead, other: PassageHead) -> bool:
    return one.from_year <= (other.until or _ENDLESS) and other.from_year <= (one.until or _ENDLESS)
