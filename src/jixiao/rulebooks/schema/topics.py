"""The topics of a rulebook: what each value looks like.

Sources of the shapes: the local forms and rules described in each rulebook. A topic's value is whole: a
county that changes one grade band states all of them.
"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from jixiao.core.interval import decimal

_PLAIN: Final = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


class Part(BaseModel):
    """The base of every value: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _exact(value: object) -> object:
    """A number as such or as plain text; no float, no exponent, nothing endless."""
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if number or (isinstance(value, str) and _PLAIN.fullmatch(value)):
        try:
            return decimal(value)  # type: ignore[arg-type]  # one of the three
        except ValueError:
            pass
    raise PydanticCustomError("exact", "“{value}”不是精确的数", {"value": str(value)})


Exact = Annotated[Decimal, BeforeValidator(_exact)]
"""A number of a rule: exact, never a float."""


class Band(Part):
    """A grade: scores from ``at_least`` up to the next higher band (half-open)."""

    name: str
    at_least: Exact
    aliases: tuple[str, ...] = ()  # 优秀 for 优


class Grades(Part):
    """Grade bands, from the best down; the score is rounded to ``decimals`` before it is placed."""

    bands: tuple[Band, ...]
    decimals: StrictInt = 2


class Rounding(Part):
    """Half-up to ``decimals``, at every leaf, at every group or at the total only."""

    decimals: StrictInt
    at: Literal["leaf", "level", "total"]


class Rule(Part):
    """A leaf rule by name (a file of ``scoring/rules``) with its parameters."""

    rule: str
    parameters: dict[str, Exact | str | StrictBool | list[dict[str, Exact | str]]] = Field(
        default_factory=dict
    )


class Direction(StrEnum):
    """Directions of an indicator; each has its rule in the topic ``leaf_rules``."""

    HIGHER = "higher"
    LOWER = "lower"
    EQUAL = "equal"
    RANGE = "range"
    QUALITATIVE = "qualitative"
    TEXT = "text"  # a target in words without an operator


class Execution(Part):
    """Budget-execution points: rate = outturn ÷ ``denominator``, scored by ``rule``."""

    points: Exact
    denominator: Literal["original_budget", "revised_budget"]
    rule: Rule


class Overshoot(Part):
    """An explanation is due from ``threshold`` times the target; with a zero target, from a value."""

    threshold: Exact
    zero_target_actual: Exact | None = None
    effect: Literal["explain", "deduct", "none"]


class FixedLeaf(Part):
    """A line that the place prescribes."""

    code: str
    name: str
    level2: str = ""
    weight: Exact | None = None
    rule: Rule | None = None
    target: Exact | str | None = None
    operator: str = ""
    may_be_not_applicable: StrictBool = False
    evidence_required: StrictBool = False


class Group(Part):
    """A group of lines and its points; ``points`` is left out where no source prints them.

    ``role``: ``execution`` is scored from the money, ``indicators`` from the dossier's lines whose
    ``level1`` is the group's name or one of ``members``, ``deduction`` can only subtract and has no points
    of its own.
    """

    code: str
    name: str
    role: Literal["execution", "indicators", "deduction"] = "indicators"
    points: Exact | None = None
    members: tuple[str, ...] = ()
    leaves: tuple[FixedLeaf, ...] = ()
    groups: tuple["Group", ...] = ()
    rule: Rule | None = None  # for lines of the group that name none


class Scheme(Part):
    """How an object (a department, a project) is scored.

    ``basis``: ``lines`` sums scored lines; ``projects`` shows the roll-up, the department's own score being
    printed without lines; ``printed`` has a result but no lines. ``full`` is the scale of the converted
    score. ``weights`` is what all points must reach; where a published table does not, it is kept and said.
    ``applicable_points`` fixes the denominator of the conversion where lines and weights are not printed.
    """

    basis: Literal["lines", "projects", "printed"]
    full: Exact = Decimal(100)
    weights: Exact | None = Decimal(100)
    convert: StrictBool = False  # take out what does not apply and convert to ``full``
    applicable_points: Exact | None = None
    groups: tuple[Group, ...] = ()
    roll_up: tuple["RollUpGroup", ...] = ()


class RollUpGroup(Part):
    """Projects of one origin under the name that the place's reports give them."""

    name: str
    origins: tuple[str, ...]
    base: StrictBool | None = None


class Level(Part):
    """A level-1 indicator of the framework with its level-2 indicators."""

    name: str
    members: tuple[str, ...] = ()


class Framework(Part):
    """The indicator tree: level 1 with level 2; the operators a form may use."""

    levels: tuple[Level, ...]
    operators: tuple[str, ...] = ("≥", ">", "=", "≤", "<", "range", "定性")


class Checkpoint(Part):
    """Warn when January to ``through_month`` spent less than ``execution_below`` percent."""

    through_month: StrictInt
    execution_below: Exact


class Lamps(Part):
    """Pace = actual ÷ (target × month ÷ 12) in percent, and the lamps below and from which it stands."""

    red_below: Exact
    yellow_below: Exact
    blue_from: Exact | None = None


class Monitoring(Part):
    """Monitoring of the year; what a place does not set is left out."""

    checkpoints: tuple[Checkpoint, ...] = ()
    deviation_over: Exact | None = None  # percentage points between attainment and execution
    indicator_lamps: Lamps | None = None
    money_lamps: Lamps | None = None
    handling_days: StrictInt | None = None
    handlings: tuple[str, ...] = ()


class Dimension(Part):
    """A dimension of ex-ante evaluation; ``policy_name`` where policies are judged instead of projects."""

    name: str
    policy_name: str = ""
    points: Exact | None = None


class ExAnteRules(Part):
    """事前绩效评估: dimensions and possible conclusions."""

    dimensions: tuple[Dimension, ...]
    conclusions: tuple[str, ...] = ()


class Linkage(Part):
    """What a grade means for next year's budget."""

    grade: str
    action: str


class Linkages(Part):
    """Results application."""

    rows: tuple[Linkage, ...]


class Sections(Part):
    """Headings that a report must have, in order."""

    headings: tuple[str, ...]


class Proof(Part):
    """A file that has to be, or may be, handed in with a form.

    ``of``: ``line`` asks it of every line of these first levels, second levels and directions (none
    stated: of every line), ``form`` of the form as a whole, ``sealed`` is the form itself, printed, signed,
    sealed and scanned. Without a ``mandatory`` one the form is not handed in.
    """

    what: str
    of: Literal["line", "form", "sealed"] = "line"
    level1: tuple[str, ...] = ()
    level2: tuple[str, ...] = ()
    directions: tuple[Direction, ...] = ()
    mandatory: StrictBool = True


class Proofs(Part):
    """All files that go with a form."""

    rows: tuple[Proof, ...]


class Signature(Part):
    """A place below a printed form: a signature, the seal of the body, or the date.

    ``fact`` is the field of the project whose name is printed beside it already.
    """

    title: str
    of: Literal["signature", "seal", "date"] = "signature"
    fact: Literal["", "manager", "finance_manager"] = ""


class Signing(Part):
    """Who signs and seals a form, in the order in which it is printed."""

    rows: tuple[Signature, ...]


class Deadline(Part):
    """Something due: a date in the fiscal year (``year`` 0) or the one after (1), or days after an event.

    ``kinds`` are the kinds of reports that are due then.
    """

    what: str
    kinds: tuple[str, ...] = ()
    year: StrictInt = 1
    month: StrictInt | None = None
    day: StrictInt | None = None
    days_after: StrictInt | None = None
    event: str = ""


class Deadlines(Part):
    """All deadlines."""

    rows: tuple[Deadline, ...]
