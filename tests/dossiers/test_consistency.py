"""Contradictions between facts: what is told, what rounding explains, what the dossier tells itself."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossiers.strategies import dossiers
from tests.dossiers.support import HEAD

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import fact
from jixiao.core.interval import round_half_up
from jixiao.dossiers.consistency import inconsistencies
from jixiao.dossiers.toml import read_toml

EXPENDITURE = """[accounts.expenditure]
outturn = 1889.05
[accounts.basic]
outturn = 1197.55
[accounts.project]
outturn = {project}
"""
BASE = '[[projects]]\ncode = "b"\nname = "基本"\nbase = true\noutturn = 721.34\n'
ROAD = '[[projects]]\ncode = "r"\nname = "道路"\noutturn = {outturn}\n'
TOTAL = "[accounts.expenditure]\noutturn = 771.34\n"


def found(text: str) -> list[tuple[str, str, bool]]:
    return [
        (one.facts[0], one.computed, one.certain)
        for one in inconsistencies(read_toml(HEAD + text, "dossier.toml"))
    ]


CONSISTENT = {
    "equal": EXPENDITURE.format(project="691.50"),
    "rounding of two parts": EXPENDITURE.format(project="691.51"),
    "a part is not stated": "[accounts.expenditure]\noutturn = 5\n[accounts.basic]\noutturn = 3\n",
    "the total is not stated": "[accounts.project]\noutturn = 5\n[accounts.basic]\noutturn = 3\n",
    "no part is stated": "[accounts.expenditure]\noutturn = 5\n",
    "none is nothing": '[accounts.expenditure]\noutturn = 3\n[accounts.basic]\noutturn = 3\n[accounts.project]\noutturn = "无"\n',
    "other units": '[accounts.expenditure]\noutturn = "9548199.71元"\n[accounts.basic]\noutturn = 130.62\n[accounts.project]\noutturn = 824.19\n',
    "listed projects are a part": "[accounts.project]\noutturn = 691.50\n" + ROAD.format(outturn="410.00"),
    "source within a source": "[accounts]\nsources = [{ name = '财政拨款', outturn = 5.00 }, { name = '其中：基金', outturn = 2.00 }]\n[accounts.income]\noutturn = 5.00\n",
    "items with and without code": "[accounts]\nfunctions = [{ code = '201', name = 'a', outturn = 5.00 }, { name = 'b', outturn = 5.00 }]\n[accounts.expenditure]\noutturn = 5.00\n",
}  # fmt: skip


@pytest.mark.parametrize("case", CONSISTENT, ids=str)
def test_nothing_is_told_where_nothing_is_proved(case: str) -> None:
    assert found(CONSISTENT[case]) == []


CONTRADICTORY = {
    "basic and project": (EXPENDITURE.format(project="691.53"), ("accounts.expenditure.outturn", "1889.08万元")),
    "base and projects": (TOTAL + BASE + ROAD.format(outturn="65.26"), ("accounts.expenditure.outturn", "786.60万元")),
    "listed projects exceed": (
        "[accounts.project]\noutturn = 91.50\n" + ROAD.format(outturn="410.00"),
        ("accounts.project.outturn", "410.00万元"),
    ),
    "adjustment": (
        ROAD.format(outturn="1.00") + "original_budget = 701.39\nadjustment = 40.17\nrevised_budget = 741.46\n",
        ("projects.r.revised_budget", "741.56万元"),
    ),
    "cut": (
        "[three_publics.reception]\noriginal_budget = 50.00\nadjustment = -15.00\nrevised_budget = 45.00\n",
        ("three_publics.reception.revised_budget", "35.00万元"),
    ),
    "classes": (
        "[accounts]\nfunctions = [{ code = '201', name = 'a', outturn = 5.25 }, { code = '20103', name = 'b', outturn = 4.25 }]\n",
        ("accounts.functions.201.outturn", "4.25万元"),
    ),
    "functions": (
        "[accounts]\nfunctions = [{ code = '201', name = 'a', outturn = 5.25 }, { code = '208', name = 'b', outturn = 4.25 }]\n[accounts.expenditure]\noutturn = 9.60\n",
        ("accounts.expenditure.outturn", "9.50万元"),
    ),
    "a function's halves": (
        "[accounts]\nfunctions = [{ code = '201', name = 'a', outturn = 5.25, basic = 1.25, project = 3.00 }]\n",
        ("accounts.functions.201.outturn", "4.25万元"),
    ),
    "economic class": (
        "[accounts]\neconomic = [{ code = '301', name = 'a', outturn = 5.25 }, { code = '30101', name = 'b', outturn = 6.25 }]\n",
        ("accounts.economic.301.outturn", "6.25万元"),
    ),
    "people": (
        "[department.staff]\nin_post = 6\ngroups = [{ name = 'a', in_post = 2 }, { name = 'b', in_post = 3 }]\n",
        ("department.staff.in_post", "5"),
    ),
    "funding": (
        ROAD.format(outturn="5.00") + "funding = [{ source = 'a', outturn = 2.00 }, { source = 'b', outturn = 4.00 }, { source = '年度资金总额', outturn = 5.00 }]\n",
        ("projects.r.outturn", "6.00万元"),
    ),
    "part of a whole": (
        '[[balance_sheets]]\nas_of = "2023-12-31"\nassets = 5.00\ncurrent_assets = 6.00\n',
        ("balance_sheets.2023-12-31.assets", "6.00万元"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONTRADICTORY, ids=str)
def test_a_contradiction_is_told_with_its_sum(case: str) -> None:
    text, (path, computed) = CONTRADICTORY[case]
    assert found(text) == [(path, computed, True)]


def test_it_is_told_in_both_languages_with_its_figures() -> None:
    (one,) = inconsistencies(read_toml(HEAD + EXPENDITURE.format(project="691.53"), "dossier.toml"))
    assert one.expression == "1197.55万元 + 691.53万元 = 1889.05万元"
    assert (
        one.message
        == "支出为基本支出与项目支出之和（执行数）：各部分相加为1889.08万元，所填为1889.05万元，相差0.03万元"
    )
    assert one.message_en.endswith(
        "the parts make 1889.08万元, stated is 1889.05万元, a difference of 0.03万元"
    )


def test_decimals_dropped_in_writing_make_it_uncertain() -> None:
    text = ROAD.format(outturn="1") + "original_budget = 10\nadjustment = 5.25\nrevised_budget = 15.55\n"
    assert found(text) == [("projects.r.revised_budget", "15.25万元", False)]


CONTRADICTION = TOTAL + BASE + ROAD.format(outturn="65.00")


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("", 1),
        ('[[unresolved]]\nfact = "projects.r.outturn"\nreason = "印了两个数"\n', 0),
        (
            '[[discrepancies]]\nfact = "accounts.expenditure.outturn"\nstatement = "另有"\nsigned_by = "某"\n',
            0,
        ),
        ('[[published]]\nfact = "projects.r.outturn"\nvalue = "50.00万元"\nplace = "二"\n', 0),
        ('[[published]]\nfact = "projects.r.outturn"\nvalue = "500000元"\nplace = "二"\n', 0),
        ('[[published]]\nfact = "projects.r.outturn"\nvalue = "51.00万元"\nplace = "二"\n', 1),
        ('[[published]]\nfact = "projects.r.outturn"\nvalue = "五十"\nplace = "二"\n', 1),
        ('[[published]]\nfact = "projects.r.name"\nvalue = "50.00"\nplace = "二"\n', 1),
        ('[[unresolved]]\nfact = "projects.r.name"\nreason = "印了两个"\n', 1),
    ],
)
def test_what_the_dossier_tells_is_not_told_again(told: str, count: int) -> None:
    assert len(found(CONTRADICTION + told)) == count


@given(st.lists(st.integers(10**4, 10**9), min_size=1, max_size=30), st.integers(0, 4))
def test_rounding_is_never_a_contradiction(yuan: list[int], decimals: int) -> None:
    """Parts in yuan, all printed in 万元 with the same decimals, the total too; a printed zero is exact."""
    total, parts = (
        [str(round_half_up(Decimal(amount).scaleb(-4), decimals)) for amount in amounts]
        for amounts in ([sum(yuan)], yuan)
    )
    rows = ", ".join(f"{{ name = 's{at}', outturn = {part} }}" for at, part in enumerate(parts))
    text = f"[accounts]\nsources = [{rows}]\n[accounts.income]\noutturn = {total[0]}\n"
    assert found(text) == []
    beyond = Decimal(total[0]) + (len(parts) + 2) * Decimal(1).scaleb(-decimals)
    wrong = text.replace(f"[accounts.income]\noutturn = {total[0]}", f"[accounts.income]\noutturn = {beyond}")
    assert [path for path, _, _ in found(wrong)] == ["accounts.income.outturn"]


@given(dossiers())
def test_any_dossier_can_be_examined(dossier: Dossier) -> None:
    for one in inconsistencies(dossier):
        assert all(fact(dossier, path) is not None for path in one.facts)
