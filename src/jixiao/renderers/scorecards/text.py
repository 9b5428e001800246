"""A scorecard on the terminal: result, lines, projects, published against recomputed, assumptions."""

from collections.abc import Iterable, Sequence
from typing import Final

from jixiao.core.scorecard import Difference, GroupScore, LeafScore, Scorecard
from jixiao.renderers.scorecards.columns import table, wrapped
from jixiao.renderers.scorecards.words import (
    amount,
    by_reason,
    chosen,
    contradictions,
    figure,
    share,
    topic_name,
)
from jixiao.renderers.wording import Language

_MANY: Final = 12
"""Lines without a recomputed figure from which on they are told in a paragraph."""

_LABELS: Final[dict[Language, dict[str, str]]] = {
    "zh": {
        "year": "{}年度",
        "rulebook": "规则库 {}",
        "score": "得分 {}",
        "of": "满分 {}",
        "converted": "换算 {}",
        "grade": "等级 {}",
        "recomputed": "复算",
        "published": "报告",
        "line": "指标",
        "target": "目标",
        "actual": "实际",
        "weight": "分值",
        "by_rule": "按规则",
        "stands": "采用",
        "note": "注",
        "notes": "注",
        "project": "项目",
        "projects": "项目",
        "budget": "预算",
        "outturn": "执行",
        "rate": "执行率",
        "points": "得分",
        "count": "项目数",
        "grades": "等级",
        "rolled": "汇总",
        "unit": "单位：{}",
        "wrong": "报告与复算不一致",
        "unproved": "不能复算，照录报告",
        "where": "处",
        "notices": "提示",
        "assumptions": "假设（规则库中没有文件证实、本次用到的值）",
        "source": "依据：{}",
        "last": "不一致 {} 处，不能复算 {} 处，提示 {} 条，假设 {} 项",
        "dash": "不适用",
    },
    "en": {
        "year": "fiscal year {}",
        "rulebook": "rulebook {}",
        "score": "score {}",
        "of": "of {}",
        "converted": "converted {}",
        "grade": "grade {}",
        "recomputed": "recomputed",
        "published": "published",
        "line": "line",
        "target": "target",
        "actual": "actual",
        "weight": "weight",
        "by_rule": "by rule",
        "stands": "stands",
        "note": "note",
        "notes": "Notes",
        "project": "project",
        "projects": "Projects",
        "budget": "budget",
        "outturn": "outturn",
        "rate": "rate",
        "points": "score",
        "count": "projects",
        "grades": "grades",
        "rolled": "Roll-up",
        "unit": "unit: {}",
        "wrong": "Published and recomputed differ",
        "unproved": "Not recomputed, published figures stand",
        "where": "where",
        "notices": "Notices",
        "assumptions": "Assumptions (values of the rulebook used here that no document proves)",
        "source": "source: {}",
        "last": "contradictions: {}, not recomputed: {}, notices: {}, assumptions: {}",
        "dash": "n/a",
    },
}


def render(card: Scorecard, language: Language = "zh", columns: int = 100) -> str:
    """The whole card; ``columns`` is the width for sentences, tables take what they need."""
    words = _LABELS[language]
    lines = [*_head(card, words, language, columns)]
    if card.groups:
        lines += ["", *_lines(card.groups, words, language, columns)]
    lines += _projects(card, words, language, columns)
    wrong = [one for one in card.differences if one.contradicts]
    unproved = [one for one in card.differences if not one.contradicts]
    lines += _differences(words["wrong"], wrong, words, language, columns)
    lines += _differences(words["unproved"], unproved, words, language, columns)
    if card.notices:
        lines += ["", words["notices"]]
        for notice in card.notices:
            told = chosen(language, notice.zh, notice.en)
            lines += wrapped(f"{notice.where}：{told}", columns, "  ")
    lines += _assumptions(card, words, language, columns)
    counts = (contradictions(card), len(unproved), len(card.notices), len(card.assumptions))
    return "\n".join([*lines, "", words["last"].format(*counts)]) + "\n"


def _head(card: Scorecard, words: dict[str, str], language: Language, columns: int) -> list[str]:
    head = "  ".join(
        (card.department, words["year"].format(card.year), words["rulebook"].format(card.rulebook))
    )
    mine = [words["score"].format(figure(card.raw)), words["of"].format(figure(card.full))]
    mine += [words["converted"].format(figure(card.converted)), words["grade"].format(card.grade or "—")]
    theirs = [words["score"].format(figure(card.published.total)), ""]
    theirs += [
        words["converted"].format(figure(card.published.converted)),
        words["grade"].format(card.published.grade or "—"),
    ]
    rows = [[words["recomputed"], *mine], [words["published"], *theirs]]
    why = chosen(language, card.reason, card.reason_en)
    return [head, "", *table(rows, ()), *wrapped(why, columns, "      ")]


