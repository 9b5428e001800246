"""Reports of a place, from an example or from facts made up for a test, read by our own checker."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tests.support import PACKAGE, ROOT

from jixiao.core.digits import plain
from jixiao.core.document import Document
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import leaves
from jixiao.core.dossier.values import Absent
from jixiao.core.money import Money
from jixiao.core.report import Report
from jixiao.dossiers.discovery import read
from jixiao.dossiers.toml import read_toml
from jixiao.pipeline import check_document
from jixiao.reports.composing import compose
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.scoring.card import score


@dataclass(frozen=True, slots=True)
class Written:
    """A report in memory, with what the checker says of it."""

    dossier: Dossier
    document: Document
    gaps: tuple[str, ...]
    report: Report

    @property
    def text(self) -> str:
        return self.document.plain_text()

    @property
    def share(self) -> Decimal:
        """How much of the figures the certificate covers."""
        found = self.report.certificate
        assert found is not None
        return found.share or Decimal(0)

    @property
    def errors(self) -> list[str]:
        return [f"{one.code} {one.message}" for one in self.report.findings if one.severity == "error"]

    @property
    def warnings(self) -> list[str]:
        return [f"{one.code} {one.message}" for one in self.report.findings if one.severity == "warning"]


def example(name: str) -> Dossier:
    """The dossier of an example."""
    return read(ROOT / "examples" / name)


def made_up(text: str) -> Dossier:
    """A dossier written out in a test."""
    return read_toml(text, "test.toml")


def headings(made: Written) -> list[str]:
    """The headings of the first level, without their numbers."""
    blocks = (block for block in made.document.blocks if block.kind == "heading" and block.level == 1)
    return [block.text.removeprefix(block.number) for block in blocks]


def written(dossier: Dossier, kind: str = "self_evaluation") -> Written:
    """The report of the department, checked."""
    rules = load(dossier.rulebook).rules(dossier.fiscal_year)
    paper = papers((PACKAGE / "rulebooks" / dossier.rulebook,), dossier.fiscal_year)[kind]
    made = compose(dossier, score(dossier, rules), rules, paper, date="2024-06-30")
    return Written(dossier, made.document, made.gaps, check_document(made.document))


MACHINERY = re.compile(
    r"(^|\.)(rulebook|invented|code|division_code|applicable|core|fixed|rule|done|section|origin|base|level[12]|grade|label|operator)$"
    r"|aliases|^(published|unresolved|evidence|title)\b|^discrepancies\.\d+\.fact$|printed_rate$"
)
"""Facts that steer a report and are not printed; rates are recomputed."""


def unprinted(made: Written) -> Iterator[str]:
    """The paths of facts that the report prints neither as a number of the ledger nor as words."""
    entries = made.document.ledger.entries if made.document.ledger else ()
    told = {path for entry in entries for path in entry.facts}
    numbers = {plain(entry.value) for entry in entries if entry.value is not None}
    text = made.text
    for path, value in leaves(made.dossier):
        if not MACHINERY.search(path) and path not in told and not _printed(value, numbers, text):
            yield path


def _printed(value: object, numbers: set[str], text: str) -> bool:
    if isinstance(value, Money):
        return plain(value.yuan.scaleb(-4)) in numbers
    if isinstance(value, Decimal | int):
        return plain(Decimal(value)) in numbers
    if isinstance(value, Absent):
        return True
    return all(line.strip().rstrip("。；，") in text for line in str(value).splitlines())
