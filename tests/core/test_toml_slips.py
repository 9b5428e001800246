"""The slip in a text that is no TOML: its line, and words that say how to mend it."""

import tomllib

import pytest

from jixiao.core.toml_slips import slip

CASES = {
    "full-width equals": ("a ＝ 1\n", 1, "用了全角的 ＝", "改成半角的 ="),
    "full-width space": ("a\u3000= 1\n", 1, "全角的空格", ""),
    "full-width comma in an open string": ('a = "甲，乙\n', 1, "引号没有成对", ""),
    "year with its word": ("a = 2023年\n", 1, "", "数要单独写"),
    "remark without sign": ('a = "x" 备注\n', 1, "一行只能写一个", "加 #"),
    "no equals": ('a "x"\n', 1, "缺少等号", ""),
    "open list at the end": ("a = 1\nb = [\n  1,\n", 2, "方括号没有成对", ""),
    "comma missing between lines": ("b = [\n  1\n  2,\n]\n", 2, "方括号没有成对，或各项之间缺少逗号", ""),
    "open long string": ('a = 1\nb = """x\n\ny\n', 2, "引号没有成对", ""),
    "brace over two lines": ("a = { x = 1,\n  y = 2 }\n", 1, "花括号没有成对", ""),
    "open head": ("[[a]\nb = 1\n", 1, "表头的方括号没有成对", ""),
    "lines of Windows": ("a = 1\r\nb = 优\r\n", 2, "", "英文引号"),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_slip_has_line_words_and_correction(case: str) -> None:
    text, line, message, fix = CASES[case]
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(text)
    found = slip(text, str(raised.value))
    assert (found.line, message in found.message, fix in found.fix) == (line, True, True), found
    assert "(at " not in found.message + found.message_en
