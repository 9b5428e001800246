"""Figures of rows whose empty cells were dropped stand under the columns that the other rows show."""

from jixiao.claims.extraction import extract
from jixiao.claims.reading.document import read_document
from jixiao.core.claim import Claim
from jixiao.formats.txt.read import read_text

HEADER = "项目 | 预算数 | 决算数 | 上年数 | 增减额 | 增减% |"
CHANGES = [
    "合计 | 48.60 | 40.77 | 46.02 | -5.25 | -11.41 |",
    "公务接待费 | 6.20 | 4.62 | 5.38 | -0.76 | -14.13 |",
    "公务用车费 | 38.90 | 36.15 | 37.74 | -1.59 | -4.21 |",
]
SHORT = "因公出国费 | 3.50 | 2.90 | -2.90 | -100.00 ||"
PARTS = [
    "税种 | 预算 | 中央级 | 省级 | 县级 | 合计 | 完成% |",
    "增值税 | 4500 | 391 | 137 | 254 | 782 | 17.38 |",
    "所得税 | 1490 | 189 | 63 | 64 | 316 | 21.21 |",
    "契税 | 2950 | 467 | 156 | 155 | 778 | 26.37 |",
]


def claims(*rows: str) -> list[Claim]:
    return [claim for claim in extract(read_text("\n".join(rows))).claims if claim.kind != "restated"]


def places(*rows: str) -> dict[str, dict[int, str]]:
    (table,) = read_document(read_text("\n".join(rows))).tables
    return {row.label: {c: str(token.number) for c, token in row.tokens.items()} for row in table.rows}


def test_a_change_shows_which_cell_is_missing() -> None:
    assert places(HEADER, *CHANGES, SHORT)["因公出国费"] == {1: "3.50", 3: "2.90", 4: "-2.90", 5: "-100.00"}


def test_nothing_of_the_row_is_reported() -> None:
    assert {claim.verdict for claim in claims(HEADER, *CHANGES, SHORT)} == {"holds"}


def test_columns_left_open_are_unsure() -> None:
    short = "资源税 | 700 | 13 | 13 | 26 | 3.71 ||"
    (table,) = read_document(read_text("\n".join([*PARTS, short]))).tables
    row = table.rows[-1]
    assert row.unsure == {2, 3, 4}
    assert [str(row.tokens[c].number) for c in (1, 5, 6)] == ["700", "26", "3.71"]
    shown = {f"{claim.stated} = {claim.expression}" for claim in claims(*PARTS, short)}
    assert shown >= {"26 = 13 + 13", "3.71 = 26 / 700"}


def test_a_figure_that_fits_nowhere_is_not_reported() -> None:
    short = "资源税 | 700 | 13 | 19 | 26 | 5.88 ||"
    assert all(claim.verdict == "holds" for claim in claims(*PARTS, short))


def test_a_wrong_figure_of_a_full_row_is_reported() -> None:
    wrong = PARTS[3].replace("778", "787")
    (failed, *_) = (claim for claim in claims(*PARTS[:3], wrong, PARTS[1]) if claim.verdict == "fails")
    assert "787" in failed.stated + failed.expression


def test_rows_that_keep_their_empty_cells_stay() -> None:
    kept = "印花税 | 1590 | | | 239 | 239 | 15.03 |"
    assert places(*PARTS, kept)["印花税"] == {1: "1590", 4: "239", 5: "239", 6: "15.03"}


def test_signs_for_nothing_hold_their_place() -> None:
    kept = "印花税 | 1590 | — | — | 239 | 239 | 15.03 |"
    assert places(*PARTS, kept)["印花税"] == {1: "1590", 4: "239", 5: "239", 6: "15.03"}


def test_a_total_without_a_code_stands_under_the_amounts() -> None:
    rows = (
        "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |",
        "合计 | 93.40 | 61.20 | 32.20 ||",
        "201 | 公共服务 | 62.30 | 42.15 | 20.15 |",
        "205 | 教育 | 31.10 | 19.05 | 12.05 |",
    )
    assert places(*rows)["合计"] == {2: "93.40", 3: "61.20", 4: "32.20"}
    shown = {f"{claim.stated} = {claim.expression}" for claim in claims(*rows)}
    assert shown >= {"93.40 = 62.30 + 31.10", "61.20 = 42.15 + 19.05", "93.40 = 61.20 + 32.20"}


def test_weights_and_scores_stand_in_line() -> None:
    rows = (
        "一级指标 | 二级指标 | 指标值 | 完成值 | 分值 | 得分 | 说明 |",
        "产出 | 里程 | ≥12公里 | 12公里 | 20 | 20 ||",
        "合格率 | 100% | 98% | 15 | 14 |||",
        "效益 | 人口 | ≥3万人 | 3万人 | 65 | 65 ||",
        "总分 | 100 | 99 |||||",
    )
    placed = places(*rows)
    assert placed["合格率"] == {2: "100", 3: "98", 4: "15", 5: "14"}
    assert placed["总分"] == {4: "100", 5: "99"}
    assert {claim.verdict for claim in claims(*rows)} == {"holds"}


def test_rows_with_too_many_places_are_left_unsure() -> None:
    header = "项目 | " + " | ".join(f"栏{c}" for c in range(11)) + " |"
    full = [f"甲{n} | " + " | ".join(f"{n}{c}.5" for c in range(10, 21)) + " |" for n in (1, 2, 3)]
    short = "乙 | " + " | ".join(f"{c}.5" for c in range(10, 16)) + " |||||"
    (table,) = read_document(read_text("\n".join([header, *full, short]))).tables
    assert len(table.rows[-1].unsure) == 11
