"""Report templates of a rulebook: Markdown with Jinja in ``reports/``, dated in their head.

A file begins with a head in TOML between two lines ``+++``::

    +++
    kind = "self_evaluation"
    title = "{{ department.name }}{{ year }}年度部门整体支出绩效自评报告"
    from = 2023
    source = "report-2023"
    verified = false
    +++
    # 基本情况

A place that has no template of a kind uses its parent's.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, StrictBool, StrictInt

from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.heads import read_headed
from jixiao.rulebooks.schema.topics import Part

FOLDER: Final = "reports"


class PaperHead(Part):
    """What the head of a template states."""

    kind: str
    title: str
    per: Literal["department", "project"] = "department"
    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    source: str
    verified: StrictBool
    contents: StrictBool = False
    needs: tuple[str, ...] = ()
    """Fields that a project must state to be reported on so; nothing else makes a project fit."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A template: its head, its text, and on which lines of the file they stand.

    ``rulebook`` is the key of the place that states it.
    """

    kind: str
    per: Literal["department", "project"]
    title: str
    title_line: int
    source_line: int
    body: str
    body_line: int
    file: str
    rulebook: str
    contents: bool
    head: PaperHead
    landscape: bool = False

    def covers(self, year: int) -> bool:
        """Whether it is in force in the fiscal year."""
        return self.head.from_year <= year and (self.head.until is None or year <= self.head.until)


def papers(folders: tuple[Path, ...], year: int) -> dict[str, Paper]:
    """The templates in force by kind; ``folders`` are the place's own first, then its parents'.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    found: dict[str, Paper] = {}
    faults: list[Fault] = []
    for folder in folders:
        here: dict[str, Paper] = {}
        for path in sorted((folder / FOLDER).glob("*.md")):
            try:
                paper = read_paper(path, folder.name)
            except RulebookError as error:
                faults += error.faults
                continue
            if not paper.covers(year):
                continue
            if paper.kind in here:
                zh = f"{year}年的“{paper.kind}”另有模板 {here[paper.kind].file}，请用 from、until 分开。"
                en = f"two templates of {paper.kind} cover {year}, the other is {here[paper.kind].file}."
                faults.append(Fault(str(path), 1, zh, en))
            here[paper.kind] = paper
        found = {**here, **found}
    if faults:
        raise RulebookError(faults)
    return dict(sorted(found.items()))


def stated_papers(folder: Path) -> tuple[list[Paper], list[Fault]]:
    """The templates of one rulebook folder, and what is wrong: also two of a kind for the same year."""
    found: list[Paper] = []
    faults: list[Fault] = []
    for path in sorted((folder / FOLDER).glob("*.md")):
        try:
            paper = read_paper(path, folder.name)
        except RulebookError as error:
            faults += error.faults
            continue
        for other in found:
            if other.kind == paper.kind and _overlap(other.head, paper.head):
                beside = Path(other.file).name
                zh = f"“{paper.kind}”还有一份模板 {beside}，适用年度重叠。请用 from、until 分开。"
                en = f"another template of {paper.kind}, {beside}, covers the same year. Part them."
                faults.append(Fault(str(path), 1, zh, en))
        found.append(paper)
    return found, faults


def _overlap(one: PaperHead, other: PaperHead) -> bool:
    endless = 9999
    return one.from_year <= (other.until or endless) and other.from_year <= (one.until or endless)


def read_paper(path: Path, rulebook: str) -> Paper:
    """Read one template.

    Raises:
        RulebookError: it is no text, or its head is missing or wrong.
    """
    found = read_headed(path, PaperHead)
    return Paper(
        kind=found.head.kind,
        per=found.head.per,
        title=found.head.title,
        title_line=found.lines.get("title", 1),
        source_line=found.lines.get("source", 1),
        body=found.body,
        body_line=found.body_line,
        file=str(path),
        rulebook=rulebook,
        contents=found.head.contents,
        head=found.head,
    )
