"""Scored lines: target and actual value as people write them, with the unit.

``{{ aimed(leaf) }}`` ≥90%; ``{{ reached(leaf) }}`` 90%; ``{{ compared(leaf) }}`` says both.
A line that scores the budget execution reaches its rate.
"""

import re
from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_QUALITATIVE: Final = "定性"


def functions(printer: Printer) -> "Callables":
    """``aimed``, ``reached`` and ``compared``."""

    def aimed(leaf: Any) -> object:  # noqa: ANN401  # a line of the scorecard
        if "rate" in leaf.inputs:
            return "—"
        if isinstance(leaf.target, Gap):
            return leaf.target
        words = leaf.target if leaf.operator == _QUALITATIVE else leaf.aim
        return _with_unit(words, leaf)

    def reached(leaf: Any) -> object:  # noqa: ANN401  # a line of the scorecard
        if "rate" in leaf.inputs:
            return leaf.inputs["rate"]
        return leaf.actual if isinstance(leaf.actual, Gap) else _with_unit(leaf.actual, leaf)

    def compared(leaf: Any) -> str:  # noqa: ANN401  # a line of the scorecard
        """年度指标值≥90%，实际完成值90%，; nothing where either is in words, which the table shows."""
        if not (_numeric(leaf.actual) and _numeric(leaf.target)):
            return ""
        return f"年度指标值{aimed(leaf)}，实际完成值{reached(leaf)}，"

    def _with_unit(words: Words, leaf: Any) -> Words:  # noqa: ANN401  # a line of the scorecard
        unit = leaf.unit.text if isinstance(leaf.unit, Words) and _numeric(leaf.target) else ""
        text = words.text if not unit or words.text.endswith(unit) else words.text + unit
        return Words(text, words.path, printer)

    return {"aimed": aimed, "reached": reached, "compared": compared}


def _numeric(words: object) -> bool:
    return isinstance(words, Words) and _NUMBER.fullmatch(words.text) is not None
