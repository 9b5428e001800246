"""Words to choose from: for the enumerations of the dossier, and what the rules of a place name."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from jixiao.dossiers.workbook.kinds import Field, Kind
from jixiao.dossiers.workbook.layouts import shared
from jixiao.dossiers.workbook.shapes import Column
from jixiao.rulebooks.resolving import Rules

_TRUTH: Final = "truth"


def labels(column: Column) -> Mapping[str, str]:
    """What is shown for each value of an enumeration or a truth value (``true``, ``false``); else empty."""
    if column.kind is Kind.TRUTH:
        return _labels(_TRUTH)
    if column.kind is Kind.CHOICE and column.choices:
        return _labels(column.choices)
    return {}


@cache
def spellings(column_choices: str) -> dict[str, str]:
    """Every word that is understood for a choice, without spaces and in plain signs."""
    shown = _labels(column_choices)
    words = {label: value for value, label in shown.items()} | {value: value for value in shown}
    more: dict[str, str] = _table(column_choices).get("spellings", {})
    return words | more


def spelled(field: Field, choices: str) -> dict[str, str]:
    """The words that are understood in a column."""
    return spellings(_TRUTH if field.kind is Kind.TRUTH else choices)


def offered(column: Column, rules: Rules | None) -> tuple[str, ...]:
    """The words of a drop-down list; empty where there is none."""
    if column.suggest:
        return column.suggest
    fixed = labels(column)
    if fixed:
        return tuple(fixed.values())
    if rules is None or not column.choices:
        return ()
    return _of_rules(column.choices, rules)


def is_closed(column: Column) -> bool:
    """Whether nothing else may stand there."""
    return column.kind in {Kind.TRUTH, Kind.CHOICE}


def _of_rules(name: str, rules: Rules) -> tuple[str, ...]:
    levels = rules.framework.value.levels if rules.framework else ()
    ex_ante = rules.ex_ante.value if rules.ex_ante else None
    scheme = rules.schemes.get("department")
    found: dict[str, Any] = {
        "rulebook": rules.lineage[:1],
        "level1": [level.name for level in levels]
        + [group.name for group in (scheme.value.groups if scheme else ()) if group.role == "indicators"],
        "level2": [name for level in levels for name in level.members],
        "grade": [band.name for band in rules.grades.value.bands] if rules.grades else (),
        "conclusion": ex_ante.conclusions if ex_ante else (),
        "dimension": [dimension.name for dimension in ex_ante.dimensions] if ex_ante else (),
        "band": _bands(rules),
        "rule": sorted({settled.value.rule for settled in rules.leaf_rules.values()}),
    }
    return tuple(dict.fromkeys(found.get(name, ())))


def _bands(rules: Rules) -> list[str]:
    """The bands of qualitative rules."""
    found: list[str] = []
    for settled in rules.leaf_rules.values():
        for value in settled.value.parameters.values():
            if isinstance(value, list):
                found += [str(one["name"]) for one in value if "name" in one]
    return found


def _labels(name: str) -> dict[str, str]:
    found: dict[str, str] = _table(name)["labels"]
    return found


def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = shared("choices")[name]
    return found
