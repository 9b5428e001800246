"""How many things are not yet done, where those that are done are told with their rate.

完工40个，完工率93.02%，未完工3个; 建成27座，完成率84.38%，尚余5座未建成; 仍有3个项目未完工, sections below
them. The verb that is denied (未完工, 不一致) leads to those of which it is affirmed, and their rate, or what
stands before them, to all of them. Where nothing but 截至年底仍有 stands before the number, it must be so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.frozen import frozen

_VERBS = (
    "完工|完成|建成|竣工|开工|验收|整改|销号|投用|投入使用|交付|实施|办结|结案|一致|达标|合格|出列|兑现|"
    "安装|通过"
)
_LATE = r"(?:按期|按时|如期|及时|全部|按计划|实际|能|能够)*"
_DENIED_BEHIND = re.compile(
    rf"^\s?(?P<noun>(?:的)?[\u4e00-\u9fff]{{0,8}}?)(?:尚|还|仍|均)?(?:未|没有|不){_LATE}(?P<verb>{_VERBS})"
)
_DENIED_BEFORE = re.compile(
    rf"(?:未|没有|不){_LATE}(?P<verb>{_VERBS})(?:的|有|为|共|仅)*[\u4e00-\u9fff]{{0,4}}$"
)
_DONE_BEFORE = re.compile(
    rf"(?P<denied>未|没有|不|应|计划|拟)?(?:已|共|累计|实际)*{_LATE}(?P<verb>{_VERBS})(?:的|了|有|为|共|:)*[\u4e00-\u9fff]{{0,10}}$"
)
_RATE_BEHIND = re.compile(r"^[，,、（(]?\s*[\u4e00-\u9fff]{0,8}率(?:为|达到?|是|:)*\s*$")
_PLAIN = re.compile(
    r"(?:截至|截止|到)?(?:目前|年底|年末|评价时|\d*年?\d*月?(?:底|末)?)?(?:仍|尚|还|另)?有?(?:约)?"
)
_CLAUSE = re.compile(r"[，,。；;:(]|^[\s\u3000—-]+")
_LONGEST_BEHIND, _NAME = 24, 6
"""Characters behind a number that tell what was not done, and that name the things."""
_WHOLE = 100
"""Per cent: where all is done, nothing is left."""


@frozen
class _Done:
    """Things that were done, and all of them."""

    done: Token
    whole: Token


def left_of_counts(reading: Reading) -> Iterator[Proposal]:
    """A difference for each number of things not done."""
    denied = [(paragraph, *one) for paragraph in reading.paragraphs for one in _denied(paragraph)]
    if not denied:
        return
    units = {token.unit.word for _, token, _, _ in denied}
    known = _done(reading, units)
    for _, token, verb, noun in denied:
        told = [one for one in known.get((verb, token.unit.word), ()) if one.done is not token]
        made = [
            relation("difference", "difference", token, [(one.whole, "whole"), (one.done, "done")])
            for one in told
            if one.whole is not token
        ]
        held = next((one for one in made if decide(one).holds), None)
        sure = noun and len({(one.done.number, one.whole.number) for one in told}) == 1
        sure = sure and noun in _around(reading, told[0].whole)
        if held is not None or (made and sure):
            yield Proposal((held or made[0],))


def _around(reading: Reading, token: Token) -> str:
    """The words that name what a number counts, before or behind it."""
    text = reading.text_of(token)
    return _CLAUSE.split(token.lead)[-1] + text[token.end : token.end + _NAME]


def _denied(paragraph: Paragraph) -> Iterator[tuple[Token, str, str]]:
    """Numbers of things that are not done, the verb, and their name where nothing narrows it."""
    if "未" not in paragraph.text and "不" not in paragraph.text and "没有" not in paragraph.text:
        return
    for token in paragraph.tokens:
        if token.unit.kind != "count" or token.approximate or token.comparator or token.cell is not None:
            continue
        clause = _CLAUSE.split(token.lead)[-1]
        found = _DENIED_BEHIND.match(paragraph.text[token.end : token.end + _LONGEST_BEHIND])
        if found is not None:
            sure = "仍" in clause and _PLAIN.fullmatch(clause) is not None
            yield token, found["verb"], found["noun"].removesuffix("的") if sure else ""
        elif (before := _DENIED_BEFORE.search(clause)) is not None:
            yield token, before["verb"], ""


def _done(reading: Reading, units: set[str]) -> dict[tuple[str, str], list[_Done]]:
    """What was done, by its verb and unit, with all of it: the one number that makes its rate."""
    of_unit: dict[str, list[Token]] = defaultdict(list)
    for token in reading.tokens:
        if token.unit.kind == "count" and token.unit.word in units and not token.approximate:
            of_unit[token.unit.word].append(token)
    found: dict[tuple[str, str], list[_Done]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for done, rate in pairwise(paragraph.tokens):
            if rate.unit.kind != "percent" or done.unit.word not in of_unit or rate.number >= _WHOLE:
                continue
            verb = _DONE_BEFORE.search(_CLAUSE.split(done.lead)[-1])
            if (
                verb is None
                or verb["denied"]
                or not _RATE_BEHIND.match(paragraph.text[done.end : rate.start])
            ):
                continue
            wholes = [t for t in of_unit[done.unit.word] if may_be_rate(rate, done, t)]
            before = [t for t in wholes if t.index < done.index]
            if wholes:
                found[verb["verb"], done.unit.word].append(_Done(done, (before or wholes)[-1]))
    return found
