"""The one amount that is told as just what a share names: 本年支出合计, 总收入, or the name itself."""

import re

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import EQUAL, REACH, is_generic, likeness
from jixiao.claims.reading.once import once
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_THIS_YEARS = re.compile(r"本年(收入|支出)(?:合计|总计|总额)?")
_IN_ALL = re.compile(r"本年(收入|支出)(?:合计|总计)(?:为|是|共|:|\s)*$")
_TOTALS = re.compile(
    r"(?:本年度?|全年|年度)?(?:总(收入|支出)|(收入|支出)(?:合计|总计|总额))|(?:本年度|全年)(收入|支出)"
)
_TOLD_IN_ALL = re.compile(
    r"(?:^|[，,。；;:：、\s]|年度?|本年|单位|部门|我[院校局])"
    r"(?:总(收入|支出)|(收入|支出)(?:合计|总计|总额))(?:为|是|共|达|:|\s)*$"
    r"|(?<!上年)(?<!去年)(?:本年度|全年)(收入|支出)(?:合计|总计|总额)?(?:为|是|共|达|:|\s)*$"
)
"""总收入、收入合计, with no word before it that makes it the total of something else (财政总收入)."""
_DEED = re.compile(
    r"(拨付|支付|下达|到位|筹集|发放|投入|采购|安排|征收|销售|补助|补贴|兑付|使用|救助|成交|中标)(?:资金|合同)?"
    r"(?:总额|总量|总金额|总数|总规模|金额)"
)
_UNDONE = re.compile(r"未|尚|应|拟|计划|预算|上年|去年|其中|(?:19|20)\d\d年")
CLAUSES = re.compile(r"[，,。；;：:、(]")
_FILLER = re.compile(r"^\s+|(?:[为是达约共计\s])+$")
_DONE, _AMOUNT = re.compile(r"^(?:授予|完成|实现)"), re.compile(r"(?:总?金额|总额|数?额)$")
BESIDE = 12
"""Statements before its own among which a whole is looked for by its name."""
_LONG = 4


def exact_whole(reading: Reading, position: int, part: Token, name: str) -> Token | None:
    """The only amount told before under just the name of the whole: in the sentence, else the paragraph."""
    of_all = _THIS_YEARS.fullmatch(name)
    if of_all is not None:
        return _all_of_the_year(_told_in_all(reading)[of_all[1]], part)
    statements = reading.statements
    if name == "其中":
        return _told_before(statements, position, part)
    if not name or is_generic(name) or "增" in name:
        return None
    own = statements[position]
    near = [s for s in statements[max(position - BESIDE, 0) : position + 1] if s.block == own.block]
    alike = [
        token
        for s in near
        for token in (s.main, s.get("plan"))
        if token is not None and token.unit.name == part.unit.name and is_called(token, s, name)
    ]
    beside = [token for token in alike if token.sentence == own.sentence]
    alike = [token for token in beside or alike if token is not part and token.start < part.start]
    return alike[0] if len({token.number for token in alike}) == 1 else None


def _told_before(statements: list[Statement], position: int, part: Token) -> Token | None:
    """中小企业A，占p%，小微企业占其中的q%，为B: the amount told right before."""
    own, before = statements[position], statements[position - 1] if position else None
    if before is None or before.main is None or before.sentence != own.sentence or before.block != own.block:
        return None
    whole = before.main
    return whole if whole.unit.kind == part.unit.kind and whole.value >= part.value else None


@once
def _told_in_all(reading: Reading) -> dict[str, list[Token]]:
    """What is told as 本年收入合计, and as 本年支出合计."""
    told: dict[str, list[Token]] = {"收入": [], "支出": []}
    for statement in reading.statements:
        if statement.main is not None and (found := _IN_ALL.search(statement.main.lead)) is not None:
            told[found[1]].append(statement.main)
    return told


def _all_of_the_year(in_all: list[Token], part: Token) -> Token | None:
    """What 本年支出合计 came to, which the accounts tell in a section of its own; None unless just one."""
    told = [token for token in in_all if token.unit.name == part.unit.name]
    same = len({token.build().value for token in told}) == 1
    return told[0] if same and told[0] is not part and told[0].build().value >= part.build().value else None


def only_total(statements: list[Statement], position: int, part: Token, name: str) -> Token | None:
    """总收入, 支出合计: what all came to, where what stands before tells just one such total."""
    own, called = statements[position], _TOTALS.fullmatch(name)
    if called is None:
        return None
    flow = called[1] or called[2] or called[3]
    before = [
        s.main
        for s in statements[max(position - REACH, 0) : position]
        if s.main is not None
        and (s.block < own.block or s.sentence < own.sentence)
        and s.main.unit.kind == part.unit.kind == "yuan"
        and (found := _TOLD_IN_ALL.search(s.main.lead)) is not None
        and flow in found.groups()
    ]
    same = len({token.build().value for token in before}) == 1
    return before[0] if same and before[0].build().value > part.build().value else None


def total_of_deed(statements: list[Statement], position: int, part: Token, name: str) -> Token | None:
    """占拨付总额, 占采购金额: the one amount told before of what was so done; None where several are."""
    deed = _DEED.fullmatch(name)
    if deed is None:
        return None
    told = [
        s.main
        for s in statements[max(position - REACH, 0) : position]
        if s.main is not None
        and s.main is not part
        and s.main.unit.kind == part.unit.kind == "yuan"
        and not s.main.approximate
        and _is_done(s, deed[1])
        and s.main.build().value > part.build().value
    ]
    beside = [token for token in told if token.block is part.block]
    told = beside or told
    return told[0] if len({token.build().value for token in told}) == 1 else None


def _is_done(statement: Statement, deed: str) -> bool:
    """Whether the words of an amount, or those of its whole statement, tell this deed, and nothing undone."""
    main = statement.main
    own = CLAUSES.split(main.lead)[-1] if main is not None else ""
    told = deed in own or deed in statement.label or ("plan" in statement.roles and deed in statement.lead)
    return told and not _UNDONE.search(own)


def _plain(name: str) -> str:
    """A name without what it may be told with or without: 授予中小企业合同金额, 中小企业合同额."""
    return _AMOUNT.sub("", _DONE.sub("", name))


def is_called(token: Token, statement: Statement, name: str) -> bool:
    """Whether the label is the name, or the words right before the figure are."""
    if token is statement.amount and likeness(name, statement.label) == EQUAL:
        return True
    words = _FILLER.sub("", CLAUSES.split(token.lead)[-1])
    if len(name) < _LONG:
        return False
    return words == name or ((words[-1:] == "额") == (name[-1:] == "额") and _plain(words) == _plain(name))
