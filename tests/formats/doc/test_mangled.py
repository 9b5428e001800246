"""Damage inside the streams of a file: it is read or refused, never anything else."""

import random
import struct

import pytest
from tests.formats.doc.building import DELETED, SPECIAL, Part, Piece, Word, cells, definition, plain
from tests.formats.doc.compound import compound
from tests.formats.doc.test_numbers import level, lists, of, overrides, sheet, style

from jixiao.core.errors import ReadError
from jixiao.formats.doc.read import read

ROUNDS = 400


def sample() -> Word:
    """A file with everything that the reader looks at."""
    rules = definition((0, 1000, 2000, 3000), (3 << 5, 1, 2))
    parts = [
        plain("标题", style=1),
        plain("概况", of(1, 0)),
        plain("\x13 REF a \x14第3页\x15。\x02"),
        Part([("新", b""), ("旧", DELETED), ("(", SPECIAL + b"\x09\x6a" + struct.pack("<HH", 0, 0xF0FC))]),
        *cells("甲", "1", "2", rules=rules),
        *cells("乙", "3", "4", rules=rules),
        plain("框\x08"),
        plain("\x02注"),
        plain("框内"),
        plain(""),
    ]
    body = sum(len(text) for part in parts[:-3] for text, _ in part.runs) + len(parts) - 3
    name = "Wingdings\0".encode("utf-16-le")
    tables = {
        1: sheet(style(0, 0xFFF, "正文"), style(1, 0, "标题 1", of(1, 0))),
        2: struct.pack("<2I", 15, body) + bytes(2),
        3: struct.pack("<3I", 0, 3, 3),
        15: struct.pack("<HHB", 1, 0, 39 + len(name)) + bytes(39) + name,
        40: struct.pack("<2I", body - 2, body) + struct.pack("<i22x", 77),
        56: struct.pack("<3I", 0, 3, 4) + struct.pack("<iihIiI", 0, 0, 0, 0, 77, 0) + bytes(22),
        73: lists(level("\0、", 39), level("（\1）", 37)),
        74: overrides(b"", struct.pack("<iI", 1, 0x10)),
    }
    length = body + 3 + 3 + 1
    pieces = [Piece(9), Piece(20, prm=1), Piece(length)]
    return Word(parts, pieces, (1, 2, 0), [b"\x55\x08\x00"], tables, {"footnotes": 3, "textboxes": 4})


def test_the_sound_file() -> None:
    document = read(sample().build(), "报告.doc")
    assert [(block.part, block.text) for block in document.blocks] == [
        ("body", "一、标题"),
        ("body", "二、概况"),
        ("body", "第3页。"),
        ("body", "新✓"),
        ("body", ""),
        ("body", "框"),
        ("textbox", "框内"),
        ("footnote", "注"),
    ]
    assert document.notes == ()


@pytest.mark.parametrize("seed", range(4))
def test_mangled_streams_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same in every run
    main, tables = sample()._streams()
    codes = set()
    for _ in range(ROUNDS):
        streams = {"WordDocument": bytearray(main), "1Table": bytearray(tables)}
        for _ in range(chance.choice((1, 2, 5, 20))):
            stream = streams[chance.choice(("WordDocument", "1Table"))]
            at = chance.randrange(len(stream) if chance.random() < 0.5 else min(0x400, len(stream)))
            stream[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        try:
            read(compound({name: bytes(stream) for name, stream in streams.items()}), "报告.doc")
        except ReadError as error:
            codes.add(error.code)
    assert codes <= {"damaged_document", "encrypted", "legacy_word", "missing_part", "too_large"}
