"""The header of a form's money, in whatever way its table was lost: budget, outturn, rate, full mark, points.

Its cells may stand in one line, between bars, on lines of their own, broken or run together; so blanks and
bars are left out before the names are read.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.tables.form_header import BLANK as GAP
from jixiao.core.frozen import frozen

_ANCHOR = re.compile(rf"执{GAP}行{GAP}(?:率|进{GAP}度)")
_BRACKET = r"(?:\([^()元]{0,14}\)|[A-C])?"
_BUDGET = (
    r"(?:年初|全年|调整后?|年度|本年|财政|资金|项目)*预算(?!执行|完成)(?:调整)?(?:安排)?(?:数|金额|资金|额)?"
    rf"{_BRACKET}"
)
_ARRIVED = rf"(?:实际|资金)*到位(?:数|金额|资金|额)?{_BRACKET}"
_DONE = (
    rf"(?:全年|年度|本年|预算|实际|财政|资金|累计|项目)*(?:(?:执行|支出|使用)(?:数|金额|资金|额)|"
    rf"(?<=实际)(?:执行|支出|使用)(?![率进])){_BRACKET}"
)
_MARK = r"(?:参考)?(?:分值|权重|标准分|满分)(?:\([^()]{0,8}\))?"
_RATE = r"(?:资金|预算)*执行(?:率|进度)(?:\([^()]{0,14}\))?"
_SCORE = r"(?:实际|自评)?(?:得分|评分|(?<=自评)分)(?:\([^()]{0,14}\))?"
_HEADER = re.compile(
    rf"(?P<budgets>(?:{_BUDGET}){{1,3}})(?P<arrived>{_ARRIVED})?{_DONE}"
    rf"(?P<before>{_MARK})?{_RATE}(?P<behind>{_MARK})?(?P<score>{_SCORE})?"
)
_EACH = re.compile(_BUDGET)
_APART = re.compile(r"(?:年初|全年|调整后?)预算数?(?!执行)")
"""A column of the budget: one that stands apart from the others was moved when the cells were taken out."""
_BESIDE = 30
"""Characters before a header among which a column of the budget that was moved may stand."""
_FRONT, _BACK = 120, 60
"""Characters before and behind 执行率 that a header takes: three budgets with their remarks before it."""
MOST_MARKS = 60
"""Wide on purpose, only to tell a full mark from an amount: 10 for a budget's execution in most forms."""
MONEY_END = re.compile(
    rf"总{GAP}体{GAP}目|绩{GAP}效{GAP}[目指]|[一二三]{GAP}级{GAP}指|[目指]{GAP}标{GAP}值|"
    rf"[预设]{GAP}[期定]{GAP}目|实{GAP}施{GAP}内"
)
"""What stands below the rows of the money: the aims and the indicators."""
_BLANKS = re.compile(r"[ |\n\t\r\u3000\xa0]+")
_FILLED = re.compile(r"[^ |\n\t\r\u3000\xa0]")


@frozen
class MoneyHeader:
    """The columns of a form's money; ``start`` and ``end`` are offsets in the text."""

    start: int
    end: int
    amounts: int
    """Columns of money: one to three of the budget, perhaps what arrived, and the outturn, which is last."""
    base: int
    """Which of them the rate is of."""
    certain: bool
    """The header names it, with a letter or because there is no other."""
    before: bool
    """The full mark stands before the rate."""
    behind: bool
    """The full mark stands behind the rate."""
    score: bool
    whole: bool
    """No column of the budget stands apart from the others."""


def money_headers(text: str) -> Iterator[MoneyHeader]:
    """Every such header of a text, in order."""
    last = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < last:
            continue
        front, back = max(anchor.start() - _FRONT, last), anchor.end() + _BACK
        packed = _BLANKS.sub("", text[front:back])
        found = _HEADER.search(packed)
        if found is None:
            continue
        kept = [filled.start() for filled in _FILLED.finditer(text, front, back)]  # where each sign stood
        if kept[found.end() - 1] < anchor.start():
            continue
        names = [name.group() for name in _EACH.finditer(found["budgets"])]
        arrived = found["arrived"] is not None
        lettered = [at for at, name in enumerate(names) if name.endswith(("A", "A)"))]
        last = kept[found.end() - 1] + 1
        yield MoneyHeader(
            start=kept[found.start()],
            end=last,
            amounts=len(names) + arrived + 1,
            base=lettered[0] if lettered else len(names) - 1,
            certain=bool(lettered) or (len(names) == 1 and not arrived),
            before=found["before"] is not None,
            behind=found["behind"] is not None,
            score=found["score"] is not None,
            whole=_APART.search(packed, max(found.start() - _BESIDE, 0), found.start()) is None,
        )
