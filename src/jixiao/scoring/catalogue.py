"""What a leaf rule is, and how the rules are found: every module of ``rules``, named as its rule."""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module

from jixiao.scoring.line import Line, Outcome, UnscoredError
from jixiao.scoring.parameters import Given, Parameter, Parameters, settled

Scoring = Callable[[Line], Outcome]
"""A rule with its parameters: None as points, with the reason, where they cannot be computed."""


class Order(StrEnum):
    """How points follow the actual value: up, down, or neither."""

    RISES = "rises"
    FALLS = "falls"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Example:
    """A line worked by hand; runs as a test and stands in the documentation.

    Attributes:
        calculation: arithmetic as on paper (``10 × 90 ÷ 95``), empty where nothing can be computed.
        note: what it shows, in Chinese.
    """

    line: Line
    calculation: str
    note: str
    parameters: Mapping[str, Given] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeafRule:
    """A scoring rule of single lines.

    ``compute`` is pure: the same line and parameters give the same points everywhere. ``source`` says where
    the rule is laid down or was seen, by the ids of the domain facts (POS-LINEAR …) and in words.
    ``exceeds`` marks rules whose points may leave the range from 0 to the weight.
    """

    name: str
    title: str
    title_en: str
    explanation: str
    explanation_en: str
    source: str
    compute: Callable[[Line, Parameters], Outcome]
    examples: tuple[Example, ...]
    parameters: tuple[Parameter, ...] = ()
    order: Order = Order.NEITHER
    exceeds: bool = False

    def score(self, line: Line, given: Mapping[str, Given]) -> Outcome:
        """The points of a line; None with the reason where they cannot be computed."""
        return self.under(given)(line)

    def under(self, given: Mapping[str, Given]) -> Scoring:
        """The rule under these parameters, for any number of lines; wrong ones score none of them."""
        try:
            parameters = settled(self.parameters, given)
        except UnscoredError as error:
            wrong = Outcome(None, error.zh, error.en)
            return lambda _: wrong

        def scored(line: Line) -> Outcome:
            try:
                return self.compute(line, parameters)
            except UnscoredError as error:
                return Outcome(None, error.zh, error.en)

        return scored


@cache
def load() -> Mapping[str, LeafRule]:
    """All rules by name."""
    package = import_module("jixiao.scoring.rules")
    modules = [
        import_module(f"{package.__name__}.{info.name}") for info in pkgutil.iter_modules(package.__path__)
    ]
    return {module.NAME: module.RULE for module in modules}
