"""The shipped departments: three are released, two are refused until they state what their reports leave open."""

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


@pytest.mark.parametrize(("name", "kind"), REFUSED)
def test_what_is_open_is_refused_until_it_is_stated(tmp_path: Path, name: str, kind: str) -> None:
    refused = write_report(EXAMPLES / name, kind, "docx")
    assert refused.refused
    facts = dict.fromkeys(refusal.fact for refusal in refused.refusals)
    assert all(facts)
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
