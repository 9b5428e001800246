"""Reports of the examples and of dossiers made for a test."""

from pathlib import Path

from tests.support import ROOT

from jixiao.core.document import Document
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import leaves
from jixiao.core.dossier.values import Absent
from jixiao.core.finding import Certificate
from jixiao.dossiers.toml import read_toml
from jixiao.reports.composing import Composition, compose
from jixiao.rulebooks.forms import forms
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.scoring.card import score

HERE = Path(__file__).parent
_NOT_TOLD = ("rulebook", "fiscal_year", "money_unit", "title", "invented", "published", "unresolved")
"""What the report does not tell as it stands: what the dossier is about itself."""
_SILENT = ("code", "division_code", "note", "printed_score", "section", "fact", "rule", "done")
"""Fields that are for the program or for whoever keeps the dossier."""


def example(name: str, *, stated: bool = True) -> Dossier:
    """An example; ``stated`` adds the statements of discrepancies that the tests keep for it."""
    text = (ROOT / "examples" / name / "dossier.toml").read_text(encoding="utf-8")
    if stated:
        text += "\n" + (HERE / f"{name}.toml").read_text(encoding="utf-8")
    return read_toml(text, f"{name}.toml")


def dossier(text: str) -> Dossier:
    """A dossier made for a test."""
    return read_toml(text, "test.toml")


def composed(facts: Dossier, kind: str, project: str | None = None) -> Composition:
    """The report of a kind in the wording of the dossier's place."""
    year = facts.fiscal_year
    rulebook = load(facts.rulebook)
    rules = rulebook.rules(year)
    paper = papers(rulebook.folders, year)[kind]
    known = forms(rulebook.folders, year)
    return compose(facts, score(facts, rules), rules, paper, project=project, forms=known, date="2024-03-20")


def share(certificate: Certificate | None) -> float:
    """The checked share of the numbers that have a partner."""
    assert certificate is not None
    return certificate.checked / (certificate.numbers - certificate.alone)


def untold(facts: Dossier, document: Document, never: tuple[str, ...] = ()) -> list[str]:
    """Paths of stated facts that the report does not tell; those that begin with one of ``never`` need not be."""
    text = document.plain_text().replace("\n", "")
    assert document.ledger is not None
    traced = {path for entry in document.ledger.entries for path in entry.facts}
    return [
        path
        for path, value in leaves(facts)
        if not path.startswith((*_NOT_TOLD, *never))
        and path.rpartition(".")[2] not in _SILENT
        and path not in traced
        and not _in(text, value)
    ]


def _in(text: str, value: object) -> bool:
    if isinstance(value, Absent | bool):
        return True  # told in words of the template
    return all(line.strip().rstrip("。；，") in text for line in str(value).splitlines())


def sections(document: Document) -> list[str]:
    """Headings of the first level without their numbers."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.level == 1]
    return [block.text.removeprefix(block.number) for block in headings]
