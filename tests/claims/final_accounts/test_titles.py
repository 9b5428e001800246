"""Titles name tables, headings name sections; what only looks like one names none."""

import tomllib
from pathlib import Path

import pytest

from jixiao.claims.final_accounts.titles import kind_of_section, kind_of_title

CASES = tomllib.loads((Path(__file__).parent / "titles.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("title", "kind"), CASES["tables"].items())
def test_a_title_names_its_table(title: str, kind: str) -> None:
    assert (kind_of_title(title) or "") == kind


@pytest.mark.parametrize(("heading", "kind"), CASES["sections"].items())
def test_a_heading_names_its_section(heading: str, kind: str) -> None:
    assert (kind_of_section(heading) or "") == kind
