"""The shipped dossiers: they are accepted, their sums hold, and what they say of reports leads to facts."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import fact, keys, leaves
from jixiao.core.dossier.projects import Indicator
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.consistency import inconsistencies
from jixiao.dossiers.toml import read_toml, write_toml
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema.topics import Scheme

NAMES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/dossier.toml"))
SUMS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("sums.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["sum"]
each_dossier = pytest.mark.parametrize("name", NAMES)


@cache
def dossier(name: str) -> Dossier:
    path = ROOT / "examples" / name / "dossier.toml"
    return read_toml(path.read_text(encoding="utf-8"), str(path))


def paths(of: Dossier, path: str) -> Iterator[str]:
    """The path itself, or one for every member of the list that the part with * stands for."""
    if "*" not in path:
        yield path
        return
    before, _, after = path.partition("*")
    around, _, prefix = before.rpartition(".")
    members = fact(of, around)
    assert isinstance(members, tuple)
    yield from (f"{around}.{key}{after}" for key in keys(members) if key.startswith(prefix))


def number(value: object) -> Decimal:
    """Amounts in 万元, points and counts; a blank counts nothing."""
    if value is None:
        return Decimal(0)
    if isinstance(value, Money):
        return value.into(MoneyUnit.TEN_THOUSAND)
    assert isinstance(value, Decimal | int)
    return Decimal(value)


@pytest.mark.parametrize(
    "case", SUMS, ids=lambda case: f"{case['example']}:{case.get('total', case.get('is'))}"
)
def test_parts_make_their_total(case: dict[str, Any]) -> None:
    of = dossier(case["example"])
    parts = [number(fact(of, found)) for path in case["parts"] for found in paths(of, path)]
    total = number(fact(of, case["total"]) if "total" in case else case["is"])
    assert parts
    assert total - sum(parts) == case.get("apart", 0)


@each_dossier
def test_written_and_read_back_nothing_is_lost(name: str) -> None:
    assert read_toml(write_toml(dossier(name)), name) == dossier(name)


@each_dossier
def test_the_folder_names_the_rulebook_and_the_year(name: str) -> None:
    of = dossier(name)
    assert name.removesuffix("-corrected") == f"{of.rulebook}-{of.fiscal_year}"


def homeless(indicators: tuple[Indicator, ...], scheme: Scheme) -> list[str]:
    """The lines whose level 1 no group of the scheme takes; lines that are told and not scored need none."""
    if scheme.basis != "lines":
        return []
    taken = {name for group in scheme.groups for name in (group.name, *group.members)}
    return [indicator.name for indicator in indicators if indicator.level1 not in taken]


@each_dossier
def test_every_line_has_its_group_in_the_rulebook(name: str) -> None:
    of = dossier(name)
    schemes = load(of.rulebook).rules(of.fiscal_year).schemes
    assert not homeless(of.appraisal.indicators, schemes["department"].value)
    assert not [
        line for project in of.projects for line in homeless(project.indicators, schemes["project"].value)
    ]


@each_dossier
def test_no_fact_contradicts_another_without_being_told(name: str) -> None:
    assert [one.message for one in inconsistencies(dossier(name))] == []


@each_dossier
def test_every_contradiction_shows_what_was_printed(name: str) -> None:
    of = dossier(name)
    assert all(row.value and row.place for row in of.published)
    assert all(row.reason for row in of.unresolved)


@each_dossier
def test_evidence_that_facts_refer_to_is_listed(name: str) -> None:
    of = dossier(name)
    listed = {evidence.code for evidence in of.evidence}
    used = [
        code for path, code in leaves(of) if ".evidence." in f".{path}" and not path.startswith("evidence.")
    ]
    assert set(used) <= listed
