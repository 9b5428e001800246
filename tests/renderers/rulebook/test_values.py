"""Values of rulebooks as officials read them."""

from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.renderers.rulebook.values import said
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.resolving import TOPICS, stated_rows
from jixiao.rulebooks.schema.rulebook import Row, RulebookFile

COMPLETE = load(str(ROOT / "tests" / "rulebooks" / "complete"))
VALUES = {(topic, member): settled.value for topic, member, settled in COMPLETE.rules(2023).each()}

SAID = {
    ("grades", ""): (
        "优（优秀） 90分起；良 80分起；中 60分起；差 0分起。先四舍五入到2位小数",
        "优 (优秀) from 90",
    ),
    ("rounding", ""): ("每个三级指标四舍五入到2位小数", "every line half-up to 2 decimals"),
    ("execution", ""): ("≥95 分值×1、≥0 得分5", "10 points of the revised budget"),
    ("leaf_rules", "higher"): ("proportional；完成比例低于此数不得分：0.6", "no points below this share"),
    ("leaf_rules", "text"): ("人工评分（manual）", "Manual (manual)"),
    ("overshoot", ""): ("实际达到目标的130%，目标为0时实际达到30：应说明原因", "from 130% of the target"),
    ("framework", ""): ("产出指标（数量指标、质量指标）；满意度指标", "产出指标 (数量指标, 质量指标)"),
    ("schemes", "project"): (
        "预算执行10（按预算执行计分）、产出指标90（完成数量60、验收合格30）、存在问题（只扣分）",
        "预算执行 10 (from budget execution)",
    ),
    ("schemes", "department"): ("各项目汇总；年初安排（年初预算）", "年初安排 (initial budget)"),
    ("monitoring", ""): (
        "相差超过10个百分点预警；指标灯：进度低于60红、低于80黄、120以上蓝；10个工作日内处置；处置方式：继续执行、调剂使用",
        "handled within 10 days",
    ),
    ("ex_ante", ""): ("立项必要性20。结论：予以支持", "立项必要性 20; conclusions: 予以支持"),
    ("linkages", ""): ("优：优先安排", "优: 优先安排"),
    ("sections", "self_evaluation"): ("基本情况、存在的问题", "基本情况, 存在的问题"),
    ("proofs", "project_self_evaluation"): (
        "现场照片（数量指标、越大越好，可以上传）；盖章扫描件（签字盖章后的扫描件，必须上传）",
        "满意度问卷汇总表 (满意度指标, mandatory)",
    ),
    ("signing", "monitoring"): ("填报人（签字）、监控单位（公章）", "填报人 (signature), 监控单位 (seal)"),
    ("deadlines", ""): ("报送自评：次年3月31日前；公开：批复后20日内", "by month 3 day 31, next year"),
}


@pytest.mark.parametrize("key", VALUES, ids=str)
def test_a_value_is_said_in_both_languages(key: tuple[str, str]) -> None:
    zh, en = SAID[key]
    assert zh in said(VALUES[key], "zh")
    assert en in said(VALUES[key], "en")


def test_topics_are_those_of_the_schema() -> None:
    rows = {name for name, info in RulebookFile.model_fields.items() if Row.__name__ in str(info.annotation)}
    assert set(TOPICS) == rows


def test_every_shipped_value_can_be_said() -> None:
    for folder in sorted(Path(ROOT / "src" / "jixiao" / "rulebooks").glob("*/rulebook.toml")):
        for _, _, row in stated_rows(load(str(folder.parent)).files[0]):
            assert said(row.value, "zh")
            assert said(row.value, "en")
