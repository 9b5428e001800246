"""Cases of statements, kept as data in ``cases/<kind>.toml``: a text, what it claims, the codes of its errors.

A case that the program should understand and does not yet stands under ``known_gaps`` with a reason: nothing
asserts it, so that the list can be read as work to do.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jixiao.core.claim import Claim
from jixiao.pipeline import check_text

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in the terms of a case: operands as printed figures without units, in any order."""

    kind: str
    stated: str
    operands: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what must come out; ``notes`` maps a claim to the note it must have."""

    name: str
    text: str
    claims: tuple[Told, ...]
    notes: dict[Told, str]
    findings: tuple[str, ...]


def cases(kind: str) -> list[Case]:
    """The cases of one kind."""
    data = tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))
    return [_case(kind, entry) for entry in data["cases"]]


def _case(kind: str, entry: dict[str, Any]) -> Case:
    claims = {
        Told(
            claim.get("kind", kind), claim["stated"], tuple(sorted(claim["operands"])), claim["verdict"]
        ): claim.get("note", "")
        for claim in entry["claims"]
    }
    return Case(
        entry["name"],
        entry["text"],
        tuple(claims),
        {told: note for told, note in claims.items() if note},
        tuple(sorted(entry["findings"])),
    )


def told(claim: Claim) -> Told:
    """A claim of the program in the terms of a case."""
    figures = sorted(f"{operand.quantity.number:f}" for operand in claim.relation.operands)
    return Told(claim.kind, claim.stated, tuple(figures), claim.verdict)


def verify(case: Case) -> None:
    """The text claims at least what the case says, and its errors are exactly those of the case."""
    report = check_text(case.text)
    found = {told(claim): claim.note for claim in report.claims}
    missing = [one for one in case.claims if one not in found]
    assert not missing, f"{case.name}: {missing} not among {list(found)}"
    assert {one: found[one] for one in case.notes} == case.notes
    errors = sorted(finding.code for finding in report.findings if finding.severity == "error")
    shown = [(finding.code, finding.quote, finding.message) for finding in report.findings]
    assert tuple(errors) == case.findings, f"{case.name}: {shown}"
    assert not [finding.code for finding in report.findings if finding.code.startswith("JX9")]
