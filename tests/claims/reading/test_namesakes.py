"""The same thing's other figures, which forbid a correction."""

from tests.support import ROOT

from jixiao.claims.extraction import extract
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_path

TEXT = """2023年支出预算954.81万元，其中：一般公共服务支出942.42万元、社会保障和就业支出6.87万元、卫生健康支出2.32万元、住房保障支出3.16万元。
一般公共服务支出942.42万元，社会保障和就业支出6.87万元，住房保障支出3.16万元。
卫生健康支出2.34万元。
"""


def test_other_values_of_the_same_thing() -> None:
    extraction = extract(read_text(TEXT))
    others = {
        extraction.quantities[index].text: [f"{value:f}" for value in sorted(values)]
        for index, values in extraction.elsewhere.items()
    }
    assert others == {"2.32万元": ["23200.00", "23400.00"], "2.34万元": ["23200.00", "23400.00"]}


def test_no_correction_to_a_third_figure() -> None:
    path = ROOT / "examples/620723-linze-2023/report-as-published-figures.txt"
    (finding,) = [one for one in check_path(path).findings if one.code == "JX103"]
    assert "2.32" in finding.expression
    assert "2.36" not in finding.message + finding.suggestion


def test_two_totals_of_one_row_are_two_things() -> None:
    text = (
        "单位：亿元\n地区\t合计\t一般债务\t专项债务\t合计\t一般债务\t专项债务\n"
        "合计\t67.64\t29.13\t38.51\t62.01\t28.30\t33.71\n西河县\t45.06\t13.04\t41.02\t43.71\t13.69\t30.02\n"
        "北川县\t13.58\t16.09\t-2.51\t18.30\t14.61\t3.69\n"
    )
    assert not extract(read_text(text)).elsewhere
