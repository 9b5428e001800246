"""A department's budget by its sources and by the budgets it is spent from, most of which may be nil.

收入预算A，其中：财政拨款收入B；事业收入0万元；…；其他收入0万元. 财政拨款支出预算中，一般公共预算拨款支出
预算C，政府性基金…D，国有资本经营…E: 其他收入 ends the sources, and there are three budgets, so that nothing
is left out; what the three rose or fell by (持平 is nothing) makes the change of all.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

KIND = "sum"
_INCOME = re.compile(r"收入(?:预算|总预算|总计|合计)?$")
_SOURCE = re.compile(
    r"^(?:财政拨款|(?:财政专户管理资金|单位资金)|事业|(?:事业单位)?经营|上级补助|附属单位上缴|投资|捐赠|其他)收入(?:预算)?$"
)
_GRANTS = re.compile(r"^财政拨款支出(?:预算)?$")
_BUDGETS = (
    re.compile(r"^一般公共预算(?:财政)?拨款支出(?:预算)?$"),
    re.compile(r"^政府性基金(?:预算)?(?:财政)?拨款支出(?:预算)?$"),
    re.compile(r"^国有资本经营预算(?:财政)?拨款支出(?:预算)?$"),
)
_LEVEL = re.compile(r"持平|一致|相同|无变化|没有变化")
_MOST = 10
"""Sources of income that the form of a budget has, and a few lines between them."""
_FEWEST = 3


def extract(reading: Reading) -> Iterator[Proposal]:
    """The income of a budget by source, and its grants by budget with what these changed by."""
    for position, paragraph in enumerate(reading.paragraphs):
        if "财政拨款" not in paragraph.text or "预算" not in paragraph.text:
            continue
        following = reading.paragraphs[position + 1 : position + 2]
        goes_on = paragraph.text.rstrip().endswith((";", "；"))
        told = [*paragraph.statements, *(following[0].statements if following and goes_on else ())]
        for at, statement in enumerate(told):
            made: Iterator[Relation] = iter(())
            if _INCOME.search(statement.label) and "其中" in paragraph.text:
                made = _by_source(told[at : at + _MOST])
            elif _GRANTS.match(statement.label):
                made = _by_budget(paragraph, told[at : at + 4])
            for one in made:
                yield Proposal((one,))


def _by_source(told: Sequence[Statement]) -> Iterator[Relation]:
    """The first amount against the sources behind 其中, up to 其他收入."""
    whole, *others = told
    total = _amount(whole)
    parts: list[Token] = []
    for statement in others:
        part = _amount(statement)
        if part is None or _SOURCE.match(statement.label) is None or (not parts and "其中" not in part.lead):
            break
        parts.append(part)
        if statement.label.startswith("其他"):
            if total is not None and len(parts) >= _FEWEST:
                yield relation(KIND, "sum", total, [(one, "part") for one in parts], "named", role="total")
            return


def _by_budget(paragraph: Paragraph, told: Sequence[Statement]) -> Iterator[Relation]:
    """Grants against the three budgets: amounts, and what they changed by."""
    whole, *budgets = told
    named = [one for one, name in zip(budgets, _BUDGETS, strict=False) if name.match(one.label)]
    total, amounts = _amount(whole), [one for statement in named if (one := _amount(statement)) is not None]
    if total is None or len(amounts) < len(_BUDGETS):
        return
    yield relation(KIND, "sum", total, [(one, "part") for one in amounts], "named", role="total")
    change = whole.roles.get("change")
    operands: list[tuple[Token, str, int]] = []
    for statement, amount in zip(named, amounts, strict=True):
        own = statement.roles.get("change")
        if own is not None:
            operands.append((own, "part", 1 if change and own.direction == change.direction else -1))
        elif not _LEVEL.search(paragraph.text, amount.end, amount.end + 24):
            return
    if change is not None and change.direction and operands and all(one.direction for one, *_ in operands):
        yield relation(KIND, "sum", change, operands, "named", role="total")


def _amount(statement: Statement) -> Token | None:
    """The budget that a statement tells, whatever it is called."""
    token = statement.main or statement.roles.get("plan")
    return token if token is not None and token.unit.kind == "yuan" and not token.approximate else None
