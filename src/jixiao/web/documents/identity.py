"""Which finding of one version is which of the next."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from jixiao.core.finding import Finding

_FIGURES: Final = re.compile(r"[0-9０-９][0-9０-９.,，．]*")
_SPACE: Final = re.compile(r"\s+")


def identities(findings: Iterable[Finding]) -> list[str]:
    """One for each finding, in order: its fingerprint, which knows no position, numbered where it recurs.

    A sentence printed twice with the same fault gives two findings with one fingerprint; each gets a
    verdict of its own.
    """
    seen: Counter[str] = Counter()
    found: list[str] = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        found.append(finding.fingerprint if count == 1 else f"{finding.fingerprint}-{count}")
    return found


def likeness(finding: Finding) -> str:
    """The same for two findings in the same words with other figures.

    A verdict never passes from one to the other by itself; it is shown as a reminder.
    """
    quotes = (finding.quote, *sorted(side.quote for side in finding.related))
    parts = (finding.code, finding.kind, *(_SPACE.sub("", _FIGURES.sub("#", quote)) for quote in quotes))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
