"""The scorecard: raw and converted score with the trace of every point.

A number that cannot be rebuilt is None, and ``reason`` says why. ``published`` is what a report prints; it
is compared and never used as an input. ``points`` of a leaf is the score that stands with its proof;
``by_rule`` is what the rule alone gives, also where a published score contradicts it. Sentences are Chinese,
and their English stands in the field whose name ends in ``_en``.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.core.frozen import frozen


@frozen
class LeafScore:
    """One scored line.

    Attributes:
        points: the score, where rule and inputs give it and nothing published contradicts it; else None.
        by_rule: what the rule gives from the inputs; None where it cannot be computed.
        rule: name of the rule, ``rule_title`` its Chinese title; ``parameters`` as applied.
        inputs: what went in, by name, as text.
        reason: how the points came about, or why there are none.
    """

    code: str
    name: str
    operator: str
    target: str | None
    actual: str | None
    unit: str
    weight: Decimal | None
    points: Decimal | None
    by_rule: Decimal | None
    rule: str
    reason: str
    published: Decimal | None = None
    applicable: bool = True
    level1: str = ""
    level2: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    reason_en: str = ""
    rule_title: str = ""
    target_upper: str | None = None  # the upper end of a range

    @property
    def aim(self) -> str:
        """The target with its operator as people write it: ``≥95``, ``5～10``; without the unit."""
        if self.operator == "range":
            return f"{self.target or ''}～{self.target_upper or ''}"
        return f"{self.operator}{self.target or ''}"

    @property
    def standing(self) -> Decimal | None:
        """The points that count in totals: proved ones, else the published ones."""
        return self.points if self.points is not None else self.published


@frozen
class GroupScore:
    """A group of lines: its full mark as set, and the sum of what stands."""

    code: str
    name: str
    full: Decimal | None
    points: Decimal | None
    leaves: tuple[LeafScore, ...] = ()
    reason: str = ""
    reason_en: str = ""


@frozen
class ProjectScore:
    """A project with its score: the published one where there is one, else the recomputed.

    ``budget`` and ``outturn`` are in yuan, ``rate`` is in percent; ``recomputed`` is None where no rule
    rebuilds it, otherwise of ``full`` points.
    """

    code: str
    name: str
    group: str
    budget: Decimal | None
    outturn: Decimal | None
    rate: Decimal | None
    score: Decimal | None
    grade: str
    recomputed: Decimal | None
    reason: str
    groups: tuple[GroupScore, ...] = ()
    full: Decimal | None = None
    published: Decimal | None = None
    reason_en: str = ""

    @property
    def proved(self) -> Decimal | None:
        """The score, where the rules give it and nothing published contradicts it."""
        return self.recomputed if self.published in (None, self.recomputed) else None


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value of the rulebook that was used and that no document proves.

    ``topic`` is its key in the rulebook (``leaf_rules.higher``).
    """

    topic: str
    value: str
    source: str
    note: str


@frozen
class Difference:
    """A published figure and its recomputation, where they differ or nothing can be recomputed (None).

    ``fact`` is the path of the published figure in the dossier, or of what it is about.
    """

    where: str
    published: str | None
    recomputed: str | None
    why: str
    why_en: str = ""
    fact: str = ""

    @property
    def contradicts(self) -> bool:
        """Whether the recomputation proves the published figure wrong."""
        return self.published is not None and self.recomputed is not None


@frozen
class Notice:
    """Something that the reader has to know: a line that is missing, or fits nowhere, or wants a reason.

    ``about`` is ``evidence`` where a prescribed line has none, ``proofs`` where a file that the form is asked
    for is missing; pages lead from it to the files instead of a cell. It is ``department`` where facts beyond
    one project contradict each other: nothing to tell where only some of the projects are known.
    """

    where: str
    zh: str
    en: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """What the report prints as its result."""

    total: Decimal | None = None
    converted: Decimal | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class RollUp:
    """Projects of one origin together: amounts in yuan, rate in percent, counts of grades."""

    name: str
    count: int
    budget: Decimal | None
    outturn: Decimal | None
    rate: Decimal | None
    grades: dict[str, int]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The result of scoring one dossier.

    ``raw`` of ``full`` points before, ``converted`` after taking out what does not apply (100-point scale);
    ``reason`` says how it came about or why there is none. ``money_unit`` is the dossier's, for display.
    """

    department: str
    year: int
    rulebook: str
    raw: Decimal | None
    full: Decimal | None
    converted: Decimal | None
    grade: str | None
    published: PublishedResult
    groups: tuple[GroupScore, ...]
    projects: tuple[ProjectScore, ...]
    roll_ups: tuple[RollUp, ...]
    assumptions: tuple[Assumption, ...]
    differences: tuple[Difference, ...]
    notices: tuple[Notice, ...] = ()
    reason: str = ""
    reason_en: str = ""
    money_unit: str = "万元"

    @property
    def standing(self) -> Decimal | None:
        """The department's score as it stands: the converted one, else the raw one, else as published."""
        for score in (self.converted, self.raw, self.published.converted, self.published.total):
            if score is not None:
                return score
        return None
