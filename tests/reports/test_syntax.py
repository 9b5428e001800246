"""Slips in a template are told in Chinese, whatever Jinja says."""

import re

import pytest
from jinja2 import TemplateSyntaxError

from jixiao.core.money import MoneyUnit
from jixiao.reports.environment import environment
from jixiao.reports.printing import Printer
from jixiao.reports.syntax import in_chinese


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ department.name", "{{ 没有用 }} 结束"),
        ("{% if projects %}有", "缺少 {% endif %}"),
        ("{% for one in projects %}{{ one }}", "缺少 {% endfor %}"),
        ("{% fro one in projects %}", "没有“fro”这个语句"),
        ("{% endif %}", "多了一个 {% endif %}"),
        ("{{ a | amuont }}", "没有“amuont”这个过滤器"),
        ("{{ a is filled }}", "没有“filled”这个判断"),
        ("{{ a（b） }}", "不认识的字符"),
        ("{{ a b }}", "{{ 没有用 }} 结束"),
    ],
)
def test_a_slip_is_told_in_chinese(source: str, words: str) -> None:
    with pytest.raises(TemplateSyntaxError) as error:
        environment(Printer(MoneyUnit.YUAN)).compile(source)
    told = in_chinese(error.value.message or "")
    assert words in told
    assert not re.search(r"expected|unexpected|unknown", told)
