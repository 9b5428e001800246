"""The piece table: the text is the same however it was saved."""

import struct
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.doc.building import HIDDEN, Part, Piece, Word, document_of, plain

from jixiao.core.errors import ReadError
from jixiao.formats.doc.read import read

PARTS = [plain("Total 12.5"), plain("合计12.5万元"), plain("café – €5"), plain("末段")]
SHOWN = ["Total 12.5", "合计12.5万元", "café – €5", "末段"]
LENGTH = sum(len(text) + 1 for text in SHOWN)


def shown(word: Word) -> list[str]:
    return [block.text for block in document_of(word).blocks]


def test_one_piece() -> None:
    assert shown(Word(PARTS)) == SHOWN


def test_pieces_in_another_order_of_one_and_of_two_bytes() -> None:
    first = len(SHOWN[0]) + 1
    third = first + len(SHOWN[1]) + 1
    fourth = third + len(SHOWN[2]) + 1
    pieces = [Piece(first, narrow=True), Piece(third), Piece(fourth, narrow=True), Piece(LENGTH)]
    assert shown(Word(PARTS, pieces, order=(3, 1, 0, 2))) == SHOWN


@given(st.sets(st.integers(1, LENGTH - 1)), st.randoms(use_true_random=False))
def test_any_cut_and_any_order(cuts: set[int], chance: Random) -> None:
    pieces = [Piece(stop) for stop in (*sorted(cuts), LENGTH)]
    order = list(range(len(pieces)))
    chance.shuffle(order)
    assert shown(Word(PARTS, pieces, order=order)) == SHOWN


def test_a_character_of_two_units_may_be_cut() -> None:
    assert shown(Word([plain("甲𠀀乙")], [Piece(2), Piece(5)], order=(1, 0))) == ["甲𠀀乙"]
    assert shown(Word([Part([("甲𠀀乙", b"")])], [Piece(2)], order=(0,))) != ["甲𠀀乙"]


def test_a_piece_changes_all_of_its_characters() -> None:
    parts = [plain("可见不可见尾")]
    pieces = [Piece(2), Piece(5, prm=1), Piece(7)]
    assert shown(Word(parts, pieces, groups=[HIDDEN])) == ["可见尾"]
    short = 0x41 << 1 | 1 << 8  # a deletion written as a number
    assert shown(Word(parts, [Piece(2), Piece(5, prm=short), Piece(7)])) == ["可见尾"]
    assert shown(Word(parts, [Piece(2), Piece(5, prm=9), Piece(7)])) == ["可见不可见尾"]


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"\x02",
        b"\x03\x00\x00",
        b"\x01\xff\xff",
        b"\x02" + struct.pack("<I", 100),
        b"\x02" + struct.pack("<I", 0),
        b"\x02" + struct.pack("<I", 16) + struct.pack("<IIHIH", 0, 9, 0, 0x3FFFFFFF, 0),
        b"\x02" + struct.pack("<I", 16) + struct.pack("<IIHIH", 5, 2, 0, 0, 0),
    ],
)
def test_a_broken_table_refuses_the_file(table: bytes) -> None:
    word = Word(PARTS)
    data = word.build()
    good = word._clx([Piece(LENGTH)], [0], [2048])
    assert data.count(good) == 1
    with pytest.raises(ReadError) as caught:
        read(data.replace(good, table.ljust(len(good), b"\0")), "报告.doc")
    assert caught.value.code == "damaged_document"
    assert "已损坏" in caught.value.message
    assert caught.value.message_en
