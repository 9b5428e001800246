"""What was written is read again; headings are found wherever they stand, in either language."""

import unicodedata

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.web.importing.workbooks import book
from tests.web.uploads.files import HOSTILE

from jixiao.web.actions import Refused
from jixiao.web.cycles.project_table import Places, table_of
from jixiao.web.importing.judging import Fate, Judge, Lines
from jixiao.web.importing.reading import lines_of, opened
from jixiao.web.importing.table import MOST_LINES, Column, Table
from jixiao.web.importing.worker import sheets
from jixiao.web.importing.writing import written

TABLE = Table(
    "Things",
    (
        Column("code", "代码", required=True),
        Column("name", "Name of it", offered=("x", "y")),
        Column("kind", "Kind", choices={"a": "Large", "b": "Small"}),
    ),
)
_TEXT = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
_ROW = st.fixed_dictionaries(
    {"code": _TEXT}, optional={"name": _TEXT, "kind": st.sampled_from(["Large", "Small"])}
)


def read(data: bytes, table: Table = TABLE) -> Lines:
    """As the page does, in this process: the other is tried by the pages' tests."""
    found = lines_of([(name, list(rows)) for name, rows in sheets(data)], table)
    assert found is not None
    return found


@settings(max_examples=30, deadline=None)
@given(st.lists(_ROW, max_size=8))
def test_what_was_written_is_read_again(rows: list[dict[str, str]]) -> None:
    assert [line.values for line in read(written({TABLE: rows})).lines] == rows


def test_the_process_reads_as_this_one_does() -> None:
    data = written({TABLE: [{"code": "001", "name": "=1+1"}]})
    assert lines_of(opened(data), TABLE) == read(data)


def test_a_workbook_in_one_language_is_read_in_the_other() -> None:
    row = {"code": "p1", "name": "Meals", "unit": "x", "origin": "年中追加"}
    data = written({table_of(Places((), ())): [row]})
    with override("en"):
        table = table_of(Places((), ()))
        line = read(data, table).lines[0]
        assert line.values == row
        assert table.column("origin").chosen(line.get("origin")) == "supplementary"
        assert "项目代码" not in str(table.column("code").heading)


def test_headings_below_a_title_in_another_order() -> None:
    found = read(
        book(
            [
                ["All our things"],
                [],
                ["NAME OF IT", " 代 码*", "Remark"],
                ["Chair", 7, "old"],
                [None, None, "x"],
            ]
        )
    )
    assert [(one.row, one.values) for one in found.lines] == [(4, {"name": "Chair", "code": "7"})]
    assert (found.letters, found.unused) == ({"name": "A", "code": "B"}, ("Remark",))


def test_a_merged_cell_counts_for_each_of_its_rows() -> None:
    rows = [["Name of it", "代码"], ["Chair", "1"], [None, "2"], ["Table", "3"]]
    found = read(book(rows, merged=["A2:A3"]))
    assert [one.get("name") for one in found.lines] == ["Chair", "Chair", "Table"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["Name of it", "Kind"], ["x", "Large"]], "代码"),
        ([["代码", "Kind", "代码"], ["x", "Large", "y"]], "两栏"),
        ([["代码", "Kind"], *[[str(one), "Large"] for one in range(MOST_LINES + 1)]], str(MOST_LINES)),
    ],
)
def test_a_table_that_cannot_be_read(rows: list[list[object]], words: str) -> None:
    with pytest.raises(Refused, match=words):
        read(book(rows))


def test_a_workbook_without_the_table() -> None:
    assert lines_of(opened(book([["a", "b"], [1, 2]])), TABLE) is None


@pytest.mark.parametrize(
    ("row", "place", "words"),
    [
        (["", "x"], "A2", "没有填写"),
        ([12345678901234567890, "x"], "A2", "15 位"),
        (["a", "x" * 1_001], "B2", "1000"),
        (["a", "x", "Middling"], "C2", "Large、Small"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(row: list[object], place: str, words: str) -> None:
    lines = read(book([["代码", "Name of it", "Kind"], row]))
    judged = Judge(TABLE, lines).begin(lines.lines[0], "")
    assert judged.fate == Fate.WRONG
    assert place in judged.told[0]
    assert words in judged.told[0]


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(what: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(HOSTILE[what]("xlsx"))
    assert refused.value.messages[0].endswith("。")


@given(st.text(max_size=20))
def test_words_are_compared_without_their_looks(text: str) -> None:
    assert Column("x", text, choices={"a": f" {unicodedata.normalize('NFKC', text)} "}).chosen(text) == "a"
