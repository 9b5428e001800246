"""States that leave nothing out: what is done and what is not, what passed and what failed.

So do the ways that a project comes into a year's budget: carried over, budgeted at first, added on the way.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_NOT = r"(?<!未)(?<!不)(?<!没有)(?<!部分)(?<!基本)(?<!正在)"
_PART = r"部分|基本|正在|[中在](?:整改|办理|建设|推进)|整改中|持续|长期"
_OPEN = r"未|尚|没有|不"

FAMILIES: tuple[tuple[str, ...], ...] = (
    (
        rf"{_NOT}(?:完成|整改|达标|达成|实现|达到|落实|销号)",
        rf"(?:{_OPEN})[\u4e00-\u9fff]{{0,4}}(?:完成|整改|达标|达成|实现|达到|落实|销号)",
    ),
    (
        rf"{_NOT}(?:完成|整改|达标|达成|实现|落实|销号)",
        rf"(?:{_PART})[\u4e00-\u9fff]{{0,4}}(?:完成|整改|达标|推进|落实)?",
    ),
    (
        rf"{_NOT}(?:完成|整改|达标|达成|实现|达到|落实|销号)",
        rf"(?:{_PART})[\u4e00-\u9fff]{{0,4}}(?:完成|整改|达标|推进|落实)?",
        rf"(?:{_OPEN})[\u4e00-\u9fff]{{0,4}}(?:完成|整改|达标|达成|实现|达到|落实|销号)",
    ),
    (rf"{_NOT}合格", "不合格"),
    (rf"{_NOT}通过", rf"(?:{_OPEN})[\u4e00-\u9fff]{{0,2}}通过"),
    (
        rf"{_NOT}(?:办结|结案|审结|答复)",
        rf"(?:{_OPEN})[\u4e00-\u9fff]{{0,2}}(?:办结|结案|审结|结|答复)|在办|正在办理|办理中",
    ),
    (rf"{_NOT}(?:开工|启动)", rf"(?:{_OPEN})[\u4e00-\u9fff]{{0,2}}(?:开工|启动)"),
    (rf"{_NOT}(?:竣工|完工|建成|完成)", rf"在建|(?:{_OPEN})[\u4e00-\u9fff]{{0,2}}(?:竣工|完工|开工)"),
    (
        rf"{_NOT}(?:竣工|完工|建成|完成)",
        "在建|正在建设|正在实施",
        rf"(?:{_OPEN})[\u4e00-\u9fff]{{0,2}}(?:开工|启动)",
    ),
    (r"结转", r"年初(?:预算|安排|批复|部门预算)?", r"追加|年中(?:新增|调增|安排|下达)"),
)
"""Each family has one pattern for every state that a thing can be in."""


_BOUND = re.compile(r"(\d[\d.,]*\s?[\u4e00-\u9fff]{0,3}?)(?:\(不?含\)|及|\(含本数\))?以([上下])")
"""A bound and the side of it that a thing lies on."""


_GRADE = re.compile(r"(?:“|\"|为|^)(?:优秀?|良好?|中等?|一般|较差)(?:[”\"的等级]|$)")


def names_grade(label: str) -> bool:
    """Whether the words of a count name one grade of a scale: 评级为“良”的项目."""
    return _GRADE.search(label) is not None


def exhaust(labels: Sequence[str]) -> bool:
    """Whether things in these states are all there are."""
    return any(len(family) == len(labels) and _fits(family, labels) for family in FAMILIES)


def meet(first: str, second: str) -> bool:
    """Whether two things lie on the two sides of one bound: 5千万元以上的, 5千万元以下项目."""
    bounds = [_BOUND.search(words) for words in (first, second)]
    if any(bound is None for bound in bounds):
        return False
    (one, side), (other, opposite) = (bound.group(1, 2) for bound in bounds if bound is not None)
    return side != opposite and one.removesuffix("元") == other.removesuffix("元")


def _fits(family: tuple[str, ...], labels: Sequence[str]) -> bool:
    if not labels:
        return True
    return any(
        _pattern(state).search(labels[0]) is not None and _fits((*family[:at], *family[at + 1 :]), labels[1:])
        for at, state in enumerate(family)
    )


@lru_cache(maxsize=64)
def _pattern(state: str) -> re.Pattern[str]:
    return re.compile(state)
