"""The strict reader: what it refuses, in which line, in which words, with which correction."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.support import HEAD, PROJECT, faults

from jixiao.core.dossier.values import money
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.toml import read_toml, write_toml

INDICATOR = HEAD + PROJECT + '[[projects.indicators]]\ncode = "i1"\nlevel1 = "产出"\nname = "里程"\n'


def row(name: str, fact: str) -> str:
    return f'[[{name}]]\nfact = "{fact}"\n' + (
        'value = "1"\nplace = "一"\n' if name == "published" else 'reason = "一"\n'
    )


def test_numbers_are_exact_and_keep_their_decimals() -> None:
    text = HEAD + PROJECT + 'revised_budget = 65.260\noutturn = "591700元"\nprinted_rate = 90.67\n'
    project = read_toml(text, "dossier.toml").projects[0]
    assert money(project.revised_budget) == Money(Decimal("65.260"), MoneyUnit.TEN_THOUSAND)
    assert str(project.revised_budget) == "65.260万元"
    assert money(project.outturn) == Money(Decimal(591700), MoneyUnit.YUAN)
    assert project.printed_rate == Decimal("90.67")


def test_a_mark_of_byte_order_is_no_part_of_the_text() -> None:
    assert read_toml("\ufeff" + HEAD, "dossier.toml").rulebook == "cn"


CASES = {
    "unknown key": (HEAD + PROJECT + "outtern = 1\n", 9, "没有“outtern”", "可能是“outturn”"),
    "unknown key, nothing near": (HEAD + "[debt]\nx = 1\n", 7, "没有“x”", "bonds_spent、interest_paid、note"),
    "key of the top level": (HEAD + "money_unit = '元'\n", 6, "没有“money_unit”", "移到第一个 [表名] 之前"),
    "missing field": (HEAD + '[[projects]]\ncode = "p1"\n', 6, "“projects.p1”缺少必填的“name”", "补上“name”"),
    "missing at the top": ('fiscal_year = 2023\n[department]\ncode = "a"\nname = "a"', 0, "缺少必填的“rulebook”", ""),
    "amount in words": (HEAD + PROJECT + 'outturn = "65个"\n', 9, "“65个”不是金额", "“65.26万元”"),
    "infinite amount": (HEAD + PROJECT + "outturn = inf\n", 9, "“Infinity”不是金额", ""),
    "percent": (HEAD + PROJECT + 'printed_rate = "95.5%"\n', 9, "“95.5%”不是数", "95.5"),
    "people with unit": (HEAD + '[department.staff]\nin_post = "58人"\n', 7, "“58人”不是整数", "58"),
    "year of two digits": (HEAD.replace("2023", "23"), 2, "“23”不是年份", "2023"),
    "no month": (HEAD + PROJECT + "[[projects.monitoring]]\nthrough_month = 13\n", 10, "“13”不是月份", "1 到 12"),
    "half a person": (HEAD + "[department.staff]\nin_post = 58.5\n", 7, "“58.5”不是整数", ""),
    "number for text": (HEAD + PROJECT + "document_number = 157\n", 9, "应当是文字", 'document_number = "157"'),
    "date for text": (HEAD + PROJECT + "starts = 2023-01-01\n", 9, "应当是文字", 'starts = "2023-01-01"'),
    "number in a list of texts": (HEAD + 'duties = [\n"一",\n2\n]\n', 8, "“duties[2]”应当是文字", '"2"'),
    "yes in Chinese": (HEAD + PROJECT + 'base = "是"\n', 9, "只能是“是”或“否”", "true"),
    "no such choice": (HEAD + PROJECT + 'origin = "年初"\n', 9, "“年初”不在可选", "initial、supplementary"),
    "no such operator": (INDICATOR + 'operator = ">="\n', 13, "“>=”不在可选", "≥、>、=、≤"),
    "list for a value": (INDICATOR + "target = [1]\n", 13, "既不是数也不是文字", ""),
    "text for a list": (HEAD + 'duties = "一"\n', 6, "应当是一列", '["…", "…"]'),
    "table for a list": (HEAD + '[projects]\ncode = "p1"\n', 6, "应当是一列", "[[projects]]"),
    "text for a table": (HEAD + "staff = 58\n", 6, "应当是一组“键 = 值”", "as_of、established_posts"),
    "number for a member": ("projects = [1]\n" + HEAD, 1, "“projects[1]”应当是一组", "code、name"),
    "unit of another world": ("money_unit = '美元'\n" + HEAD, 1, "“美元”不在可选", "元、万元、亿元"),
    "unit that is a list": ("money_unit = ['元']\n" + HEAD, 1, "不在可选", "元、万元、亿元"),
    "code with capitals": (HEAD + '[[projects]]\ncode = "P 1"\nname = "a"\n', 7, "代码“P 1”不合规定", "小写字母"),
    "code twice": (HEAD + PROJECT + PROJECT, 10, "项目的代码“p1”用了两次", "“p1-2”"),
    "code of evidence twice": (HEAD + '[[evidence]]\ncode = "e"\ntitle = "a"\n' * 2, 10, "佐证材料的代码“e”", ""),
    "code of an indicator twice": (
        INDICATOR + '[[projects.indicators]]\ncode = "i1"\nlevel1 = "产出"\nname = "x"\n',
        14,
        "项目“道路”的指标的代码“i1”用了两次",
        "“i1-2”",
    ),
    "path to no field": (HEAD + PROJECT + row("published", "projects.p1.outtern"), 10, "不存在", "“projects.p1.outturn”"),
    "path to no member": (HEAD + PROJECT + row("unresolved", "projects.q1.outturn"), 10, "“projects.q1”没有", "“projects”下面有：p1"),
    "path below a value": (HEAD + PROJECT + row("published", "projects.p1.outturn.x"), 10, "不存在", "写到“projects.p1.outturn”"),
    "path into an empty list": (HEAD + row("unresolved", "projects.p1.outturn"), 7, "“projects.p1”没有", "先补上"),
    "path into an absent part": (HEAD + PROJECT + row("unresolved", "projects.p1.ex_ante.requested"), 10, "没有对应", "先补上"),
    "path from nowhere": (HEAD + row("published", "x.y"), 7, "“x”没有", "第一段可以是"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_names_line_reason_and_correction(case: str) -> None:
    text, line, reason, fix = CASES[case]
    found = faults(text)
    assert [fault.position.line for fault in found] == [line]
    assert reason in found[0].message
    assert fix in found[0].fix
    assert found[0].message_en.isascii() or found[0].message_en != found[0].message
    assert found[0].file == "dossier.toml"


def test_paths_that_lead_somewhere_are_taken() -> None:
    text = (
        HEAD
        + PROJECT
        + "[projects.ex_ante.dimensions]\n'必要性' = 18\n"
        + row("published", "projects.p1.outturn")
        + row("published", "projects.1.ex_ante.dimensions.必要性")
        + row("unresolved", "accounts.income.outturn")
    )
    assert not faults(text)


def test_all_faults_are_told_together_in_the_order_of_the_lines() -> None:
    text = (
        HEAD + PROJECT + "outturn = '多'\nbaze = true\n" + PROJECT + row("published", "projects.p1.outtern")
    )
    found = faults(text)
    assert [fault.position.line for fault in found] == [9, 10, 12, 15]
    assert [fault.fact for fault in found] == [
        "projects.1.outturn",
        "projects.1.baze",
        "projects.2.code",
        "published.1.fact",
    ]


SYNTAX = {
    "curly quotation marks": ("title = “标题”\n", 1, "英文引号"),
    "full-width sign": ("fiscal_year＝2023\n", 1, "半角的 ="),
    "amount with unit": ("x = 65.26万元\n", 1, '"65.26万元"'),
    "thousands": ("x = 1,235.40\n", 1, "千分位"),
    "percent sign": ("x = 95.5%\n", 1, "百分号"),
    "yes": ("x = 是\n", 1, "true"),
    "True": ("x = True\n", 1, "true"),
    "leading zero": ("x = 007\n", 1, "以0开头"),
    "bare point": ("x = .5\n", 1, "小数点"),
    "text without quotation marks": ("name = 道路\n", 1, "加英文引号"),
    "no value": ("a = 1\nname =\nb = 2\n", 2, "要有值"),
    "Chinese key": ("预算 = 1\n", 1, "英文引号"),
    "key twice": ("a = 1\na = 2\nb = 3\n", 2, "只留一行"),
    "table twice": ("[a]\nb = 1\n[a]\n", 3, "双方括号"),
    "open string": ('a = "x\nb = 1\n', 1, "结尾的引号"),
    "open list": ("a = [1\nb = 2\n", 1, "]"),
    "lone backslash": ('a = "C:\\x"\n', 1, "写成"),
    "open head": ("[a\n", 1, "[表名]"),
    "nothing like it": ("= 1\n", 1, "键 = 值"),
}


@pytest.mark.parametrize("case", SYNTAX, ids=str)
def test_text_that_is_no_toml(case: str) -> None:
    text, line, fix = SYNTAX[case]
    found = faults(text)
    assert [fault.position.line for fault in found] == [line]
    assert fix in found[0].fix


@pytest.mark.parametrize("value", ["9" * 5000, "1e99", "[" * 5000])
def test_monsters_are_refused(value: str) -> None:
    found = faults(HEAD + f"x = {value}\n")
    assert len(found) == 1
    assert "太长" in found[0].message


def test_a_monster_in_quotes_is_told_where_it_stands() -> None:
    found = faults(INDICATOR + 'weight = "1e999999999"\nactual = "1e999999999"\n')  # actual may be words
    assert ["“1e999999999”不是数" in fault.message for fault in found] == [True]


def test_the_error_tells_its_faults() -> None:
    with pytest.raises(DossierError, match=r"dossier\.toml 第9行：“outturn”的值“多”不是金额。改正："):
        read_toml(HEAD + PROJECT + "outturn = '多'\n", "dossier.toml")


WHOLE = write_toml(
    read_toml(INDICATOR + 'actual = "优"\n[accounts]\nsources = [{ name = "拨款", outturn = 5.25 }]\n', "x")
)
PIECES = (
    *"=\"[]{}.,#\n'\\ 01é中“”＝\u2028\x00",
    "[[projects]]\n",
    "[projects]\n",
    "= 1\n",
    "nan",
    "1e99",
    "true",
    '"""',
    "2023-01-01",
)


@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 5), st.sampled_from(PIECES)),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_damaged_is_told_with_a_line(damages: list[tuple[int, int, str]]) -> None:
    text = WHOLE
    for start, length, piece in damages:
        text = text[:start] + piece + text[start + length :]
    for fault in faults(text):
        assert 0 <= fault.position.line <= text.count("\n") + 1
        assert fault.message
        assert fault.message_en
        assert fault.fix
        assert fault.fix_en
