"""The places that are shipped: every rulebook loads, and says of each value how it is known."""

from collections.abc import Iterator

import pytest

from jixiao.rulebooks.accounts import stated_sources
from jixiao.rulebooks.folders import SHIPPED, found
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema.rulebook import Row, RulebookFile
from jixiao.rulebooks.schema.topics import Direction

NAMES = sorted(key for key, folders in found().items() if folders[0].parent == SHIPPED)


def rows(file: RulebookFile) -> Iterator[tuple[str, Row]]:  # type: ignore[type-arg]  # of any topic
    """Every row of a file with the name of its topic."""
    for topic in type(file).model_fields:
        value = getattr(file, topic)
        members = value.items() if isinstance(value, dict) else [("", value)]
        for member, found_rows in members:
            if isinstance(found_rows, tuple):
                yield from (
                    (f"{topic}.{member}".rstrip("."), row) for row in found_rows if isinstance(row, Row)
                )


@pytest.mark.parametrize("name", NAMES)
def test_lineage_ends_at_the_root(name: str) -> None:
    rulebook = load(name)
    assert rulebook.files[-1].key == "cn"
    assert [file.level for file in rulebook.files] == sorted(
        (file.level for file in rulebook.files), key=["zone", "county", "city", "province", "nation"].index
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_assumption_says_what_would_prove_it(name: str) -> None:
    silent = [topic for topic, row in rows(load(name).files[0]) if not row.verified and not row.note]
    assert not silent, f"{name}: {silent} need a note"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_verified_rests_on_a_document_seen_or_restated(name: str) -> None:
    file = load(name).files[0]
    evidence = {source.id: source.evidence for source in file.sources}
    unseen = [
        topic
        for topic, row in rows(file)
        if row.verified and evidence.get(row.source) not in {"read", "restated"}
    ]
    assert not unseen, f"{name}: {unseen} are called verified"


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_used(name: str) -> None:
    file = load(name).files[0]
    used = {row.source for _, row in rows(file)} | {case.source for case in file.cases}
    used |= set(stated_sources(SHIPPED / name))
    unused = sorted({source.id for source in file.sources} - used)
    assert not unused, f"{name}: nothing rests on {unused}"


@pytest.mark.parametrize("year", [2022, 2023, 2025])
@pytest.mark.parametrize("name", NAMES)
def test_every_topic_that_scoring_needs_is_in_force(name: str, year: int) -> None:
    rules = load(name).rules(year)
    assert rules.grades
    assert rules.rounding
    assert rules.execution
    assert rules.overshoot
    assert set(rules.leaf_rules) == set(Direction)
    assert set(rules.schemes) == {"project", "department"}


def test_cost_becomes_a_level_of_its_own_in_2022() -> None:
    before, after = (load("cn").rules(year).framework for year in (2021, 2022))
    assert before
    assert after
    assert "成本指标" not in [level.name for level in before.value.levels]
    assert "成本指标" in before.value.levels[0].members
    assert "成本指标" in [level.name for level in after.value.levels]
