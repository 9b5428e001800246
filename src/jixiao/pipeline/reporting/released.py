"""What writing a report yields: its bytes, or everything that keeps it from leaving."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from jixiao.core.finding import Finding
from jixiao.core.ledger import Ledger
from jixiao.core.report import Report
from jixiao.core.scorecard import Notice

Ground = Literal["finding", "unresolved", "difference", "unreadable"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that keeps a report here: where, why, and how to mend it.

    ``ground``: an error in the figures of the written file, a fact on which nothing decides, a published
    score that the rules contradict, or a file that our own reader cannot read. ``fact`` is its path in the
    dossier where it has one, ``code`` and ``fingerprint`` those of the finding.
    """

    ground: Ground
    where: str
    why: str
    fix: str
    where_en: str
    why_en: str
    fix_en: str
    fact: str = ""
    code: str = ""
    fingerprint: str = ""

    @property
    def identity(self) -> str:
        """The same as long as it is the same fault: a figure that changes makes it another one."""
        parts = (self.ground, self.fact, self.where, self.why)
        own = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
        return self.fingerprint or own

    def told(self, language: str) -> tuple[str, str]:
        """The fault, and below it the way to mend it."""
        if language == "zh":
            return f"{self.where}：{self.why}", self.fix
        return f"{self.where_en}: {self.why_en}", self.fix_en


@dataclass(frozen=True, slots=True)
class Explained:
    """An error finding that the unit states itself; ``fact`` and the rest are of its discrepancy."""

    finding: Finding
    fact: str
    statement: str
    signed_by: str


@dataclass(frozen=True, slots=True)
class ReleasedReport:
    """A report as written and checked.

    Attributes:
        data: the file; empty where it is refused.
        format: of the file; ``checked`` is the format that was read back and checked, ``docx`` for a pdf.
        report: what the checker says of it.
        gaps: facts that are missing, as printed, in order.
        refusals: what keeps it here; a draft is written nevertheless.
        waived: what would keep it here, had nobody answered for it with a reason.
        explained: errors that statements of the unit explain.
        notices: what else the reader should know: deadlines, totals that do not add up.
    """

    data: bytes
    kind: str
    title: str
    format: str
    checked: str
    report: Report
    ledger: Ledger | None
    gaps: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    waived: tuple[Refusal, ...] = ()
    explained: tuple[Explained, ...] = ()
    notices: tuple[Notice, ...] = ()
    draft: bool = False

    @property
    def refused(self) -> bool:
        """Whether there is nothing to write."""
        return bool(self.refusals) and not self.draft

    @property
    def faults(self) -> tuple[str, ...]:
        """In Chinese, everything that has to be supplied or mended before somebody can sign it."""
        return (*absent(self.gaps), *(one.told("zh")[0] for one in self.refusals))


def absent(gaps: Sequence[str]) -> tuple[str, ...]:
    """The facts that are missing in one sentence, each once with its number of places; none where none is."""
    counts = Counter(one.removeprefix("〔待补：").removesuffix("〕") for one in gaps)
    names = [name if count == 1 else f"{name}（{count}处）" for name, count in counts.items()]
    return (f"没有填写：{'、'.join(names)}",) if names else ()
