"""Which stretches of a document's text are marked: numbers by their verdict, findings by their words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from jixiao.core.claim import Claim
from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.renderers.locating import locate

Key = tuple[int, int | None, int | None]
"""A block, or a cell of it by row and column."""

_LONGEST_PROOF = 160
_PROOFS = 3
"""More relations than this on one number are only counted."""


@dataclass(slots=True)
class Mark:
    """A stretch of text: a number (``status``) or words of a finding (``side`` 0 is its own place)."""

    start: int
    end: int
    status: str = ""
    title: str = ""
    finding: int | None = None
    side: int = 0
    severity: str = ""

    @property
    def anchor(self) -> str:
        """The id of the words of a finding."""
        return f"f{self.finding}-{self.side}"


@dataclass(slots=True)
class _Number:
    """What is known of one number."""

    end: int
    checked: bool = False
    failed: bool = False
    why: str = ""
    proofs: list[str] = field(default_factory=list)


class Marks:
    """All marks of a report by block or cell."""

    def __init__(self, report: Report) -> None:
        self._numbers: dict[Key, dict[int, _Number]] = defaultdict(dict)
        self._findings: dict[Key, list[Mark]] = defaultdict(list)
        self.placed: dict[int, set[int]] = defaultdict(set)
        """The sides of each finding (by its place among the findings) that could be shown."""
        if report.document is not None:
            for claim in report.claims:
                self._claim(claim)
            self._unchecked(report, report.document)
            for number, finding in enumerate(report.findings):
                self._finding(number, finding, report.document)

    def _claim(self, claim: Claim) -> None:
        """Every number that takes part, unless nothing was decided."""
        proof = f"{claim.expression} = {claim.computed}" if claim.computed else claim.expression
        proof = proof if len(proof) <= _LONGEST_PROOF else proof[: _LONGEST_PROOF - 1] + "…"
        for quantity in claim.quantities:
            place = quantity.place
            numbers = self._numbers[(place.block, place.row, place.column)]
            number = numbers.setdefault(quantity.start, _Number(quantity.end))
            if claim.verdict == "holds":
                number.checked = True
                number.proofs.append(f"{proof}，与原文 {claim.stated} 相符")
            elif claim.verdict == "fails":
                number.failed = True
                number.proofs.append(f"{proof}，原文 {claim.stated}")

    def _unchecked(self, report: Report, document: Document) -> None:
        for number in report.certificate.unchecked if report.certificate else ():
            spot = locate(document, number.place, number.text)
            if spot is not None:
                key = (number.place.block, number.place.row, number.place.column)
                self._numbers[key].setdefault(spot.start, _Number(spot.end)).why = number.why

    def _finding(self, number: int, finding: Finding, document: Document) -> None:
        sides = [(finding.quote, finding.place)]
        sides += [(side.quote, side.place) for side in finding.related]
        for side, (quote, place) in enumerate(sides):
            spot = locate(document, place, quote)
            if spot is None:
                continue
            severity = finding.severity if side == 0 else "side"
            mark = Mark(spot.start, spot.end, finding=number, side=side, severity=severity)
            self._findings[(place.block, place.row, place.column)].append(mark)
            self.placed[number].add(side)

    def of(self, key: Key) -> list[Mark]:
        """The marks of a block or cell."""
        return [*self._findings.get(key, ()), *self._number_marks(key)]

    def findings_in(self, block: int) -> list[int]:
        """The findings whose own place is in the block, in their order."""
        return sorted(
            {
                mark.finding
                for key, marks in self._findings.items()
                if key[0] == block
                for mark in marks
                if mark.side == 0 and mark.finding is not None
            }
        )

    def _number_marks(self, key: Key) -> Iterator[Mark]:
        for start, number in self._numbers.get(key, {}).items():
            proofs = number.proofs[:_PROOFS]
            if len(number.proofs) > _PROOFS:
                proofs.append(f"另有 {len(number.proofs) - _PROOFS} 项核对")
            if number.failed or number.checked:
                status = "bad" if number.failed and not number.checked else "ok"
                yield Mark(start, number.end, status, "；".join(proofs))
            elif number.why:
                yield Mark(start, number.end, "open", f"未核对：{number.why}")


def marked(text: str, marks: list[Mark]) -> str:
    """The text as HTML with its marks; marks may overlap, so it is cut at every edge."""
    edges = sorted({0, len(text)} | {e for m in marks for e in (m.start, m.end) if 0 <= e <= len(text)})
    pieces: list[str] = []
    begun: set[str] = set()
    for start, end in pairwise(edges):
        over = [m for m in marks if m.start <= start and end <= m.end and m.start < m.end]
        pieces.append(_piece(text[start:end], over, begun))
    empty = [m for m in marks if m.start == m.end and m.finding is not None]
    return "".join(f'<i id="{m.anchor}"></i>' for m in empty) + "".join(pieces)


def _piece(text: str, over: list[Mark], begun: set[str]) -> str:
    """One stretch under the same marks: findings outside, worst colour first, the number inside."""
    html = escape(text)
    number = next((m for m in over if m.status), None)
    findings = [m for m in over if m.finding is not None]
    if number is not None:
        html = f'<span class="n {number.status}" tabindex="-1" title="{escape(number.title)}">{html}</span>'
    for mark in reversed(findings):
        anchor = "" if mark.anchor in begun else f' id="{mark.anchor}"'
        begun.add(mark.anchor)
        html = f'<mark class="{mark.severity}" data-f="{mark.finding}"{anchor}>{html}</mark>'
    return html
