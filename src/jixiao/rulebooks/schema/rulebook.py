"""A rulebook: the rules of one place, each value a dated row with its source.

`RulebookFile` is what a folder states; `Rulebook` is the same with its parents; `Rules` is what applies in
one fiscal year.
"""

from typing import Generic, Literal, TypeVar

from pydantic import Field, StrictBool, StrictInt

from jixiao.rulebooks.schema.topics import (
    Deadlines,
    Direction,
    Exact,
    ExAnteRules,
    Execution,
    Framework,
    Grades,
    Linkages,
    Monitoring,
    Overshoot,
    Part,
    Proofs,
    Rounding,
    Rule,
    Scheme,
    Sections,
    Signing,
)

Topic = TypeVar("Topic", bound=Part)


class Source(Part):
    """A document that a value rests on.

    ``evidence`` says how we know it: read, restated by others, computed, unseen; or ``decision``: what the
    place's finance bureau decides of its own, which no document prescribes.
    """

    id: str
    title: str
    number: str = ""
    clause: str = ""
    where: str = ""
    evidence: Literal["", "read", "restated", "computed", "unseen", "decision"] = ""
    note: str = ""


class Row(Part, Generic[Topic]):
    """A value from the fiscal year ``from`` up to ``until`` (inclusive), with its source.

    ``verified`` is false where no document was seen that proves the value; scorecards show it as an
    assumption.
    """

    from_year: StrictInt = Field(alias="from")
    until: StrictInt | None = None
    value: Topic
    source: str
    verified: StrictBool
    note: str = ""


class Case(Part):
    """A worked case from published text; runs as a test.

    ``kind`` says what is computed: ``grade`` (score), ``leaf`` (direction or rule with weight, target,
    actual …), ``execution`` (budget, outturn), ``conversion`` (raw, applicable points), ``sum`` (points).
    ``parameters`` are those of a leaf's ``rule``; a direction brings its own.
    """

    name: str
    kind: Literal["grade", "leaf", "execution", "conversion", "sum"]
    year: StrictInt
    given: dict[str, Exact | str | StrictBool | list[Exact]]
    parameters: dict[str, Exact | str | StrictBool | list[dict[str, Exact | str]]] = Field(
        default_factory=dict
    )
    expected: Exact | str
    source: str


class RulebookFile(Part):
    """What ``rulebook.toml`` of one folder may hold."""

    key: str = ""  # the folder's name; filled in by the loader
    name: str
    parent: str = ""
    division_code: str = ""
    level: Literal["nation", "province", "city", "county", "zone"]
    invented: StrictBool = False
    note: str = ""
    sources: tuple[Source, ...] = ()
    grades: tuple[Row[Grades], ...] = ()
    rounding: tuple[Row[Rounding], ...] = ()
    execution: tuple[Row[Execution], ...] = ()
    leaf_rules: dict[Direction, tuple[Row[Rule], ...]] = Field(default_factory=dict)
    overshoot: tuple[Row[Overshoot], ...] = ()
    framework: tuple[Row[Framework], ...] = ()
    schemes: dict[str, tuple[Row[Scheme], ...]] = Field(default_factory=dict)  # project, department
    monitoring: tuple[Row[Monitoring], ...] = ()
    ex_ante: tuple[Row[ExAnteRules], ...] = ()
    linkages: tuple[Row[Linkages], ...] = ()
    sections: dict[str, tuple[Row[Sections], ...]] = Field(default_factory=dict)  # by kind of report
    signing: dict[str, tuple[Row[Signing], ...]] = Field(default_factory=dict)  # by kind of form
    proofs: dict[str, tuple[Row[Proofs], ...]] = Field(default_factory=dict)  # by kind of form
    deadlines: tuple[Row[Deadlines], ...] = ()
    cases: tuple[Case, ...] = ()
