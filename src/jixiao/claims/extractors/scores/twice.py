"""The total score of one thing told in several places of a document.

Only a named thing (部门整体支出, a project) can be contradicted, and only by a score of the same kind: a
department's own score and that of its auditors differ.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.adding import ALL_ADDED
from jixiao.claims.scores.scored import Scored, scored
from jixiao.core.claim import Relation

KIND = "restated"
_LEAST = Decimal(60)
_KINDS = re.compile(r"自评|复核|再评价|重点评价|财政评价|抽查|考核|平均|折算|换算|上年|去年|预评")
_NO_NAME = re.compile(
    r"(?:根据|通过|经|按照|按(?=[^，,]{0,10}(?:细则|办法|标准|体系))|依据|依照|参照|对照|对标|结合)[^，,]*[，,]|(?:19|20)\d\d年?度?|综上所述|综上|因此|最终|综合|总体|绩效|"
    r"自我|自评分|评价|自评|自查|考核|考评|逐[条项]|评审|评定|总计|合计|共计|累计|加总|相加|汇总|总?成绩|总和|以上|上述|各项|指标|全部|之和|所得|实际|实得|结果|得分|评分|总分|总得分|打分|分数|情况|本次|本年|为|是|[的该本我，,:：\s“”\"()《》]"
)
_MARK = re.compile(r"^\s*[(]?[一二三四五六七八九十\d]+[)、.]")
_HEAD = re.compile(r"[^，,。；:：]{1,30}")
"""What an item of a list begins with: its project."""
_ALL = "部门整体支出"
_PAUSE, _BRACKETS = re.compile(r"[，,]"), re.compile(r"[(（][^()（）]*[)）]")
_OTHER_WORDS = re.compile(
    r"部门|单位|整体|支出|财政|预算|开展|组织|进行|实施|我?[局院委办中心站所]+|对|经|报告|完成|了"
)
"""What a clause has beside the name where it tells of the whole department (对本部门整体支出开展自评)."""
_CLOSES = re.compile(r"(?:综上|以上|上述|合计|总计|最终|汇总|加总|相加|之和|累计)[^。；]*$")
_CONVERTED = re.compile(r"换算|折[算合]|百分制")
_OTHERS = frozenset(("复核", "再评价", "重点评价", "财政评价", "抽查", "平均", "上年", "去年", "预评"))
"""Kinds of scores that are not the department's own."""
_GOT = re.compile(r"[获得]+$")
_TWO = 2
_SHORTEST = 4
_DIGITS = 3
"""Of two scores without a name that must be the same, where a slip sets them apart."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each later total against the first of the same thing and kind."""
    first: dict[tuple[str, tuple[str, ...]], Token] = {}
    own: list[tuple[Token, bool]] = []
    little: list[tuple[str, tuple[str, ...], Token]] = []
    for paragraph in reading.paragraphs:
        if not paragraph.points:
            continue
        for one in scored(paragraph):
            score = _total(one)
            if score is None or score.approximate:
                continue
            name, kinds = _key(paragraph, one)
            if (not name or name == _ALL) and not (
                _CONVERTED.search(one.lead) or _OTHERS.intersection(kinds)
            ):
                own.append((score, _CLOSES.search(paragraph.text[: one.first.start]) is not None))
            if score.number < _LEAST:
                little.append((name, kinds, score))
                continue  # too little for a score of the whole, unless a slip of the pen made it so
            before = first.setdefault((name, kinds), score)
            if name and before is not score and before.block is not score.block:
                named = len(name) >= _SHORTEST and not re.search(r"\d", name)
                yield Proposal((_equal(score, before),), asserted=named)
    for name, kinds, score in little:
        meant = first.get((name, kinds))
        if meant is None or meant.block is score.block or len(name) < _SHORTEST:
            continue
        if a_slip_apart(meant, score, _TWO):
            later, before = sorted((meant, score), key=lambda token: -token.index)
            yield Proposal((_equal(later, before),))
    yield from _of_the_department(own)


def _of_the_department(told: list[tuple[Token, bool]]) -> Iterator[Proposal]:
    """Totals without a name: told again, or, where they close the report, a slip of the pen apart."""
    values = {token.number for token, _ in told}
    for at, (score, closes) in enumerate(told):
        before = [token for token, _ in told[:at] if token.block is not score.block]
        least = _DIGITS - (len(before) > 1)  # told more than once
        same = next((token for token in before if token.number == score.number), None)
        if same is not None:
            yield Proposal((_equal(score, same),), asserted=False)
        elif closes and len(values) == _TWO and before and a_slip_apart(score, before[0], least):
            yield Proposal((_equal(score, before[0]),))
        if same is not None and same is not before[0] and len(values) == _TWO:  # the first is the odd one
            yield Proposal((_equal(score, before[0]),), asserted=a_slip_apart(score, before[0], least))


def _equal(score: Token, before: Token) -> Relation:
    return relation(KIND, "equal", score, [(before, "score")], role="score")


def _total(one: Scored) -> Token | None:
    score, full = one.get("score") or one.get("bare"), one.get("full")
    whole = full is None or full.number == HUNDRED
    return score if score is not None and whole and score.number and one.is_total else None


def _key(paragraph: Paragraph, one: Scored) -> tuple[str, tuple[str, ...]]:
    """What the score is of, without the words of scoring, and the kind of score."""
    start = max(paragraph.text.rfind(sign, 0, one.first.start) for sign in "。;") + 1
    clause = ALL_ADDED.sub("", paragraph.text[start : one.first.start])
    head = _HEAD.match(paragraph.text) if paragraph.list_number and start else None
    if head is None and _is_of_all(clause):
        return _ALL, tuple(dict.fromkeys(_KINDS.findall(clause)))
    name = _GOT.sub("", _NO_NAME.sub("", _MARK.sub("", clause)))
    if not _OTHER_WORDS.sub("", name):
        name = ""  # 本部门自评得
    return (head[0] + name if head else name), tuple(_KINDS.findall(clause))


def _is_of_all(clause: str) -> bool:
    """Whether a score is that of the report's own department as a whole, which no other body is named in."""
    told = [part for part in _PAUSE.split(_BRACKETS.sub("", clause)) if "整体" in part]
    return bool(told) and not _OTHER_WORDS.sub("", _NO_NAME.sub("", _MARK.sub("", told[-1])))
