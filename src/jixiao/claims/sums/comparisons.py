"""Two figures of one measure set side by side, and what tells how far apart they are.

Three wordings: 床位568张，比核定的500张多68张 (a comparison right behind the figure); 由12天压缩至7天，减5天
(from one to the other); 住院日7.4天（上年7.9天，缩短0.5天） (the earlier one in a bracket). Any unit will do.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

UP = (
    r"高出|高于|高|多出|多|新增|增加|增长|增至|增厚|增产|增收|增|"
    r"提高|提升|上升|延长|偏多|超出|超过|超额|超标|超|扩大|加快|加深|加密|好于"
)
DOWN = r"低于|低|少|减少|减|下降|降低|降|缩短|缩减|压缩|缩小|压减|核减|调减|偏少|短|慢|回落|下浮|节约|节省"
CHANGED = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{1,4}}(?=[，,、)]))?[\s，,、)]*(?:相比|同比|累计|[两二三四五]年|共计|实际|净|则|也|还|均|各|共|约|仍|分别|人均|平均|其|比例|数量)*[\s，,]*"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|出|约|近|达|幅度?|率|比例|额|数|量|幅|为|到)*\s*$"
)
_COMPARED = re.compile(
    r"(?:比(?!重|例|率)|较(?!多|少|大|小|高|低)|相对于?|(?P<beside>(?:^|[，,、;；])\s*[与同]))[^，,。；;、()]{0,16}\(?\s*$"
)
_MOVED = re.compile(rf"(?:{UP}|{DOWN})(?:了|出|约|近|达|额|为)*\s*$")
"""The end of words that lead to a change, and to nothing that a figure is compared with."""
_FROM = re.compile(r"(?:由|从|原(?:来|先)?(?:的|为)?)[^，,。；;、()]{0,16}$")
_TO = re.compile(r"(?:到|至|为|成)(?:了|约)?[^，,。；;、()\d]{0,8}$")
_EARLIER = re.compile(
    r"^\s*\(\s*(?:上年度?|去年|上一年度?|上期|原|此前|期初|年初|(?:19|20)\d\d年度?)(?:同期)?[^，,。；;()]{0,8}$"
)
_LISTED = re.compile(r"^\s*[、和及与]|[、和及与]\s*$|其中|分别|(?<!相)比[^，,]*$")
_AGAINST = re.compile(r"^[\s，,]*(?:比|较)(?:上年度?|去年|上一年度?|同期)(?:同期)?")
_PEOPLE = {"人", "名", "位"}
_RATE_BEHIND = re.compile(r"\s?的(?:(?P<up>增幅|涨幅|升幅|增长)|降幅|减幅|降低)")
"""由4元提高到5元，25%的增幅: the noun of the rate stands behind it."""
_BEHIND = 5
_PLANS = ("plan", "initial")


@frozen
class Comparison:
    """What is compared, with what, and the figures that tell by how much.

    ``sure`` is whether the words can mean no other two.
    """

    main: Token
    base: Token
    changes: tuple[tuple[Token, int], ...]
    sure: bool


def comparisons(paragraph: Paragraph) -> Iterator[Comparison]:
    """Every such pair of a paragraph that is followed by how far apart the two are."""
    tokens = paragraph.tokens
    for position, base in enumerate(tokens):
        if base.unit.kind == "point" or base.approximate:
            continue
        after = tokens[position + 1 : position + _BEHIND]
        if after and _FROM.search(base.lead) and _reaches(base, after[0]):
            main, after, sure = after[0], after[1:], True
        elif _EARLIER.search(base.lead) and (told := _told_last(tokens, position)) is not None:
            yield told
            continue
        elif position and _EARLIER.search(base.lead) and like(tokens[position - 1], base):
            main, sure = tokens[position - 1], True
        elif position and (found := _COMPARED.search(base.lead)) and not _MOVED.search(base.lead):
            before = [t for t in tokens[:position] if t.sentence == base.sentence and like(t, base)]
            before = [t for t in before if t.role not in _PLANS] or before
            if not before or (found["beside"] and "比" not in (after[0].lead if after else "")):
                continue
            main = before[-1]
            sure = _is_alone(before, main, base, tokens[position - 1])
        else:
            continue
        changes = tuple(_changes(base, after))
        if changes:
            yield Comparison(main, base, changes, sure and not main.approximate)


def like(one: Token, other: Token) -> bool:
    """Whether two figures measure the same: people are counted in 人 and 名."""
    if one.unit.kind != other.unit.kind:
        return False
    return one.unit.name == other.unit.name or {one.unit.name, other.unit.name} <= _PEOPLE


def _told_last(tokens: list[Token], position: int) -> Comparison | None:
    """得分92.6分，比上年提高1.8分（上年90.8分）: what it is compared with comes last, in a bracket."""
    if position < len(("main", "change")):
        return None
    main, change, base = tokens[position - 2 : position + 1]
    moved = CHANGED.match(_AGAINST.sub("", change.lead))
    if moved is None or not (like(main, base) and like(change, base)) or main.sentence != base.sentence:
        return None
    return Comparison(main, base, ((change, 1 if moved["up"] else -1),), not main.approximate)


def _reaches(base: Token, main: Token) -> bool:
    """由A提高到B, and nothing else between the two."""
    return main.sentence == base.sentence and like(main, base) and _TO.search(main.lead) is not None


def _is_alone(before: list[Token], main: Token, base: Token, last: Token) -> bool:
    """Whether the figure compared is the only one that may be, or stands right before, in no list."""
    if len(before) == 1 and main.depth == base.depth:
        return True
    return main is last and main.depth == base.depth and not _LISTED.search(main.lead)


def _changes(base: Token, after: list[Token]) -> Iterator[tuple[Token, int]]:
    """The figures right behind a pair that tell how far apart it is, with the direction of their words."""
    told = takewhile(lambda t: t.sentence == base.sentence, after[:3])
    for token in told:
        found = CHANGED.match(token.lead)
        noun = _RATE_BEHIND.match(token.block.text, token.end) if token.unit.kind == "percent" else None
        if noun is not None and not token.lead.strip("，, "):
            yield token, 1 if noun["up"] else -1
            return
        if found is None:
            return
        yield token, 1 if found["up"] else -1
