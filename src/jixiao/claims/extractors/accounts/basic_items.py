"""Basic and project spending from the items of the functional classification.

Wages, running costs, insurance and housing are basic spending; 一般行政管理事务 and the items of tasks are
projects. The rule of thumb knows no exceptions, so that such a sum can only hold.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.core.claim import decide

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

KIND = "sum"
_ITEM = re.compile(r"\(类\).*?\(款\)[\s、,，]*(?P<name>[^，,。；;:]+?)\(项\)")
_BASIC = re.compile(
    r"^(?:行政运行|事业运行|机关事业单位|行政单位离退休|事业单位离退休|行政单位医疗|事业单位医疗|公务员医疗|"
    r"其他行政事业单位医疗|住房公积金|提租补贴|购房补贴|死亡抚恤|职业年金|其他行政事业单位养老)"
)
_SPENDING = re.compile(r"^(?:一般公共预算|财政拨款|一般公共预算财政拨款)?(?P<kind>基本|项目)支出$")
_LEAST = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """The first total of basic and of project spending against the items of its kind."""
    basic: list[Token] = []
    projects: list[Token] = []
    for paragraph in reading.paragraphs:
        found = _ITEM.search(paragraph.text)
        spent = next((one.main for one in paragraph.statements if one.main is not None), None)
        if found is None or spent is None or spent.unit.kind != "yuan" or spent.start < found.end():
            continue
        (basic if _BASIC.match(found["name"].strip()) else projects).append(spent)
    for kind, items in (("基本", basic), ("项目", projects)):
        total = next((one.main for one in reading.statements if _is_of(one, kind)), None)
        if total is None or len(items) < _LEAST:
            continue
        made = relation(KIND, "sum", total, [(item, "part") for item in items], role="total")
        if decide(made).holds:
            yield Proposal((made,), asserted=False)


def _is_of(statement: Statement, kind: str) -> bool:
    """Whether a statement tells all basic or all project spending."""
    found = _SPENDING.match(statement.label)
    main = statement.main
    return found is not None and found["kind"] == kind and main is not None and main.unit.kind == "yuan"
