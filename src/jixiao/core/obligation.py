"""Obligations: the cross-checks that a final-accounts package owes, and what became of each.

Silence is never taken for proof: a cross-check that could not run says so, with its reason.
"""

from dataclasses import dataclass
from typing import Literal

Status = Literal["holds", "fails", "not_run", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Obligation:
    """One cross-check of a package; ``rule`` is the code of its check, ``compared`` how often it compared.

    ``reason`` and ``reason_en`` say why it did not run, or what part of it did not; "" where all of it ran.
    """

    rule: str
    title: str
    title_en: str
    status: Status
    compared: int = 0
    reason: str = ""
    reason_en: str = ""
