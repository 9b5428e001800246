"""What a department plans and spends as a whole: one figure in a year, however often it is told.

整体支出预算131.00万元 in one section and 整体支出预算100.00万元 in another: the name takes in everything, so
that no other thing can be meant, and the figures need not be a slip of the pen apart.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.measures import stage_of

KIND = "restated"
_NAME = "整体支出"
_WHOLE = re.compile(rf"^(?:本|我|全)?(?:部门|单位|局|办)?(?:{_NAME}|{_NAME}部门)$")
_TOLD = re.compile(
    r"整体支出(?:预算|决算|资金)*(?:安排|批复|下达|执行)?(?:总额|总数|数额|金额|数|额)?(?:为|共计|共|达|是|:)*\s*$"
)
_PART = re.compile(r"其中|下属|所属|二级|上年|去年")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each later figure against the first of its stage; equal ones are told alike elsewhere."""
    first: dict[tuple[str, str, int | None, str], Token] = {}
    for statement in reading.statements:
        if _NAME not in statement.label:
            continue
        for role in ("plan", "initial", "main"):
            token = statement.roles.get(role)
            if token is None or not _is_whole(statement, token):
                continue
            stage = "年初" if role == "initial" else stage_of(token)
            year = statement.period or reading.year
            known = first.setdefault((role, stage, year, token.unit.kind), token)
            if known is not token and known.sentence != token.sentence:
                yield Proposal((relation(KIND, "equal", token, [(known, role)], role=role),))


def _is_whole(statement: Statement, token: Token) -> bool:
    """Whether the words right before an amount name all that the body itself spends."""
    return (
        token.unit.kind == "yuan"
        and not token.approximate
        and not token.depth
        and _WHOLE.match(statement.label) is not None
        and _TOLD.search(token.lead) is not None
        and _PART.search(statement.lead) is None
    )
