"""Rows that add up in one column, where only some of them have a figure."""

from jixiao.pipeline import check_text

TABLE = """“三公”经费
单位：万元
项目|决算数|上年决算数
三公经费合计|5.91|5.96
因公出国（境）费|0|0
公务用车购置及运行维护费|4.81|4.98
公务用车购置费|0|
公务用车运行维护费|4.81|
公务接待费|{reception}|0.98
"""


def errors(reception: str) -> list[str]:
    report = check_text(TABLE.format(reception=reception))
    return [finding.code for finding in report.findings if finding.severity == "error"]


def test_parts_of_parts_that_last_year_does_not_tell_are_not_added() -> None:
    assert errors("1.10") == []


def test_a_wrong_part_is_still_found() -> None:
    assert "JX103" in errors("2.10")
