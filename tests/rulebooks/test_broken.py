"""Every message has a broken rulebook: remarks in it say which words are to come for which line.

``# 应报：甲|乙`` stands on the faulty line, ``# 下一行应报：`` above it; each part is said by one fault.
"""

import re
from pathlib import Path

import pytest

from jixiao.rulebooks.loading import check

BROKEN = sorted((Path(__file__).parent / "broken").glob("*/rulebook.toml"))
EXPECTED = re.compile(r"# (下一行)?应报：(.*)$")


def expected(file: Path) -> list[tuple[int, str]]:
    """Lines with the words that a fault there must have."""
    return [
        (number + (1 if match[1] else 0), words)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if (match := EXPECTED.search(line))
        for words in match[2].split("|")
    ]


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.parent.name)
def test_a_broken_rulebook_is_refused_at_the_line_with_the_correction(file: Path) -> None:
    faults = check(file.parent)
    wanted = expected(file)
    assert wanted, "say in the file what is to be refused"
    found = [(fault.line, fault.message) for fault in faults]
    assert len(found) == len(wanted), found
    for line, words in wanted:
        assert any(place == line and words in message for place, message in found), (line, words, found)
    for fault in faults:
        assert fault.message.endswith(("。", "？"))
        assert fault.message_en.endswith((".", "?", "list"))
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"\"[^\"]*\"|'[^']*'", "", plain(fault.message_en)))


def plain(sentence: str) -> str:
    """An English sentence without the names and signs that the file itself has in Chinese."""
    return re.sub(r"[优良差甲乙产出效益存在问题算例县＝“年起县说明]+", "", sentence)


def test_a_file_in_another_encoding_is_named_so(tmp_path: Path) -> None:
    folder = tmp_path / "gbk-county"
    folder.mkdir()
    (folder / "rulebook.toml").write_bytes('level = "county"\nname = "县"\n'.encode("gb18030"))
    (fault,) = check(folder)
    assert fault.line == 2
    assert "另存为" in fault.message


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    folder = tmp_path / "county"
    folder.mkdir()
    (folder / "rulebook.toml").write_text('level = "county"\nname = "县"\n', encoding="utf-8-sig")
    assert check(folder) == ()
