"""The score table of many departments (部门得分汇总), and the sample drawn from it for a re-check."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from jixiao.core.scorecard import Scorecard

Origin = Literal["computed", "partly", "published", "none"]
"""From the rules alone, with lines that stand as published, as published altogether, or no score."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One department.

    Attributes:
        file: where its dossier was read.
        code: the department's code, which stays the same from year to year.
        card: its scorecard.
        rank: 1 for the best, shared by equal scores; None without a score.
    """

    file: str
    code: str
    card: Scorecard
    rank: int | None = None

    @property
    def score(self) -> Decimal | None:
        """The score by which it is ranked."""
        return self.card.standing

    @property
    def origin(self) -> Origin:
        """Whether the score was computed or copied."""
        if self.score is None:
            return "none"
        if self.card.converted is None and self.card.raw is None:
            return "published"
        leaves = (leaf for group in self.card.groups for leaf in group.leaves)
        return "partly" if any(leaf.applicable and leaf.points is None for leaf in leaves) else "computed"


@dataclass(frozen=True, slots=True)
class Unread:
    """A dossier that could not be scored: every fault as a line for the user, Chinese and English."""

    file: str
    faults: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A random sample of the rows: whoever has the seed and the table draws the same."""

    seed: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """All departments, best first; those without a score and the unread at the end."""

    rows: tuple[TableRow, ...]
    unread: tuple[Unread, ...] = ()
    sample: Sample | None = None
