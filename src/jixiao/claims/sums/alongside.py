"""Figures told alongside the parts of a sum: what adds up over one measure must do so over all.

评审项目9个，送审50万元，审定46万元：预算评审4个，送审20万元，审定18万元；结算评审5个，送审30万元，审定28万元.
Where 送审 adds up, 个 and 审定 must. Measures are told apart by their unit and the word before the figure.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.measures import of_one_stage
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

_STOPS = re.compile(r"[;；。]")
_CLAUSE = re.compile(r"[，,。；;：:、()]")
_NOT_OF_WORD = re.compile(r"[^\u4e00-\u9fff]|^(?:净|总|共|综合|实际)|(?:金?额|总?价|为|达|共)+$")
_NOT_ADDED = re.compile(
    r"涉及|覆盖|惠及|受益|均|每|单价|最[高低大小]|同比|上年|去年|上月|其中|[增减][长加少]|比"
)
_THINGS = re.compile(r"[个项笔户件宗人辆台套起份家所座]|批次|人次")
_SHARED = re.compile(r"乡|镇|村|街道|社区|单位|部门|[县市区州]|行业|领域|方面|月|工作日|小时")
"""What several parts may have in common: 涉及9个乡镇 is less than what its parts reach together."""
_FEWEST, _MOST = 2, 12
"""Parts of a list that is read."""
_LEAST_DIGITS = 3
"""A total of fewer significant digits may be the sum of its parts by chance."""


def alongside(reading: Reading, sums: Sequence[Relation]) -> Iterator[Relation]:
    """The sums over the other figures of a total and its parts, each part in a stretch of its own."""
    done: set[tuple[int, int]] = set()
    for made in sums:
        total, operands = reading.tokens[made.stated.index], made.operands
        if total.cell is not None or not _FEWEST <= len(operands) <= _MOST:
            continue
        if operands[1].quantity.index - operands[0].quantity.index < _FEWEST:
            continue  # nothing is told beside the first part
        first = reading.tokens[operands[0].quantity.index]
        if first.block is not total.block or first.start < total.end or first.role != total.role:
            continue
        parts = [reading.tokens[operand.quantity.index] for operand in operands]
        if not _is_list(total, parts):
            continue
        text = total.block.text
        if significant_digits(total.number) < _LEAST_DIGITS:
            continue
        spans = [_stretch(text, token) for token in (total, *parts)]
        if len(set(spans)) < len(spans) or (key := (total.block.index, spans[1][0])) in done:
            continue
        if not decide(made).holds:
            continue
        done.add(key)
        yield from _others(reading, total, spans, _word(parts[0]))


def _is_list(total: Token, parts: Sequence[Token]) -> bool:
    """Whether all stand in one paragraph, the total first, the parts told with one word."""
    return (
        all(part.block is total.block and part.start > total.end for part in parts)
        and len({part.role for part in (total, *parts)}) == 1
        and len({_word(part) for part in parts}) == 1
    )


def _stretch(text: str, token: Token) -> tuple[int, int]:
    """Where the stretch between semicolons or full stops begins and ends that holds a figure."""
    found = _STOPS.search(text, token.end)
    end = token.start
    start = max(text.rfind(";", 0, end), text.rfind("；", 0, end), text.rfind("。", 0, end))
    return start + 1, found.start() if found is not None else len(text)


def _others(
    reading: Reading, total: Token, spans: Sequence[tuple[int, int]], measure: str
) -> Iterator[Relation]:
    """Each figure told with the total of which every part tells one; ``measure`` is what adds up."""
    paragraph = reading.paragraph_of(total.block.index)
    if paragraph is None:
        return
    told = [[t for t in paragraph.tokens if start <= t.start < end and _adds(t)] for start, end in spans]
    for whole in told[0]:
        if whole is total or (whole.unit.kind == "yuan" and _word(whole) == measure):
            continue
        parts = [[t for t in own if _is_same(whole, t)] for own in told[1:]]
        if sum(_is_same(whole, t) for t in told[0]) == 1 and all(len(found) == 1 for found in parts):
            members = [found[0] for found in parts]
            if whole.role not in ("plan", "initial") or of_one_stage([whole, *members]):
                yield relation("sum", "sum", whole, [(one, "part") for one in members], role="total")


def _adds(token: Token) -> bool:
    return (
        token.unit.kind in ("yuan", "count")
        and not token.approximate
        and (token.unit.kind == "yuan" or _is_thing(token))
        and _NOT_ADDED.search(_CLAUSE.split(token.lead)[-1]) is None
    )


def _is_thing(token: Token) -> bool:
    """Whether a count is of things of which no two parts have the same."""
    counted = token.block.text[token.end : token.end + 2]
    return _THINGS.fullmatch(token.unit.word) is not None and _SHARED.match(counted) is None


def _is_same(whole: Token, part: Token) -> bool:
    """Whether figures are of one measure: of one unit and, of money, behind the same word."""
    if whole.unit.name != part.unit.name:
        return False
    return whole.unit.word == part.unit.word if whole.unit.kind == "count" else _word(whole) == _word(part)


def _word(token: Token) -> str:
    """The word right before a figure without what makes it a total's: 净审减金额, 审减."""
    return _NOT_OF_WORD.sub("", _NOT_OF_WORD.sub("", _CLAUSE.split(token.lead)[-1]))[-2:]
