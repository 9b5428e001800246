"""A scorecard as a workbook: lines, projects, published against recomputed, assumptions."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

from jixiao.core.scorecard import GroupScore, LeafScore, Scorecard
from jixiao.renderers.scorecards.words import in_unit, topic_name
from jixiao.renderers.sheets import Cell, fill, new_book, styles

_RESULT: Final = (("项目", 16), ("复算", 24), ("报告所印", 24))
_LINES: Final = (
    ("对象", 20), ("一级", 12), ("二级", 12), ("指标", 28), ("运算符", 8), ("目标", 14), ("实际", 14),
    ("单位", 7), ("分值", 8), ("报告所印", 9), ("按规则", 9), ("采用", 9), ("规则", 20), ("说明", 50),
)  # fmt: skip
_PROJECTS: Final = (
    ("项目", 40), ("汇总组", 16), ("预算", 14), ("执行", 14), ("执行率（%）", 12), ("报告所印得分", 14),
    ("复算得分", 12), ("等级", 8), ("说明", 60),
)  # fmt: skip
_ROLL_UPS: Final = (
    ("汇总组", 20),
    ("项目数", 10),
    ("预算", 14),
    ("执行", 14),
    ("执行率（%）", 12),
    ("等级", 30),
)
_DIFFERENCES: Final = (("处", 50), ("报告所印", 14), ("复算", 14), ("性质", 12), ("原因", 80))
_NOTICES: Final = (("处", 50), ("提示", 90))
_ASSUMPTIONS: Final = (("事项", 20), ("值", 50), ("依据", 50), ("说明", 80))


def workbook(card: Scorecard) -> bytes:
    """The workbook's bytes."""
    stream = BytesIO()
    unit = card.money_unit
    with new_book(stream) as book:
        formats = styles(book)
        fill(book.add_worksheet("结果"), _RESULT, _result(card), formats)
        fill(book.add_worksheet("评分"), _LINES, list(_lines(card)), formats)
        fill(book.add_worksheet("项目"), _in(unit, _PROJECTS), _projects(card), formats)
        fill(book.add_worksheet("项目汇总"), _in(unit, _ROLL_UPS), _roll_ups(card), formats)
        fill(book.add_worksheet("报告与复算"), _DIFFERENCES, _differences(card), formats)
        fill(book.add_worksheet("提示"), _NOTICES, [[one.where, one.zh] for one in card.notices], formats)
        fill(book.add_worksheet("假设"), _ASSUMPTIONS, _assumptions(card), formats)
    return stream.getvalue()


def _in(unit: str, columns: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The unit in the headings of amounts."""
    return [(f"{name}（{unit}）" if name in ("预算", "执行") else name, width) for name, width in columns]


def _result(card: Scorecard) -> list[list[Cell]]:
    published = card.published
    return [
        ["部门", card.department, None],
        ["年度", card.year, None],
        ["规则库", card.rulebook, None],
        ["得分", card.raw, published.total],
        ["满分", card.full, None],
        ["换算得分", card.converted, published.converted],
        ["等级", card.grade, published.grade or None],
        ["说明", card.reason, None],
    ]


def _lines(card: Scorecard) -> Iterable[list[Cell]]:
    subjects = [(card.department, card.groups), *((one.name, one.groups) for one in card.projects)]
    for subject, groups in subjects:
        for group in groups:
            for leaf in group.leaves:
                yield _leaf(subject, leaf)
            yield _sum(subject, group)


def _leaf(subject: str, leaf: LeafScore) -> list[Cell]:
    standing: Cell = leaf.standing if leaf.applicable else "不适用"
    figures: list[Cell] = [leaf.weight, leaf.published, leaf.by_rule, standing]
    ranged = leaf.operator == "range"
    aim = ["区间", leaf.aim] if ranged else [leaf.operator, leaf.target]
    words: list[Cell] = [*aim, leaf.actual, leaf.unit]
    return [
        subject,
        leaf.level1,
        leaf.level2,
        leaf.name,
        *words,
        *figures,
        leaf.rule_title or leaf.rule,
        leaf.reason,
    ]


def _sum(subject: str, group: GroupScore) -> list[Cell]:
    blanks: list[Cell] = [None] * 4
    sums: list[Cell] = [group.full, None, None, group.points]
    return [subject, group.name, None, f"{group.name}小计", *blanks, *sums, None, group.reason]


def _projects(card: Scorecard) -> list[list[Cell]]:
    return [
        [
            one.name,
            one.group,
            in_unit(one.budget, card.money_unit),
            in_unit(one.outturn, card.money_unit),
            one.rate,
            one.published,
            one.recomputed,
            one.grade,
            one.reason,
        ]
        for one in card.projects
    ]


def _roll_ups(card: Scorecard) -> list[list[Cell]]:
    return [
        [
            one.name,
            one.count,
            in_unit(one.budget, card.money_unit),
            in_unit(one.outturn, card.money_unit),
            one.rate,
            " ".join(f"{count}{grade}" for grade, count in one.grades.items() if count),
        ]
        for one in card.roll_ups
    ]


def _differences(card: Scorecard) -> list[list[Cell]]:
    return [
        [one.where, one.published, one.recomputed, "不一致" if one.contradicts else "不能复算", one.why]
        for one in card.differences
    ]


def _assumptions(card: Scorecard) -> list[list[Cell]]:
    return [[topic_name(one.topic, "zh"), one.value, one.source, one.note] for one in card.assumptions]
