"""The writer: nothing is lost, the same dossier gives the same text, and an official can read it."""

from hypothesis import given
from tests.dossiers.strategies import dossiers
from tests.dossiers.support import HEAD, PROJECT

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import leaves
from jixiao.dossiers.toml import read_toml, write_toml

READABLE = '''# 某办公室2023年度绩效档案
# 金额单位：万元；按别的单位写的连单位放在引号里，如 "591700元"。
# 不知道的不写；0 是零，“/”是不适用，“无”是没有，四者不同。
rulebook = "cn"
fiscal_year = 2023
money_unit = "万元"

# 部门基本情况
[department]
code = "office"
name = "某办公室"

[department.staff]
in_post = 58

# 收支
[accounts]
closing_balance = "/"
functions = [
  { code = "201", name = "一般公共服务支出", outturn = 1652.270 },
]

[accounts.income]
outturn = "18890500元"

# 项目
[[projects]]
code = "p1"
name = "道路"
origin = "carried_over"
outturn = 0
problems = """
一是“学习”不够；
二是宣传不够。"""
'''


@given(dossiers())
def test_what_is_written_reads_back_equal(dossier: Dossier) -> None:
    text = write_toml(dossier)
    again = read_toml(text, "dossier.toml")
    assert again == dossier
    assert [str(value) for _, value in leaves(again)] == [str(value) for _, value in leaves(dossier)]
    assert write_toml(again) == text


def written(text: str) -> str:
    return write_toml(read_toml(text, "dossier.toml"))


def test_an_official_can_read_it() -> None:
    text = (
        HEAD
        + """[department.staff]
in_post = 58
[accounts]
closing_balance = "/"
functions = [{ code = "201", name = "一般公共服务支出", outturn = 1652.270 }]
[accounts.income]
outturn = "18890500元"
"""
        + PROJECT
        + """origin = "carried_over"
outturn = 0
problems = '''一是“学习”不够；
二是宣传不够。'''
base = false
"""
    )
    assert written(text) == READABLE


def test_rows_too_long_for_a_line_become_blocks() -> None:
    text = written(HEAD + "[accounts]\nsources = [{ name = '" + "拨款" * 30 + "', outturn = 1 }]\n")
    assert "[[accounts.sources]]\nname = " in text


def test_signs_that_break_lines_do_not_break_them() -> None:
    note = "\x1c甲\u2028乙\x85丙\x7f"
    text = written(
        HEAD.replace("某办公室", note.encode("unicode_escape").decode("ascii").replace("\\x", "\\u00"))
    )
    assert text.splitlines() == text.split("\n")[:-1]
    assert read_toml(text, "dossier.toml").department.name == note
