"""The line of every key in TOML text."""

import tomllib
from pathlib import Path

import pytest
from tests.support import PACKAGE

from jixiao.core.toml_places import line_of, places

TEXT = '''name = "a" # 1

[head]
"中文" = 1
a.b = [
  1, # one
  "]",
  { x = 1 },
]
text = """
[not.a.table]
k = 1
"""

[[rows]]
from = 2020

[[rows]]
from = 2021
[rows.value]
points = 10
[[rows.value.leaves]]
code = "x"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 1),
        (("head",), 3),
        (("head", "中文"), 4),
        (("head", "a", "b"), 5),
        (("head", "a", "b", 0), 6),
        (("head", "a", "b", 1), 7),
        (("head", "a", "b", 2, "x"), 8),
        (("head", "text"), 10),
        (("rows", 0, "from"), 16),
        (("rows", 1, "from"), 19),
        (("rows", 1, "value", "points"), 21),
        (("rows", 1, "value", "leaves", 0, "code"), 23),
        (("rows", 1, "value", "missing"), 20),
        (("rows",), 15),
    ],
)
def test_line_of_a_path(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(places(TEXT), path) == line


def test_nothing_has_no_line() -> None:
    assert line_of(places(""), ("a",)) is None


def test_only_a_line_feed_ends_a_line() -> None:
    text = 'a = "一\u2028二\x85三"\r\n[b] # c\r\nd = """\r\ne\r\n"""\r\nf = 1\r\n'
    assert tomllib.loads(text)
    assert places(text) == {("a",): 1, ("b",): 2, ("b", "d"): 3, ("b", "f"): 6}


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.glob("rulebooks/*/*.toml")), ids=lambda file: file.parent.name
)
def test_every_key_of_a_rulebook_stands_in_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    found = places(text)
    assert len(found) > 3
    assert [
        path for path, line in found.items() if isinstance(path[-1], str) and path[-1] not in lines[line - 1]
    ] == []
