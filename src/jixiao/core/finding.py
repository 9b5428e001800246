"""Findings: contradictions and faults shown to the user, and the certificate of what was checked."""

import hashlib
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from jixiao.core.place import Place

Severity = Literal["error", "warning", "info"]

_COMPARED = re.compile(r" [=≠<>≤≥] ")


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of a contradiction: the words there and their place."""

    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, once, with its proof.

    ``code`` names the check (JX101 …); ``error_type`` is a word such as ``transposed_digits``, empty when
    unknown; ``amount`` is the money at stake in yuan, None where none is.
    """

    code: str
    severity: Severity
    kind: str
    title: str
    message: str
    message_en: str
    quote: str
    place: Place
    related: tuple[Related, ...] = ()
    expression: str = ""
    stated: str = ""
    computed: str = ""
    suggestion: str = ""
    error_type: str = ""
    claims: tuple[str, ...] = ()
    amount: Decimal | None = None
    title_en: str = ""
    suggestion_en: str = ""
    keys: tuple[str, ...] = field(default=())
    """Bound keys (subject, item, role …) that identify the fault independently of its position."""

    @property
    def compares(self) -> bool:
        """Whether the expression is a comparison, 90% < 95%, which says all: neither side is computed."""
        return _COMPARED.search(self.expression) is not None

    @property
    def fingerprint(self) -> str:
        """Stable against moves of the text, changed by any change of the figures (design section 4)."""
        parts = (
            self.code,
            *self.keys,
            self.quote,
            *sorted(r.quote for r in self.related),
            self.stated,
            self.computed,
        )
        return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A number that took part in no decided claim, with the reason in plain Chinese."""

    text: str
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class Certificate:
    """How many numbers there are, how many took part in a decided claim, how many have no partner."""

    numbers: int
    checked: int
    alone: int
    unchecked: tuple[Unchecked, ...] = ()

    @property
    def share(self) -> Decimal | None:
        """Checked ÷ (numbers − alone), four decimals; None when there is nothing to check."""
        base = self.numbers - self.alone
        return None if base <= 0 else (Decimal(self.checked) / Decimal(base)).quantize(Decimal("0.0001"))
