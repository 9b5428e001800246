"""A change owes its reason; what stayed as it was owes none."""

import pytest

from jixiao.dossiers.toml import read_toml
from jixiao.reports import signs
from jixiao.reports.environment import rendered
from jixiao.reports.printing import Printer
from jixiao.reports.views import View

LINE = """
rulebook = "cn"
fiscal_year = 2023
[department]
code = "x"
name = "某局"
[accounts.expenditure]
{facts}
"""


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            'outturn = 12\nprior_outturn = 10\nreason = "人员增加。"',
            "比上年增加2.00万元，增长20.00%，主要原因是人员增加",
        ),
        ("outturn = 12\nprior_outturn = 10", "比上年增加2.00万元，增长20.00%，主要原因是〔待补：支出原因〕"),
        ('outturn = 10\nprior_outturn = 10\nreason = "人员增加。"', "与上年持平"),
        ("outturn = 10\nprior_outturn = 10", "与上年持平"),
        ('outturn = 3\nprior_outturn = "无"', "上年没有这项金额"),
    ],
)
def test_a_change_and_its_reason(facts: str, said: str) -> None:
    template = "{{ changed(line.outturn, line.prior_outturn, '上年', line) }}"
    assert told(facts, template) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ('outturn = 9\nrevised_budget = 10\nreason = "尾款未付"', "，主要原因是尾款未付"),
        ("outturn = 9\nrevised_budget = 10", "，主要原因是〔待补：支出原因〕"),
        ("outturn = 10\nrevised_budget = 10", ""),
        ("outturn = 10", ""),
    ],
)
def test_a_difference_from_the_budget_and_its_reason(facts: str, said: str) -> None:
    assert told(facts, "{{ why(line, line.outturn, line.revised_budget) }}") == said


def told(facts: str, template: str) -> str:
    dossier = read_toml(LINE.format(facts=facts), "test.toml")
    printer = Printer(dossier.money_unit)
    line = View(dossier.accounts.expenditure, "accounts.expenditure", printer)
    return signs.opened(rendered(template, "x", 1, {"line": line}, printer))[0]
