"""Paths of facts in the words of the workbook."""

from pathlib import Path

import pytest
from tests.dossiers.workbook.making import EXAMPLES, dossier, example

from jixiao.core.dossier.paths import leaves
from jixiao.dossiers.workbook.facts import in_words

MORE = """
[accounts.running_cost]
outturn = 3
[[performance_work.monitoring]]
label = "全部项目"
count = 2
[[accounts.sources]]
name = "其他收入"
outturn = 1
[[projects]]
code = "p03"
name = "新项目"
[projects.ex_ante.dimensions]
"立项必要性" = 18
"""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("projects.p01.outturn", "“道路养护”执行数"),
        ("projects.p01.indicators.a.target", "“道路养护”“养护里程”目标值"),
        ("accounts.running_cost.outturn", "机关运行经费执行数"),
        ("accounts.sources.其他收入.outturn", "“其他收入”执行数"),
        ("accounts.sources.1.outturn", "“其他收入”执行数"),
        ("performance_work.monitoring.全部项目.count", "“全部项目”绩效监控项目数"),
        ("projects.p03.ex_ante.dimensions.立项必要性", "“新项目”“立项必要性”维度得分"),
        ("department.name", "单位名称"),
        ("projects.p09.outturn", ""),
        ("nothing", ""),
    ],
)
def test_paths_in_words(path: str, words: str) -> None:
    assert in_words(dossier(MORE), path) == words


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_fact_of_the_examples_has_words(path: Path) -> None:
    made = example(path)
    assert [one for one, _ in leaves(made) if not in_words(made, one)] == []
