"""Files that the rulebook asks of lines, and lines that have none."""

from typing import Any

import pytest
from tests.scoring.support import dossier, group, indicator, rules, scheme

from jixiao.core.scorecard import Scorecard
from jixiao.rulebooks.schema.topics import Direction, Proofs
from jixiao.scoring.card import score
from jixiao.scoring.proving import of_line

SURVEY = {"what": "问卷汇总表", "level1": ["满意度指标"]}
PHOTO = {"what": "照片", "level2": ["数量指标"], "directions": ["higher"], "mandatory": False}
WHOLE = {"what": "盖章扫描件", "of": "sealed"}


@pytest.mark.parametrize(
    ("level1", "level2", "way", "names"),
    [
        ("满意度指标", "", Direction.HIGHER, ["问卷汇总表"]),
        ("满意度", "服务对象满意度", Direction.TEXT, ["问卷汇总表"]),  # the word 指标 is left out
        ("产出指标", "数量指标", Direction.HIGHER, ["照片"]),
        ("产出指标", "数量指标", Direction.LOWER, []),
        ("产出指标", "质量指标", Direction.HIGHER, []),
    ],
)
def test_which_lines_a_file_is_asked_of(level1: str, level2: str, way: Direction, names: list[str]) -> None:
    proofs = Proofs.model_validate({"rows": [SURVEY, PHOTO, WHOLE]})
    assert [one.what for one in of_line(proofs, level1, level2, way)] == names


def test_without_conditions_it_is_asked_of_every_line() -> None:
    proofs = Proofs.model_validate({"rows": [{"what": "证明"}]})
    assert [one.what for one in of_line(proofs, "任何", "", Direction.QUALITATIVE)] == ["证明"]


LINES: dict[str, dict[str, Any]] = {
    "bare": indicator("a", "满意度", operator="≥", target=90, actual=95, weight=10),
    "proved": indicator("b", "满意度", operator="≥", target=90, actual=95, weight=10, evidence=["e"]),
    "left out": indicator("c", "满意度", operator="≥", target=90, weight=10, applicable=False),
    "other": indicator("d", "产出", operator="≥", target=9, actual=9, weight=10),
}


def card(where: str, kind: str) -> Scorecard:
    lines = list(LINES.values())
    given = rules(
        scheme(group("满意度", 20), group("产出", 10)),
        scheme(group("满意度", 20), group("产出", 10)),
        proofs={kind: {"rows": [SURVEY, PHOTO, WHOLE]}},
        unverified=("proofs",),
    )
    if where == "department":
        return score(dossier(*lines), given)
    return score(dossier(projects=({"code": "p", "name": "School meals", "indicators": lines},)), given)


@pytest.mark.parametrize("where", ["department", "project"])
def test_a_line_without_its_file_is_noticed_and_the_rule_is_shown(where: str) -> None:
    found = card(where, f"{where}_self_evaluation")
    (told,) = [one for one in found.notices if one.about == "proofs"]
    assert told.where.endswith("满意度／a")
    assert "问卷汇总表" in told.zh
    assert "问卷汇总表" in told.en
    assert any(one.topic == f"proofs.{where}_self_evaluation" for one in found.assumptions)


def test_the_files_of_another_form_are_not_asked_for() -> None:
    assert not [one for one in card("project", "monitoring").notices if one.about]
