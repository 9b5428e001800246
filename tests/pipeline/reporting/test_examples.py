"""The shipped departments: three are released, two are refused until they state what their reports leave open."""

import re
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.pipeline.reporting import write_report

EXAMPLES = ROOT / "examples"
RELEASED = (
    ("130609-xushui-2023", "self_evaluation"),
    ("430406-yanfeng-2023", "self_evaluation"),
    ("610902-hengkou-2023", "self_evaluation"),
)
REFUSED = (("511902-bazhou-2023", "evaluation"), ("620723-linze-2023", "evaluation"))
STATEMENT = "公开的报告没有说明这一处，以会计资料为准。"


@pytest.mark.parametrize(("name", "kind"), RELEASED)
def test_what_is_stated_and_signed_is_printed_and_passes(name: str, kind: str) -> None:
    report = write_report(EXAMPLES / name, kind, "docx")
    assert report.data
    assert not report.refusals
    assert report.report.document is not None
    assert "示例整理者" in report.report.document.plain_text()


@pytest.mark.parametrize(("name", "kind"), RELEASED)
def test_a_dated_self_evaluation_is_told_its_deadline(name: str, kind: str) -> None:
    report = write_report(EXAMPLES / name, kind, "docx", date="2024-10-31")
    assert any("部门决算批复后20日内" in one.zh for one in report.notices)


@pytest.mark.parametrize(("name", "kind"), REFUSED)
def test_what_is_open_is_refused_until_it_is_stated(tmp_path: Path, name: str, kind: str) -> None:
    refused = write_report(EXAMPLES / name, kind, "docx")
    assert refused.refused
    facts = dict.fromkeys(refusal.fact for refusal in refused.refusals)
    assert all(facts)
    assert not any(fact.endswith(".md") for fact in facts)
    text = (EXAMPLES / name / "dossier.toml").read_text(encoding="utf-8")
    for fact in facts:
        text += f'\n[[discrepancies]]\nfact = "{fact}"\nstatement = "{STATEMENT}"\nsigned_by = "某单位"\n'
    (tmp_path / "dossier.toml").write_text(text, encoding="utf-8")
    report = write_report(tmp_path, kind, "docx")
    assert [one.told("zh") for one in report.refusals] == []
    assert report.report.document is not None
    assert report.report.document.plain_text().count(STATEMENT) >= len(facts)
    errors = [one.code for one in refused.refusals if one.code]
    assert sorted(one.finding.code for one in report.explained) == sorted(errors)


@pytest.mark.parametrize("kind", ["budget_execution", "department_self_evaluation"])
def test_forms_print_the_statements_about_their_figures(tmp_path: Path, kind: str) -> None:
    """A form has no place of its own for them: they stand below it, with their numbers in the ledger."""
    name = "620723-linze-2023"
    text = (EXAMPLES / name / "dossier.toml").read_text(encoding="utf-8")
    facts = dict.fromkeys(refusal.fact for refusal in write_report(EXAMPLES / name, kind, "docx").refusals)
    for number, fact in enumerate(facts, start=1):
        statement = f"第{number}处以{number}.5万元为准。"
        text += f'\n[[discrepancies]]\nfact = "{fact}"\nstatement = "{statement}"\nsigned_by = "某单位"\n'
    (tmp_path / "dossier.toml").write_text(text, encoding="utf-8")
    report = write_report(tmp_path, kind, "docx")
    assert report.data
    assert report.report.document is not None
    last = [block.text for block in report.report.document.blocks if "某单位" in block.text]
    assert last
    assert all(re.fullmatch(r"说明\d?：第\d处以\d\.5万元为准。说明人：某单位。", one) for one in last)
    assert report.ledger is not None
    stated = [entry for entry in report.ledger.entries if entry.facts[0].startswith("discrepancies.")]
    figures = re.findall(r"\d\.5", "".join(last))
    assert len(figures) >= 2
    assert set(figures) <= {entry.printed for entry in stated}
