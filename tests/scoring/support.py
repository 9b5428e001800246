"""Small dossiers and rulebooks for tests of scoring, made from plain data."""

from decimal import Decimal
from typing import Any

from jixiao.core.dossier import Dossier
from jixiao.core.scorecard import LeafScore, Scorecard
from jixiao.rulebooks.resolving import Rulebook, Rules
from jixiao.rulebooks.schema.rulebook import RulebookFile
from jixiao.scoring.card import score

BANDS = [
    {"name": "优", "at_least": 90, "aliases": ["优秀"]},
    {"name": "良", "at_least": 80},
    {"name": "差", "at_least": 0},
]
TOPICS: dict[str, Any] = {
    "grades": {"bands": BANDS},
    "rounding": {"decimals": 2, "at": "leaf"},
    "execution": {
        "points": 10,
        "denominator": "revised_budget",
        "rule": {"rule": "execution_proportional"},
    },
    "overshoot": {"threshold": "1.3", "zero_target_actual": 30, "effect": "explain"},
}
LEAF_RULES: dict[str, Any] = {
    "higher": {"rule": "proportional"},
    "lower": {"rule": "reverse"},
    "equal": {"rule": "equal"},
    "range": {"rule": "range"},
    "text": {"rule": "manual"},
}
EXECUTION = {"code": "execution", "name": "预算执行", "role": "execution", "points": 10}


def group(name: str, points: str | int | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """A group of a scheme."""
    return {"code": name, "name": name, "points": points, **more}


def scheme(*groups: dict[str, Any], basis: str = "lines", **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """A scheme with its groups."""
    return {"basis": basis, "groups": list(groups), **more}


def rules(  # what a rulebook has
    department: dict[str, Any] | None = None,
    project: dict[str, Any] | None = None,
    leaf_rules: dict[str, Any] | None = None,
    proofs: dict[str, Any] | None = None,
    unverified: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    **topics: Any,  # noqa: ANN401  # any topic
) -> Rules:
    """The rules of an invented place; ``unverified`` and ``without`` name topics."""
    schemes = {"department": department, "project": project}
    data = {
        "key": "test",
        "name": "测试区",
        "level": "county",
        "sources": [{"id": "s", "title": "某办法", "number": "某财〔2023〕1号"}],
        "schemes": {
            name: [row(value, f"schemes.{name}", unverified)] for name, value in schemes.items() if value
        },
        "leaf_rules": {
            name: [row(value, f"leaf_rules.{name}", unverified)]
            for name, value in (LEAF_RULES | (leaf_rules or {})).items()
            if value
        },
    }
    data["proofs"] = {name: [row(value, "proofs", unverified)] for name, value in (proofs or {}).items()}
    for name, value in (TOPICS | topics).items():
        if name not in without:
            data[name] = [row(value, name, unverified)]
    file = RulebookFile.model_validate(data)
    return Rulebook("test", "测试区", (file,)).rules(2023)


def row(value: dict[str, Any], topic: str, unverified: tuple[str, ...]) -> dict[str, Any]:
    """A row from 2020 on."""
    return {"from": 2020, "value": value, "source": "s", "verified": topic not in unverified, "note": "说明"}


def indicator(code: str, level1: str = "产出", **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    """An indicator; ``name`` is its code unless given."""
    return {"code": code, "level1": level1, "name": code, **more}


def dossier(
    *indicators: dict[str, Any],
    printed: dict[str, Any] | None = None,
    money: dict[str, Any] | None = None,
    projects: tuple[dict[str, Any], ...] = (),
) -> Dossier:
    """A department of the invented place."""
    return Dossier.model_validate(
        {
            "rulebook": "test",
            "fiscal_year": 2023,
            "department": {"code": "d1", "name": "某某办公室"},
            "accounts": {"expenditure": money or {}},
            "appraisal": {"indicators": list(indicators), "printed": printed or {}},
            "projects": list(projects),
        },
        context={},
    )


def one_line(line: dict[str, Any], given: Rules | None = None) -> tuple[LeafScore, Scorecard]:
    """A department of one line, and its score."""
    card = score(
        dossier({"level1": "产出", "code": "a", "name": "甲"} | line),
        given or rules(scheme(group("产出", 10))),
    )
    return card.groups[0].leaves[0], card


def points(*scores: str) -> list[Decimal]:
    """Decimals."""
    return [Decimal(one) for one in scores]
