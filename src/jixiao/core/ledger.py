"""The ledger of a report that we wrote: for every printed number the facts and the formula it came from.

A number is anchored in the text by a `Mark` with the name of its entry; a Word file keeps both, the entry in
a data part and the anchor as a bookmark. So a later reading can tell which numbers were altered by hand.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from jixiao.core.frozen import frozen


@frozen
class Term:
    """A fact, by its path: ``projects.p02.outturn`` in the dossier, ``score.raw`` in the scorecard."""

    path: str


@frozen
class Constant:
    """A number that the formula itself brings: the 100 of a percentage."""

    value: Decimal


@frozen
class Operation:
    """Two expressions joined by a sign."""

    sign: Literal["+", "-", "*", "/"]
    left: "Expression"
    right: "Expression"


@frozen
class Total:
    """The sum of expressions."""

    parts: tuple["Expression", ...]


Expression: TypeAlias = Term | Constant | Operation | Total

Origin = Literal["fact", "computed", "words", "template"]
"""``fact``: a value of the dossier or scorecard; ``computed``: a formula over facts; ``words``: a number
within a text of the dossier; ``template``: a number that the template or form itself prints."""


@frozen
class Entry:
    """One printed number.

    Attributes:
        name: of the entry and of its anchor, ``_jx00017``; unique in the report.
        printed: the characters as printed, with a unit that stands beside: ``866.74万元``, ``97.27%``.
        value: the number in ``unit``, exact where it is a finite decimal, else with eight more decimals than
            are printed; None for a number within words that is no decimal.
        unit: as in ``printed`` or in the heading of the column: 元, 万元, %, 分, 人, or nothing.
        decimals: how many are printed; rounded half-up.
        facts: paths of all facts that went in; for ``template`` the file and line.
        formula: how the facts make the number, empty for a fact itself: ``{a.outturn} ÷ {a.budget} × 100``.
        expression: the same as a tree; None where the ledger was read from a file.
    """

    name: str
    printed: str
    value: Decimal | None
    unit: str
    decimals: int
    origin: Origin
    facts: tuple[str, ...]
    formula: str = ""
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of a report in the order of printing, and what the report was made from.

    ``facts_digest`` is the SHA-256 of the dossier as canonical TOML; ``missing`` are the names of entries
    whose anchor is no longer in the file (only after reading); ``unreadable`` says why the ledger of a file
    could not be read, and then nothing else in it counts.
    """

    kind: str
    department: str
    year: int
    rulebook: str
    facts_digest: str
    entries: tuple[Entry, ...]
    missing: tuple[str, ...] = ()
    unreadable: str = ""

    def entry(self, name: str) -> Entry | None:
        """The entry of this name."""
        return next((entry for entry in self.entries if entry.name == name), None)


_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}


def written(expression: Expression) -> str:
    """The expression as people read it; facts stand in braces."""
    return _written(expression, 0)


def terms(expression: Expression) -> tuple[str, ...]:
    """The paths of all facts in the expression, each once, in order."""
    return tuple(dict.fromkeys(_terms(expression)))


def _written(expression: Expression, around: int) -> str:
    if isinstance(expression, Term):
        return f"{{{expression.path}}}"
    if isinstance(expression, Constant):
        return f"{expression.value:f}"
    if isinstance(expression, Total):
        text, binding = " + ".join(_written(part, 1) for part in expression.parts) or "0", 1
    else:
        binding = _BINDING[expression.sign]
        # a − (b + c) and a ÷ (b × c) need their brackets, a + b + c does not
        right = binding + (expression.sign in "-/")
        text = (
            f"{_written(expression.left, binding)}{_SIGNS[expression.sign]}"
            f"{_written(expression.right, right)}"
        )
    return f"（{text}）" if binding < around else text


def _terms(expression: Expression) -> list[str]:
    if isinstance(expression, Term):
        return [expression.path]
    if isinstance(expression, Constant):
        return []
    parts = expression.parts if isinstance(expression, Total) else (expression.left, expression.right)
    return [path for part in parts for path in _terms(part)]