def _lines(
    groups: Iterable[GroupScore], words: dict[str, str], language: Language, columns: int
) -> list[str]:
    """Groups with their lines; what explains the points stands below, once for all lines that share it."""
    notes: dict[str, int] = {}
    names = ("line", "target", "actual", "weight", "published", "by_rule", "stands", "note")
    rows: list[Sequence[str]] = [[words[name] for name in names]]
    for group in groups:
        rows.append([group.name, "", "", figure(group.full), "", "", figure(group.points), ""])
        for leaf in group.leaves:
            reason = chosen(language, leaf.reason, leaf.reason_en)
            number = notes.setdefault(reason, len(notes) + 1)
            rows.append(_line(leaf, str(number), words))
    told = [line for reason, number in notes.items() for line in _hanging(f"{number:>4} ", reason, columns)]
    return [*table(rows, (3, 4, 5, 6, 7)), "", words["notes"], *told]


def _line(leaf: LeafScore, note: str, words: dict[str, str]) -> Sequence[str]:
    standing = figure(leaf.standing) if leaf.applicable else words["dash"]
    unit = "" if leaf.unit == "其他" else leaf.unit
    return [
        f"  {leaf.name}",
        _short(leaf.aim + (unit if _is_number(leaf.target) else "")),
        _short((leaf.actual or "") + (unit if _is_number(leaf.actual) else "")),
        figure(leaf.weight),
        figure(leaf.published),
        figure(leaf.by_rule),
        standing,
        note,
    ]


def _is_number(value: str | None) -> bool:
    return value is not None and value.lstrip("-").replace(".", "", 1).isdecimal()


def _short(text: str) -> str:
    """Words of a cell; the whole text is in the other forms."""
    limit = 16
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _projects(card: Scorecard, words: dict[str, str], language: Language, columns: int) -> list[str]:
    if not card.projects:
        return []
    names = ("project", "budget", "outturn", "rate", "published", "recomputed", "grade")
    rows = [[words[name].format("").strip() for name in names]]
    rows += [
        [
            one.name,
            amount(one.budget, card.money_unit),
            amount(one.outturn, card.money_unit),
            share(one.rate),
            figure(one.published),
            figure(one.recomputed),
            one.grade or "—",
        ]
        for one in card.projects
    ]
    unit = words["unit"].format(card.money_unit)
    lines = ["", f"{words['projects']}（{unit}）" if language == "zh" else f"{words['projects']} ({unit})"]
    lines += table(rows, (1, 2, 3, 4, 5), 2)
    if card.roll_ups:
        lines += ["", words["rolled"], *_roll_ups(card, words)]
    for one in card.projects:
        if one.groups:
            lines += ["", f"{words['project']}：{one.name}", *_lines(one.groups, words, language, columns)]
    return lines


def _roll_ups(card: Scorecard, words: dict[str, str]) -> list[str]:
    names = ("rolled", "count", "budget", "outturn", "rate", "grades")
    rows = [[words[name] for name in names]]
    rows += [
        [
            one.name,
            str(one.count),
            amount(one.budget, card.money_unit),
            amount(one.outturn, card.money_unit),
            share(one.rate),
            " ".join(f"{count}{grade}" for grade, count in one.grades.items() if count),
        ]
        for one in card.roll_ups
    ]
    return table(rows, (1, 2, 3, 4), 2)


def _differences(
    title: str, found: Sequence[Difference], words: dict[str, str], language: Language, columns: int
) -> list[str]:
    """The differences under their reasons."""
    lines = ["", title] if found else []
    for why, members in by_reason(found, language).items():
        if len(members) > _MANY and not any(one.contradicts for one in members):
            listed = "；".join(f"{one.where} {one.published or '—'}" for one in members)
            lines += [*wrapped(listed, columns, "  "), *_hanging("    → ", why, columns), ""]
            continue
        rows = [[words["where"], words["published"], words["recomputed"]]]
        rows += [[one.where, one.published or "—", one.recomputed or "—"] for one in members]
        lines += [*table(rows, (1, 2), 2), *_hanging("    → ", why, columns), ""]
    return lines[:-1]


def _assumptions(card: Scorecard, words: dict[str, str], language: Language, columns: int) -> list[str]:
    lines = ["", words["assumptions"]] if card.assumptions else []
    for one in card.assumptions:
        head = f"{topic_name(one.topic, language)}：{one.value}。{words['source'].format(one.source)}"
        lines += wrapped(head, columns, "  ")
        lines += wrapped(one.note, columns, "      ")
    return lines


def _hanging(mark: str, text: str, columns: int) -> list[str]:
    """A paragraph after a mark; its other lines begin below its first."""
    lines = wrapped(text, columns, " " * len(mark))
    return [mark + lines[0][len(mark) :], *lines[1:]] if lines else []
