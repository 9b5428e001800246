"""Data beside the schema: the leaf rules that rulebooks may name, and the inputs of worked cases."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

_FOLDER: Final = Path(__file__).parent / "schema"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a leaf rule; ``about`` in Chinese and English, ``columns`` of a list of rows."""

    kind: Literal["number", "text", "flag", "rows"]
    about: tuple[str, str]
    required: bool = False
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeafRule:
    """A leaf rule by its titles, Chinese and English, and its parameters."""

    title: tuple[str, str]
    parameters: Mapping[str, Parameter]


@dataclass(frozen=True, slots=True)
class CaseInputs:
    """What a case of one kind is given, by name with its kind of value; and the kind of its result."""

    result: str
    needs: Mapping[str, str]
    one_of: Mapping[str, str] = field(default_factory=dict)
    may: Mapping[str, str] = field(default_factory=dict)

    @property
    def every(self) -> dict[str, str]:
        """All inputs."""
        return {**self.needs, **self.one_of, **self.may}


@cache
def leaf_rules() -> dict[str, LeafRule]:
    """All leaf rules by name."""
    data = tomllib.loads((_FOLDER / "leaf_rules.toml").read_text(encoding="utf-8"))
    return {
        name: LeafRule(
            (rule["title"][0], rule["title"][1]),
            {key: Parameter(**_frozen(one)) for key, one in rule.get("parameters", {}).items()},
        )
        for name, rule in data.items()
    }


@cache
def case_inputs() -> dict[str, CaseInputs]:
    """What is given, by kind of case."""
    data = tomllib.loads((_FOLDER / "case_inputs.toml").read_text(encoding="utf-8"))
    return {kind: CaseInputs(**one) for kind, one in data.items()}


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
