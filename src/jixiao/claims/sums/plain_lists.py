"""Plain lists: a total and nothing but names with their amounts, one after the other, to the end.

公益金2000万元，投向：养老A、助残B、儿童C, or behind its parts 养老A、助残B、儿童C，各项相加D. Between
two amounts stands a pause and a name, and perhaps the share of the part. Where words say that all is told
(具体为, 如下) such a list must make its total; where they leave a little open (a colon alone, 用于, 投向) as
well, unless it tells far less; where they open some of it (其中, 包括, 主要用于, 等 behind the last part) it
cannot make more.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.enumerated import covers
from jixiao.claims.sums.plain_words import (
    ALL,
    ENDS,
    MOST,
    PAUSE,
    SHARE,
    SOME,
    TRAILS_OFF,
    Name,
    clause,
    closes,
    first_name,
    is_called,
    is_no_total,
    measured,
    opening,
    part_name,
    surely_adds,
    viewed,
)
from jixiao.claims.sums.scopes import are_of_others, is_set_aside
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits
from jixiao.core.frozen import frozen
from jixiao.core.slips import slip

_FEWEST, _SEVERAL, _MOST = 2, 3, 40
_REACH, _NEAR = 40, 12
_GOES_ON = ("，", ",", "；", ";", "、")
"""Signs at the end of a paragraph that was cut within a sentence."""
_WEAKER = {sign: frozenset("、和与及") | {"以及"} for sign in "，,"}
_WEAKER.update({sign: frozenset("、和与及，,") | {"以及"} for sign in "；;"})
"""Pauses between the parts of a list that a stronger one ends."""
_WHOLE = 101
"""Shares of parts beside each other come to no more, however they were rounded."""
_LONG = 5
"""Digits of a total from which on one slip is no chance."""


@frozen
class _Run:
    """Amounts with nothing but names between them."""

    parts: tuple[Token, ...]
    names: tuple[str, ...]
    signs: frozenset[str]
    shares: Decimal
    """What their shares come to."""
    end: int
    """Where the last of them ends."""


@frozen
class _List:
    """A total, its parts, and how much of it words promise to tell."""

    total: Token
    run: _Run
    promised: int


def of_plain_lists(reading: Reading, made: Sequence[Relation]) -> Iterator[Proposal]:
    """A sum for every plain list that contradicts its total, unless ``made`` has one of some of its parts."""
    known: dict[int, list[frozenset[int]]] = {}
    for one in made:
        parts = frozenset(operand.quantity.index for operand in one.operands)
        known.setdefault(one.stated.index, []).append(parts)
    before = ""
    for paragraph in reading.paragraphs:
        goes_on, before = before.rstrip().endswith(_GOES_ON), paragraph.text
        for found in _lists(paragraph, goes_on=goes_on):
            told = known.get(found.total.index, [])
            members = frozenset(part.index for part in found.run.parts)
            if any(_explains(parts, members, found) for parts in told) or _is_of_those_left(paragraph, found):
                continue
            one = _sum(found)
            if _must_make(found) or _makes_more(found) or (not told and _has_slip(found, one)):
                yield Proposal((one,))


def _sum(found: _List) -> Relation:
    return relation("sum", "sum", found.total, [(part, "part") for part in found.run.parts], role="total")


def _is_of_those_left(paragraph: Paragraph, found: _List) -> bool:
    """在职159人，空编9人，其中公务员97人: the list is of those before what is set aside."""
    total = found.total
    return is_set_aside(total.lead) and any(
        token.sentence == total.sentence and _alike(token, total) and token.number > total.number
        for token in paragraph.tokens
        if token.start < total.start
    )


def _explains(parts: frozenset[int], members: frozenset[int], found: _List) -> bool:
    """Whether a sum told of a total speaks of this list; the beginning of one of all is chance.

    Where all is told, only a longer sum does: another one may tell a part in its own parts.
    """
    if found.promised == ALL:
        return members <= parts
    return bool(parts & members) and not (found.promised == MOST and parts < members)


def _must_make(found: _List) -> bool:
    if found.promised == MOST:
        near = covers(_together(found), found.total.value) or slip(_sum(found)) is not None
        return len(found.run.parts) >= _SEVERAL and near
    return found.promised == ALL


def _makes_more(found: _List) -> bool:
    """Whether parts make more than their total, however both were rounded.

    People and things are split in several ways: 其中医师A人、护士B人；高级职称C人，中级D人.
    """
    if found.total.unit.kind == "count" and found.run.signs & {";", "；"} and len(found.run.signs) > 1:
        return False
    told = (found.total, *found.run.parts)
    slack = sum((token.unit.step(token.decimals) for token in told), Decimal(0))
    return _together(found) - found.total.value > slack


def _has_slip(found: _List, made: Relation) -> bool:
    """Whether the list makes its total but for one digit, or one figure in 元 for 万元."""
    if printed_digits(found.total.number) >= _LONG and near_miss(made):
        return True
    mended = slip(made)
    return mended is not None and mended.error_type == "wrong_unit"


def _together(found: _List) -> Decimal:
    return sum((part.value for part in found.run.parts), Decimal(0))


def _lists(paragraph: Paragraph, *, goes_on: bool) -> Iterator[_List]:
    """The plain lists of a paragraph, behind their totals and before them.

    Where the one before ``goes_on`` in it, as on another page, its first amounts are no whole list.
    """
    tokens, text = paragraph.tokens, paragraph.text
    for at, total in enumerate(tokens):
        if not _is_amount(total) or len(tokens) <= _FEWEST:
            continue
        found: list[_List] = []
        if total.number and at + _FEWEST < len(tokens):
            found += _behind(text, tokens, at)
        if at >= _FEWEST:
            closed = [*_before(text, tokens, at)] if total.number else []
            found += [one for one in closed if not (goes_on and one.run.parts[0] is tokens[0])]
            found += _viewed(text, tokens, at)
        for one in found:
            apart = are_of_others(measured(text, one.total.start), one.run.names)
            if (
                len(one.run.parts) >= _FEWEST
                and one.run.shares <= _WHOLE
                and not (apart or _has_own(one) or _makes_another(one, tokens[max(at - _NEAR, 0) : at]))
            ):
                yield one


def _makes_another(found: _List, before: Sequence[Token]) -> bool:
    """税收A；非税B，明细如下：增值税…: whether the parts make an amount told before their total."""
    if found.total.unit.kind != "yuan":
        return False
    slack = sum((part.unit.step(part.decimals) for part in found.run.parts), Decimal(0))
    others = [token for token in before if token not in found.run.parts and token is not found.total]
    return any(
        token.unit.kind == "yuan"
        and abs(token.value - _together(found)) * 2 <= slack + token.unit.step(token.decimals)
        for token in others
    )


def _has_own(found: _List) -> bool:
    """人员A，公用B、基本C: whether a part is what the total and the parts before it make, or these alone."""
    made = Decimal(0)
    for part in found.run.parts:
        if made and part.value in (made, made + found.total.value):
            return True
        made += part.value
    return False


def _behind(text: str, tokens: Sequence[Token], at: int) -> Iterator[_List]:
    """The list that opens right behind a total."""
    total, first = tokens[at], tokens[at + 1]
    between = text[total.end : first.start]
    opened = opening(between)
    name = part_name(opened[1]) if opened is not None else None
    if opened is None or name is None or not _alike(total, first) or is_no_total(clause(text, total.start)):
        return
    if between.lstrip()[:1] in "。；;" and not _is_alone(text, tokens, at):
        return
    promised, run = opened[0], _run(text, tokens, at + 1, name)
    closed = ENDS.match(text, run.end)
    if TRAILS_OFF.match(text, run.end):
        promised = SOME
    elif closed is None or (closed["sign"] in _WEAKER and not run.signs <= _WEAKER[closed["sign"]]):
        return
    yield _List(total, run, promised)


def _before(text: str, tokens: Sequence[Token], at: int) -> Iterator[_List]:
    """The list that a total closes, from the beginning of its sentence or the colon before it."""
    total, last = tokens[at], at - 1
    if tokens[last].unit.kind == "percent":
        last -= 1
    closing = text[tokens[at - 1].end : total.start]
    if last < 1 or not closes(closing):
        return
    added = surely_adds(closing)
    for first in range(last - 1, max(last - _MOST, -1), -1):
        token = tokens[first]
        if token.unit.kind == "percent":
            continue
        if not _alike(total, token):
            return
        before = tokens[first - 1].end if first else 0
        lead = text[max(before, token.start - _REACH) : token.start]
        if first and (pause := PAUSE.match(lead)) and part_name(lead[pause.end() :], added=added):
            continue
        name, of_posts = first_name(lead, opens=not first, added=added)
        start = first + 1 if of_posts else first
        if name is not None or (of_posts and start < last):
            run = _run(text, tokens[:at], start, name or Name("", marked=False), added=added)
            if run.parts[-1] is tokens[last]:
                yield _List(total, run, ALL)
        return


def _viewed(text: str, tokens: Sequence[Token], first: int) -> Iterator[_List]:
    """The list of which words say what it is of: an amount told before, by that name."""
    named = viewed(text[tokens[first - 1].end : tokens[first].start])
    name = part_name(named[1]) if named is not None else None
    if named is None or name is None:
        return
    total = next((t for t in reversed(tokens[:first]) if is_called(text, t.start, named[0])), None)
    if total is not None and total.number and _alike(tokens[first], total):
        yield _List(total, _run(text, tokens, first, name), SOME)


def _run(text: str, tokens: Sequence[Token], first: int, name: Name, *, added: bool = False) -> _Run:
    """The amounts from one on, which ``name`` is called."""
    parts, names, signs, at = [tokens[first]], [name.words], set[str](), first
    end, shares = tokens[first].end, Decimal(0)
    while True:
        share = tokens[at + 1] if at + 1 < len(tokens) else None
        if share is not None and share.unit.kind == "percent" and SHARE.fullmatch(text[end : share.start]):
            at, end, shares = at + 1, share.end, shares + share.number
        following = tokens[at + 1] if at + 1 < len(tokens) and len(parts) < _MOST else None
        pause = PAUSE.match(text[end : following.start]) if following is not None else None
        if following is None or pause is None or not _alike(parts[0], following):
            break
        called = part_name(text[end + pause.end() : following.start], added=added)
        if called is None or (called.marked and not name.marked):
            break
        signs.add(pause["sign"])
        parts.append(following)
        names.append(called.words)
        at, end = at + 1, following.end
    return _Run(tuple(parts), tuple(names), frozenset(signs), shares, end)


def _is_amount(token: Token) -> bool:
    return token.unit.kind in ("yuan", "count") and not token.approximate and token.number >= 0


def _alike(token: Token, other: Token) -> bool:
    """Whether both are money, or both count the same things."""
    same = token.unit.kind == other.unit.kind
    return same and _is_amount(other) and (token.unit.kind == "yuan" or token.unit.word == other.unit.word)


def _is_alone(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether no other amount of its sentence may be the total."""
    total = tokens[at]
    before = text.rfind("。", 0, total.start)
    return not any(token.start > before and _alike(total, token) for token in tokens[:at])
