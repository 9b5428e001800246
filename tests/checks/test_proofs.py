"""The proof that a user reads: true arithmetic, and words that say which side is wrong."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.renderers.factory import report
from tests.support import ROOT

from jixiao.pipeline import check_path, check_text
from jixiao.renderers.wording import proof_words

REPORTS = sorted((ROOT / "examples").glob("*/report-*.txt"))
SUM = re.compile(r"(?P<parts>[\d.]+(?: [+−] [\d.]+)+) = (?P<total>[\d.]+)")


def proofs(text: str, code: str) -> list[str]:
    return [proof_words(finding) for finding in check_text(text).findings if finding.code == code]


def added(words: str) -> Decimal:
    signs = [1, *(1 if sign == "+" else -1 for sign in re.findall(r" ([+−]) ", words))]
    return sum(
        (sign * Decimal(n) for sign, n in zip(signs, re.findall(r"[\d.]+", words), strict=True)), Decimal(0)
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_printed_sums_are_true(path: Path) -> None:
    for finding in check_path(path).findings:
        for found in SUM.finditer(proof_words(finding)):
            assert added(found["parts"]) == Decimal(found["total"]), proof_words(finding)


def test_a_corrected_part_is_shown_in_the_sum_that_it_makes() -> None:
    text = (
        "2022年收入1210.74万元。支出1210.74万元，其中：教育支出645.64万元，占比53.33%；卫生支出367.71万元，"
        "占比31.11%；住房支出44.59万元，占比3.68%；社保支出143.80万元，占比11.88%。"
    )
    (proof,) = proofs(text, "JX103")
    assert proof == "645.64 + 376.71 + 44.59 + 143.80 = 1210.74万元，文中写 367.71万元"


def test_a_limit_is_shown_as_what_holds_instead() -> None:
    assert proofs("（一）产出指标（分值20分，得22分）", "JX110") == ["22分 > 20分"]


def test_words_against_figures_have_no_arithmetic() -> None:
    text = "全年预算合计74.15万元，截至12月底已全部支付完，执行率97.27%。"
    assert proofs(text, "JX309") == [""]


def test_what_equals_its_own_expression_is_said_once() -> None:
    (plain,) = report().findings
    shown = replace(plain, expression="28个", computed="28个", stated="27个")
    assert proof_words(shown) == "应为 28个，文中写 27个"
    assert proof_words(shown, "en") == "should be 28个, written 27个"
