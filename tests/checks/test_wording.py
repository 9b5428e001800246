"""How contradictions of figures are told: both sides, sensible digits, the correct value, no positions in the key."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.core.making import PERCENT, SCORE, WAN, YUAN, Figures, claim_of, relation

from jixiao.checks.catalogue import Names
from jixiao.checks.coarse import gap_in_units
from jixiao.checks.figures import at_stake, computed_of, corrected, expression_of, trimmed, where
from jixiao.checks.jx112_coarse import CHECK as COARSE
from jixiao.checks.jx113_rounding import CHECK as ROUNDING
from jixiao.checks.wording import finding_of, from_observations, from_roots
from jixiao.core.finding import Finding
from jixiao.core.observation import Observation
from jixiao.core.place import Place
from jixiao.core.solution import Correction, Root
from jixiao.solving.solve import solve

NAMES = Names("JX101", "标题", "title")


@pytest.fixture
def figures() -> Figures:
    return Figures()


def found(figures: Figures, kind: str) -> Finding:
    (finding,) = from_roots(solve(figures.quantities, figures.claims), kind, NAMES)
    return finding


def test_a_rate_is_told_with_two_more_digits_than_printed(figures: Figures) -> None:
    figures.claim(
        "rate", "quotient", figures.figure("90.76", PERCENT), figures.figure("59.17"), figures.figure("65.26")
    )
    finding = found(figures, "rate")
    assert finding.message == "原文“90.76%”，按 59.17 / 65.26 计算应为 90.6681%。"
    assert finding.message_en == 'The text states "90.76%", but 59.17 / 65.26 gives 90.6681%.'
    assert finding.computed == "90.6681%"
    assert "核对" in finding.suggestion
    assert finding.amount is None


def test_the_same_fact_is_told_from_both_places(figures: Figures) -> None:
    first = figures.figure("15.4")
    figures.claim("restated", "equal", figures.figure("17.40"), first)
    finding = found(figures, "restated")
    assert finding.message == "同一事项数字不一致：此处“17.40万元”，他处（第1行）“15.4万元”。"
    assert "elsewhere (line 1)" in finding.message_en
    assert finding.computed == "15.40万元"
    assert finding.expression == "15.4万元"
    assert finding.amount == 20000
    assert [side.quote for side in finding.related] == ["15.4万元"]


def wrong_part(figures: Figures) -> Finding:
    parts = [figures.figure(text) for text in ("645.64", "143.80", "367.71", "44.59")]
    total = figures.figure("1210.74")
    figures.claim("share", "quotient", figures.figure("31.11", PERCENT), parts[2], total)
    figures.claim("sum", "sum", total, *parts)
    return found(figures, "sum")


def test_a_proved_correction_is_told_at_the_wrong_figure(figures: Figures) -> None:
    finding = wrong_part(figures)
    assert finding.quote == "367.71万元"
    assert finding.place.line == 3
    assert "“367.71万元”应为“376.71万元”（相邻数字颠倒）：2 处关系支持" in finding.message
    assert "同一原因还使 1 处相关数字不能吻合。" in finding.message
    assert '"376.71万元" (two digits exchanged): 2 relations agree' in finding.message_en
    assert finding.suggestion == "将“367.71万元”改为“376.71万元”。"
    assert finding.error_type == "transposed_digits"
    assert finding.amount == 90000
    assert finding.related[0].quote == "合计1210.74万元"
    assert len(finding.related) == 5


def test_the_figure_in_question_is_no_evidence(figures: Figures) -> None:
    rate = figures.figure("1009", PERCENT)
    done, plan, part = (figures.figure(text) for text in ("305.65", "305.65", "92.15"))
    figures.claim("rate", "quotient", rate, done, plan)
    figures.claim("restated", "equal", done, plan)
    figures.claim("share", "quotient", figures.figure("30.15", PERCENT), part, done)
    figures.claim("share", "quotient", figures.figure("30.15", PERCENT), part, plan)
    finding = found(figures, "rate")
    assert "“1009%”应为“100%”" in finding.message
    assert "“1009%”" not in finding.message.partition("关系支持")[2]


def test_keys_hold_no_position(figures: Figures) -> None:
    moved = Figures()
    for _ in range(5):
        moved.figure("1")
    one, other = wrong_part(figures), wrong_part(moved)
    assert one.fingerprint == other.fingerprint
    assert one.place != other.place
    assert one.keys[:2] == ("sum", "sum")


def test_the_wrong_side_of_an_equality_is_shown_as_the_stated_one(figures: Figures) -> None:
    wrong = figures.figure("352.40")
    for _ in range(2):
        figures.claim("restated", "equal", figures.figure("325.40"), wrong)
    finding = found(figures, "restated")
    assert (finding.stated, finding.computed, finding.expression) == (
        "352.40万元",
        "325.40万元",
        "325.40万元",
    )
    assert finding.message.startswith("同一事项数字不一致：此处“352.40万元”，他处（第2行）“325.40万元”。")


def test_a_kind_with_words_of_its_own_stays_at_the_stated_figure(figures: Figures) -> None:
    paid, budget = figures.figure("15", YUAN), figures.figure("15.00")
    claim = figures.claim("unit", "equal", budget, paid)
    root = Root((claim,), Correction(paid, Decimal(150000), "wrong_unit", (claim, claim)))
    finding = finding_of(root, NAMES)
    assert finding.place == budget.place
    assert finding.suggestion == "将“15元”改为“15万元”。"


def test_a_long_sum_is_shortened_in_the_sentence(figures: Figures) -> None:
    parts = [figures.figure(f"{at}.00") for at in range(1, 12)]
    claim = figures.claim("sum", "sum", figures.figure("70.00"), *parts)
    assert expression_of(claim) == "1.00 + 2.00 + 3.00 + … + 11.00"
    finding = found(figures, "sum")
    assert "（共11项）" in finding.message
    assert finding.expression == claim.expression
    assert finding.severity == "error"


def test_an_inferred_claim_warns(figures: Figures) -> None:
    figures.claim("sum", "sum", figures.figure("9.00"), figures.figure("1.00"), binding="inferred")
    assert found(figures, "sum").severity == "warning"
    assert not list(from_roots(solve(figures.quantities, figures.claims), "rate", NAMES))


@pytest.mark.parametrize(
    ("number", "unit", "right", "shown"),
    [
        ("15", YUAN, "150000", "15万元"),
        ("3.20", WAN, "32000", "3.20亿元"),
        ("3.20", YUAN, "32", "32.00元"),
        ("3.20", SCORE, "3.2", "3.2分"),
    ],
)
def test_a_corrected_figure_is_written_as_the_others(
    figures: Figures, number: str, unit: object, right: str, shown: str
) -> None:
    quantity = figures.figure(number, unit)  # type: ignore[arg-type]
    assert corrected(Correction(quantity, Decimal(right), "wrong_unit", ())) == shown


@pytest.mark.parametrize(
    ("text", "number", "right", "error_type", "shown"),
    [
        ("1694.25萬元", "1694.25", "1194.25", "wrong_digit", "1194.25萬元"),
        ("273", "273", "2743", "missing_digit", "2743"),
        ("39,110.27万元", "39110.27", "93110.27", "transposed_digits", "93,110.27万元"),
        ("122.455万元", "122.455", "1224.550", "shifted_point", "1224.55万元"),
    ],
)
def test_a_correction_is_written_in_the_manner_of_the_print(
    figures: Figures, text: str, number: str, right: str, error_type: str, shown: str
) -> None:
    quantity = replace(figures.figure(number), text=text)
    assert corrected(Correction(quantity, Decimal(right), error_type, ())) == shown


def test_a_wrong_direction_is_told_as_one(figures: Figures) -> None:
    claim = figures.claim(
        "difference",
        "difference",
        figures.figure("12.50"),
        figures.figure("100.00"),
        figures.figure("112.50"),
    )
    root = Root((claim,), Correction(claim.relation.stated, Decimal("-12.50"), "direction", (claim,)))
    finding = finding_of(root, NAMES)
    assert "“12.50万元”的增减方向不符" in finding.message
    assert "direction of change contradicts" in finding.message_en
    assert finding.suggestion == "请更正“12.50万元”的增减方向。"


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(0, 0, 1, line=7), "第7行", "line 7"),
        (Place(0, 0, 1, sheet="表1", cell="B3"), "表1B3", "表1 B3"),
        (Place(0, 0, 1, table=0, row=2, column=1), "第1张表第3行", "table 1, row 3"),
        (Place(0, 0, 1, chart=1), "图表", "chart"),
        (Place(4, 0, 1), "第5段", "paragraph 5"),
    ],
)
def test_a_place_in_a_word(place: Place, zh: str, en: str) -> None:
    assert where(place) == (zh, en)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("15.4000", 2, "15.40"),
        ("100.00", 0, "100"),
        ("0.0015", 2, "0.0015"),
        ("100", 0, "100"),
        ("1E+2", 2, "100.00"),
    ],
)
def test_zeros_at_the_end_go(value: str, decimals: int, shown: str) -> None:
    assert trimmed(Decimal(value), decimals) == shown


def test_a_claim_without_result_shows_what_it_has(figures: Figures) -> None:
    undefined = claim_of(
        relation("quotient", figures.figure("5", PERCENT), [figures.figure("1"), figures.figure("0")])
    )
    assert computed_of(undefined) == ""
    assert at_stake(undefined, None) is None
    assert gap_in_units(undefined) == 0


def test_constants_keep_their_digits(figures: Figures) -> None:
    limit = relation("constant", figures.figure("9", SCORE), (), kind="bound", constants=(Decimal("8.25"),))
    assert computed_of(claim_of(limit)) == "8.25分"


def test_failing_observations_of_a_fault() -> None:
    gap = Observation("numbering", "fails", "3.", Place(0, 0, 1), fault="gap")
    others = [replace(gap, verdict="holds"), replace(gap, fault="other")]
    assert list(from_observations(solve([], [], [gap, *others]), "gap")) == [gap]


def coarse(figures: Figures, total: str = "45.40", **changes: object) -> None:
    parts = figures.figure("43", prevailing=2), figures.figure("2.15")
    figures.claim("sum", "sum", figures.figure(total), *parts, **changes)


def warned(figures: Figures) -> list[Finding]:
    return list(COARSE.find(solve(figures.quantities, figures.claims)))


def test_a_coarse_claim_is_a_warning_that_names_the_gap(figures: Figures) -> None:
    coarse(figures)
    (finding,) = warned(figures)
    assert (finding.code, finding.severity) == ("JX112", "warning")
    assert "相差 0.25万元" in finding.message
    assert "gap of 0.25万元" in finding.message_en


def test_a_coarse_gap_of_two_units_is_not_worth_a_word(figures: Figures) -> None:
    coarse(figures, "45.17")
    assert warned(figures) == []


def test_a_truncated_claim_is_not_told(figures: Figures) -> None:
    figures.claim(
        "growth",
        "change_rate",
        figures.figure("21.05", PERCENT),
        figures.figure("222.18"),
        figures.figure("38.65"),
    )
    assert figures.claims[0].note == "truncated"
    assert warned(figures) == []


def test_a_coarse_claim_by_chance_is_not_told(figures: Figures) -> None:
    coarse(figures, binding="inferred")
    parts = figures.figure("43", prevailing=2), figures.figure("2.15")
    figures.claim("sum", "sum", figures.figure("45.40"), *parts)
    figures.claim("sum", "sum", figures.figure("47.15"), *parts, figures.figure("2.00"))
    assert warned(figures) == []


def test_one_paragraph_is_told_once(figures: Figures) -> None:
    coarse(figures)
    first = figures.claims[0]
    again = replace(first, id="c9")
    assert len(list(COARSE.find(solve(figures.quantities, [first, again])))) == 1


def test_a_coarse_rate_is_told_too(figures: Figures) -> None:
    figures.claim(
        "share",
        "quotient",
        figures.figure("19.23", PERCENT),
        figures.figure("23", prevailing=2),
        figures.figure("120.75"),
    )
    assert len(warned(figures)) == 1


def test_accumulated_rounding_is_a_hint(figures: Figures) -> None:
    parts = [figures.figure(text) for text in ("1.01", "2.02", "3.04", "4.01", "5.03", "5.92")]
    figures.claim("sum", "sum", figures.figure("21.05"), *parts)
    (finding,) = ROUNDING.find(solve(figures.quantities, figures.claims))
    assert (finding.severity, finding.kind) == ("info", "sum")
    assert "相差 0.02万元，在 6 项" in finding.message
