"""Ratios: a structure a:b:c of parts that stand beside it, and amounts per head."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import STRUCTURE_SLACK, Token
from jixiao.claims.reading.units import STRUCTURE
from jixiao.core.claim import Relation, decide

KIND = "ratio"
_INDUSTRIES = tuple(re.compile(rf"第?{number}(?:次)?产业?(?!以|和)") for number in "一二三")
_OF_INDUSTRIES = re.compile(r"产业(?:增加值)?(?:结构|比|占比|构成)|三产结构")
_CUE, _BLOCKS = 24, 6
_PAIR = 2
_IS = re.compile(r"^[\s，,]*(?:已)?(?:是|为|相当于|达到?)[^，,。；;]{0,14}$")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per member of a structure whose parts are the amounts told before it."""
    for paragraph in reading.paragraphs:
        yield from _multiples(paragraph)
        for members in _structures(paragraph):
            last = members[-1]
            after = (t for t in paragraph.tokens if t.start > last.end and t.sentence == last.sentence)
            if any(token.unit is STRUCTURE for token in after):
                continue  # 由a:b:c调整为d:e:f: what it was
            parts = _parts_behind(paragraph, members)
            if parts is None and len(members) == len(_INDUSTRIES):
                parts = _industries(reading, paragraph, members[0])
            parts = parts or _parts(paragraph, members)
            if parts is None:
                continue
            made = [*_of_members(members, parts, _whole(reading, parts))]
            if _is_hundred(members) or sum(decide(one).holds for one in made) >= len(made) - 1 > 1:
                for one in made:
                    yield Proposal((one,))


def _of_members(members: list[Token], parts: list[Token], whole: Token | None) -> Iterator[Relation]:
    """What each member is: its part of the whole, or of all parts where no whole is told."""
    for position, member in enumerate(members):
        if whole is not None:
            pair = [(parts[position], "part"), (whole, "whole")]
            yield relation("ratio", "quotient", member, pair, role="structure")
            continue
        others = [part for at, part in enumerate(parts) if at != position]
        operands = [(parts[position], "part"), *((other, "part") for other in others)]
        yield relation("ratio", "part_of_parts", member, operands, role="structure")


def _is_hundred(members: list[Token]) -> bool:
    """Whether members are shares by what they make; others are where all but one are."""
    return abs(sum((member.number for member in members), Decimal(-100))) <= STRUCTURE_SLACK


def _multiples(paragraph: Paragraph) -> Iterator[Proposal]:
    """A，是B的n倍: the words name what is divided and by what."""
    for position, token in enumerate(paragraph.tokens):
        if token.unit.word != "倍" or position < _PAIR or token.lead.strip() != "的":
            continue
        base = paragraph.tokens[position - 1]
        before = [t for t in paragraph.tokens[: position - 1] if t.sentence == token.sentence]
        alike = [t for t in before if t.unit.kind == base.unit.kind in ("yuan", "count")]
        if alike and base.number and _IS.search(base.lead) and alike[-1].unit.word != "倍":
            pair = [(alike[-1], "part"), (base, "whole")]
            yield Proposal((relation("ratio", "quotient", token, pair, role="multiple"),))


def _structures(paragraph: Paragraph) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in paragraph.tokens:
        if token.unit is STRUCTURE:
            if run and paragraph.text[run[-1].end : token.start].strip() not in (":", ""):
                yield run
                run = []
            run.append(token)
    if len(run) >= 2:
        yield run


def _industries(reading: Reading, paragraph: Paragraph, first: Token) -> list[Token] | None:
    """三次产业结构比: the three industries by name, as last told before it."""
    if not _OF_INDUSTRIES.search(paragraph.text, max(first.start - _CUE, 0), first.start):
        return None
    own = paragraph.block.index
    found: dict[int, Token] = {}
    near = [reading.paragraph_of(block) for block in range(max(own - _BLOCKS, 0), own + 1)]
    for statement in (s for told in near if told is not None for s in told.statements):
        amount = statement.amount
        if amount is None or amount.unit.kind != "yuan":
            continue
        if statement.block < own or amount.start < first.start:
            for at, name in enumerate(_INDUSTRIES):
                if name.match(statement.label):
                    found[at] = amount
    return [found[at] for at in sorted(found)] if len(found) == len(_INDUSTRIES) else None


def _whole(reading: Reading, parts: list[Token]) -> Token | None:
    """The total that stands before the parts and is made by them: 地区生产总值."""
    paragraph = reading.paragraph_of(parts[0].block.index)
    told = [s.amount for s in paragraph.statements if s.amount is not None] if paragraph is not None else []
    before = [token for token in told if token.start < parts[0].start and token.unit.kind == "yuan"]
    if not before or len({id(part.block) for part in parts}) > 1:
        return None
    made = relation("sum", "sum", before[-1], [(part, "part") for part in parts])
    return before[-1] if decide(made).holds else None


def _parts_behind(paragraph: Paragraph, members: list[Token]) -> list[Token] | None:
    """三次产业结构为a:b:c，其中一产A，二产B，三产C: amounts of the sentence, as many as members."""
    behind = [
        t
        for t in paragraph.tokens
        if t.start > members[-1].end and t.sentence == members[-1].sentence and t.unit.kind == "yuan"
    ]
    complete = len(behind) == len(members)
    return behind if complete and all(t.role in ("main", "plan") for t in behind) else None


def _parts(paragraph: Paragraph, members: list[Token]) -> list[Token] | None:
    before = [
        t
        for t in paragraph.tokens
        if t.end <= members[0].start and t.unit.kind == "yuan" and t.role in ("main", "plan")
    ]
    return before[-len(members) :] if len(before) >= len(members) else None
