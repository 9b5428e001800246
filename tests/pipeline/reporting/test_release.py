"""What leaves and what does not: contradictions refuse, statements of the unit release, drafts show both."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.pipeline.reporting.support import (
    PLACE,
    STATED,
    STATED_TOTAL,
    UNSETTLED,
    WRONG_TOTAL,
    dossier,
)
from tests.support import ROOT

import jixiao
from jixiao.dossiers.discovery import read
from jixiao.pipeline.reporting import Office, ReleasedReport, RequestError, report_kinds, write_report

KIND = "self_evaluation"
DAY = "2024-03-15"
FORM = """\
title = "项目运行监控表"
per = "project"
where = "project.code == 'p02'"
from = 2023
source = "notice"
verified = false
widths = [10, 20]

[[rows]]
cells = ["项目名称", { text = "{{ project.name }}" }]

[[rows]]
cells = ["支出（万元）", { text = "{{ project.outturn | amount }}" }]
"""


def written(
    folder: Path, output_format: str = "docx", *, draft: bool = False, date: str = DAY
) -> ReleasedReport:
    return write_report(folder, KIND, output_format, rulebook=str(PLACE), draft=draft, date=date)


@pytest.mark.parametrize("output_format", ["docx", "html", "ofd"])
def test_a_sound_report_leaves_checked(tmp_path: Path, output_format: str) -> None:
    report = written(dossier(tmp_path), output_format)
    assert report.data
    assert (report.refusals, report.gaps, report.explained, report.report.findings) == ((), (), (), ())
    assert report.report.certificate is not None
    assert report.report.certificate.share == Decimal(1)
    assert report.ledger is not None
    assert len(report.ledger.facts_digest) == 64
    assert report.title == "测试局2023年度部门整体支出绩效自评报告"


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(dossier(tmp_path / "a")).data == written(dossier(tmp_path / "b")).data


@pytest.mark.parametrize("output_format", ["docx", "html", "ofd"])
def test_an_error_in_the_figures_refuses(tmp_path: Path, output_format: str) -> None:
    report = written(dossier(tmp_path, change=WRONG_TOTAL), output_format)
    assert report.refused
    assert report.data == b""
    (refusal,) = report.refusals
    assert (refusal.ground, refusal.code) == ("finding", "JX103")
    assert "accounts.expenditure.outturn" in refusal.told("zh")[1]
    assert "450.00万元" in refusal.told("zh")[0]
    assert "accounts.expenditure.outturn" in refusal.told("en")[1]


@pytest.mark.parametrize("output_format", ["docx", "html", "ofd"])
def test_an_error_that_the_unit_states_passes_and_is_shown(tmp_path: Path, output_format: str) -> None:
    report = written(dossier(tmp_path, STATED_TOTAL, change=WRONG_TOTAL), output_format)
    assert not report.refusals
    (one,) = report.explained
    assert (one.finding.code, one.fact) == ("JX103", "accounts.expenditure.outturn")
    assert one.signed_by == "测试局财务股"
    assert report.report.document is not None
    assert one.statement in report.report.document.plain_text()


def test_a_fact_that_nobody_settled_refuses_until_it_is_stated(tmp_path: Path) -> None:
    (refusal,) = written(dossier(tmp_path / "a", UNSETTLED)).refusals
    assert (refusal.ground, refusal.fact) == ("unresolved", "projects.p02.outturn")
    assert written(dossier(tmp_path / "b", UNSETTLED, STATED)).data


def test_a_statement_about_a_whole_part_answers_for_nothing(tmp_path: Path) -> None:
    broad = STATED.replace("projects.p02.outturn", "projects")
    assert written(dossier(tmp_path, UNSETTLED, broad)).refused


@pytest.mark.parametrize("field", ["statement", "signed_by"])
def test_a_statement_without_words_or_signature_answers_for_nothing(tmp_path: Path, field: str) -> None:
    empty = re.sub(rf'{field} = ".*"', f'{field} = " "', STATED)
    assert empty != STATED
    assert written(dossier(tmp_path, UNSETTLED, empty)).refused


def test_a_statement_about_a_project_answers_for_its_facts(tmp_path: Path) -> None:
    wider = STATED.replace("projects.p02.outturn", "projects.p02")
    assert not written(dossier(tmp_path, UNSETTLED, wider)).refused


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    report = written(dossier(tmp_path, UNSETTLED, change=WRONG_TOTAL))
    assert [one.ground for one in report.refusals] == ["finding", "unresolved"]


def test_a_draft_is_written_with_what_would_refuse_it(tmp_path: Path) -> None:
    report = written(dossier(tmp_path, UNSETTLED), draft=True)
    assert report.data
    assert not report.refused
    assert len(report.refusals) == 1


def test_a_published_score_that_the_rules_contradict_refuses(tmp_path: Path) -> None:
    source = ROOT / "examples" / "430406-yanfeng-2023" / "dossier.toml"
    text = source.read_text(encoding="utf-8").partition("[[discrepancies]]")[0]
    (tmp_path / "dossier.toml").write_text(text, encoding="utf-8")
    kinds = {one.kind for one in report_kinds(tmp_path, str(PLACE))}
    assert kinds >= {KIND}
    report = write_report(tmp_path, "self_evaluation", "docx", rulebook=_below_yanfeng(tmp_path))
    assert ("difference", "appraisal.printed.execution") in {
        (one.ground, one.fact) for one in report.refusals
    }


def _below_yanfeng(folder: Path) -> str:
    """The place of these tests as a zone of Yanfeng, by whose rules the line is scored."""
    place = folder / "zone"
    (place / "reports").mkdir(parents=True)
    text = (PLACE / "rulebook.toml").read_text(encoding="utf-8")
    (place / "rulebook.toml").write_text(
        text.replace('parent = "cn"', 'parent = "430406-yanfeng"'), encoding="utf-8"
    )
    for path in (PLACE / "reports").glob("*.md"):
        (place / "reports" / path.name).write_bytes(path.read_bytes())
    return str(place)


def test_missing_facts_are_counted_and_do_not_refuse(tmp_path: Path) -> None:
    report = written(dossier(tmp_path, change=("outturn = 70.00\n", "")), date="")
    assert report.data
    assert len(report.gaps) == 3
    assert "〔待补：日期〕" in report.gaps


def test_prescribed_sections_are_compared(tmp_path: Path) -> None:
    report = write_report(
        dossier(tmp_path), "project_self_evaluation", "docx", rulebook=str(PLACE), project="p01"
    )
    assert not [one for one in report.report.findings if one.code == "JX501"]  # none prescribed for the kind
    other = tmp_path / "place"
    (other / "reports").mkdir(parents=True)
    (other / "rulebook.toml").write_bytes((PLACE / "rulebook.toml").read_bytes())
    body = (PLACE / "reports" / "self_evaluation.md").read_text(encoding="utf-8")
    (other / "reports" / "a.md").write_text(body.replace("# 项目情况", ""), encoding="utf-8")
    report = write_report(tmp_path, KIND, "docx", rulebook=str(other), date=DAY)
    (finding,) = report.report.findings
    assert (finding.code, finding.severity) == ("JX501", "warning")
    assert "没有“项目情况”（依据：测试通知" in finding.message
    assert report.data


@pytest.mark.parametrize(("day", "late"), [("2024-03-31", False), ("2024-04-01", True)])
def test_a_day_after_the_deadline_is_told_with_its_source(tmp_path: Path, day: str, late: bool) -> None:  # noqa: FBT001  # a case
    notices = [one.zh for one in written(dossier(tmp_path), date=day).notices]
    assert any("晚于规定的期限 2024-03-31（报送绩效自评；依据：测试通知" in one for one in notices) is late
    assert any("决算批复后20日内" in one for one in notices)


def test_kinds_on_offer_name_the_projects_that_fit(tmp_path: Path) -> None:
    offers = {
        one.kind: one for one in report_kinds(dossier(tmp_path, change=("outturn = 70.00\n", "")), str(PLACE))
    }
    assert offers["project_self_evaluation"].projects == ("p01",)
    assert offers["project_self_evaluation"].title == "道路维护2023年度绩效自评报告"
    assert offers[KIND].projects == ()


def test_a_form_holds_all_projects_it_is_for_or_the_one_named(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d")
    place = tmp_path / "place"
    (place / "forms").mkdir(parents=True)
    (place / "rulebook.toml").write_bytes((PLACE / "rulebook.toml").read_bytes())
    (place / "forms" / "monitoring.toml").write_text(FORM, encoding="utf-8")
    offers = {one.kind: one for one in report_kinds(folder, str(place))}
    assert offers["monitoring"].together
    assert offers["monitoring"].projects == ("p02",)
    every = write_report(folder, "monitoring", "docx", rulebook=str(place))
    one = write_report(folder, "monitoring", "docx", rulebook=str(place), project="p01")
    for report, name, other in ((every, "路灯更换", "道路维护"), (one, "道路维护", "路灯更换")):
        assert report.report.document is not None
        assert name in report.report.document.plain_text()
        assert other not in report.report.document.plain_text()


def test_a_form_is_refused_by_what_it_is_about_only(tmp_path: Path) -> None:
    folder = dossier(tmp_path, UNSETTLED)
    refused = [
        write_report(folder, "project_self_evaluation", "docx", rulebook=str(PLACE), project=code).refused
        for code in ("p01", "p02")
    ]
    assert refused == [False, True]


@pytest.mark.parametrize(
    ("kind", "project", "words"),
    [
        ("evaluation", None, "没有“evaluation”这种报告"),
        ("project_self_evaluation", None, "p01（道路维护）、p02（路灯更换）"),
        ("project_self_evaluation", "p09", "没有代码为“p09”的项目"),
        (KIND, "p01", "不用写项目"),
    ],
)
def test_what_cannot_be_asked_for_is_told(tmp_path: Path, kind: str, project: str | None, words: str) -> None:
    with pytest.raises(RequestError, match=words.replace("（", ".").replace("）", ".")) as error:
        write_report(dossier(tmp_path), kind, "docx", rulebook=str(PLACE), project=project)
    assert error.value.en


def test_the_library_writes_whole_files_or_none(tmp_path: Path) -> None:
    target = tmp_path / "out" / "报告.docx"
    report = jixiao.write_report(dossier(tmp_path / "a"), KIND, target, rulebook=str(PLACE), date=DAY)
    assert target.read_bytes() == report.data
    again = jixiao.write_report(dossier(tmp_path / "b", UNSETTLED), KIND, target, rulebook=str(PLACE))
    assert again.refused
    assert target.read_bytes() == report.data
    assert [path.name for path in target.parent.iterdir()] == ["报告.docx"]


def test_what_somebody_answered_for_does_not_keep_a_report_here(tmp_path: Path) -> None:
    facts = read(dossier(tmp_path, UNSETTLED, change=WRONG_TOTAL))
    office = Office(str(PLACE))
    refused = office.write(facts, KIND, "docx", date=DAY)
    assert refused.refused
    identities = {one.identity for one in refused.refusals}
    assert len(identities) == len(refused.refusals)
    released = office.write(facts, KIND, "docx", date=DAY, waived=identities)
    assert released.data
    assert not released.refused
    assert {one.identity for one in released.waived} == identities
    partly = office.write(facts, KIND, "docx", date=DAY, waived=sorted(identities)[1:])
    assert partly.refused == bool(partly.refusals)
    assert len(partly.refusals) == 1
