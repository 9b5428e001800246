"""What applies in a year: the nearest place whose row covers it."""

from pathlib import Path

import pytest
from tests.rulebooks.support import rounding, write

from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema.topics import Direction

SCHEME = """
[[schemes.{name}]]
from = 2023
value = {{ basis = "lines", full = {full} }}
source = "s"
verified = true
"""
LEAF = """
[[leaf_rules.{direction}]]
from = 2020
value = {{ rule = "{rule}", parameters = {{ }} }}
source = "s"
verified = true
"""


@pytest.fixture
def county(tmp_path: Path) -> str:
    """A county that states rounding for some years, under a province and a nation."""
    write(
        tmp_path / "land",
        rounding(2000, None, 2) + LEAF.format(direction="higher", rule="proportional"),
        level="nation",
    )
    write(
        tmp_path / "sheng",
        rounding(2020, 2021, 1) + SCHEME.format(name="project", full=90),
        parent="land",
        level="province",
    )
    write(
        tmp_path / "xian",
        rounding(2021, 2022, 0)
        + SCHEME.format(name="department", full=100)
        + LEAF.format(direction="lower", rule="reverse"),
        parent="sheng",
    )
    return str(tmp_path / "xian")


@pytest.mark.parametrize(
    ("year", "decimals", "rulebook"),
    [(2019, 2, "land"), (2020, 1, "sheng"), (2021, 0, "xian"), (2022, 0, "xian"), (2023, 2, "land")],
)
def test_the_nearest_row_that_covers_the_year(county: str, year: int, decimals: int, rulebook: str) -> None:
    settled = load(county).rules(year).rounding
    assert settled is not None
    assert (settled.value.decimals, settled.rulebook) == (decimals, rulebook)


def test_members_of_a_topic_are_inherited_one_by_one(county: str) -> None:
    rules = load(county).rules(2023)
    assert {name: settled.rulebook for name, settled in rules.schemes.items()} == {
        "project": "sheng",
        "department": "xian",
    }
    assert {name: settled.value.rule for name, settled in rules.leaf_rules.items()} == {
        Direction.HIGHER: "proportional",
        Direction.LOWER: "reverse",
    }


def test_what_nobody_states_is_none_and_sources_belong_to_their_rulebook(county: str) -> None:
    rules = load(county).rules(1999)
    assert rules.rounding is None
    assert rules.schemes == {}
    rules = load(county).rules(2021)
    assert rules.rounding is not None
    assert rules.source(rules.rounding).title == "某文件"
