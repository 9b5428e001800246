"""Broken templates and forms are told at their line: remarks in them say which words are expected.

``# 应报：甲|乙`` stands on the faulty line, ``# 下一行应报：`` above it, ``# FILE:LINE 应报：`` in rulebook.toml.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.pipeline.rulebooks import check_rulebook
from jixiao.rulebooks.folders import SHIPPED

BROKEN = sorted((Path(__file__).parent / "broken_layouts").glob("*/rulebook.toml"))
EXPECTED = re.compile(r"(?:#|\{#) ?(?:(下一行)|(\S+):(\d+) )?应报：(.*?)(?: #\}|$)")


def expected(folder: Path) -> Iterator[tuple[str, int, str]]:
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            for following, elsewhere, place, words in EXPECTED.findall(line):
                for one in words.split("|"):
                    at = int(place) if place else number + bool(following)
                    yield elsewhere or file.name, at, one


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.parent.name)
def test_a_broken_layout_is_refused_at_its_line_with_the_correction(file: Path) -> None:
    wanted = list(expected(file.parent))
    assert wanted, "say in the files what is to be refused"
    faults = check_rulebook(file.parent)
    found = [(Path(fault.file).name, fault.line, fault.message) for fault in faults]
    assert len(found) == len(wanted), found
    for name, line, words in wanted:
        assert any(one == name and at == line and words in said for one, at, said in found), (words, found)
    for fault in faults:
        assert fault.message.endswith(("。", "？"))
        assert fault.message_en.endswith((".", "?"))


@pytest.mark.parametrize("key", sorted(path.parent.name for path in SHIPPED.glob("*/rulebook.toml")))
def test_the_templates_and_forms_that_are_shipped_have_no_fault(key: str) -> None:
    assert check_rulebook(SHIPPED / key) == ()
