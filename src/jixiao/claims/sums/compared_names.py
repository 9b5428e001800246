"""Changes against what the words name and another place tells: 实有在职81人，比编制数少5人; 空编3个.

The figure compared stands before the change in its sentence; what it is compared with is led to by its name
(核定编制86名) in the paragraph or just above, and told with one value only. Years are none of these names.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.comparisons import DOWN, UP, Comparison, like

_BY_NAME = re.compile(
    rf"(?:(?<![同环相占对])比|(?<!比)较|(?P<over>超出|超过|高于|多于)|(?P<under>低于|少于))(?P<name>[\u4e00-\u9fff]{{2,12}}?)(?:人?数|数量)?"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN})|(?<=[\u4e00-\u9fff]))(?:了|出)?\s*$"
)
_VACANT = re.compile(
    r"(?:^|[，,、；;(。])\s*(?:(?P<vacant>空编|缺编|空缺编制|空余编制|编制空缺)|超编)(?:数|人数)?(?:为|:)?\s*$"
)
_STAFF = re.compile(r"在职|实有|在岗|在编|现有")
_ON_POSTS = re.compile(r"(?<!不)(?<!非)在编[^外，,、；;。]{0,4}$")
_POSTS = re.compile(r"编制(?:总?数|人数|总额)?(?:为|共|:)?\s*$")
_YEARS = re.compile(r"上年|去年|同期|前年|往年|上期|上月|以前|今年|本年|平均|其他|年\b")
_SIGNS = re.compile(r"[^\u4e00-\u9fff]|(?:人?数|总数|为|是|共|的|达到?|有)$")
_SAME = (("年初结转", ("年初结转", "上年结转", "年初结余", "上年结余")),)
_SENTENCE = re.compile(r"[。；;]")
_MOVES = re.compile(rf"{UP}|{DOWN}")
_BLOCKS, _FAR = 3, 10
"""Paragraphs back to what is compared with; of how many times its size a base is another thing's."""


def of_names(reading: Reading) -> Iterator[Comparison]:
    """Each change against what a name tells."""
    for at, paragraph in enumerate(reading.paragraphs):
        for position, token in enumerate(paragraph.tokens):
            if token.unit.kind not in ("count", "yuan", "percent") or not token.number:
                continue
            if (vacant := _VACANT.search(token.lead)) is not None:
                yield from _of_posts(paragraph, token, -1 if vacant["vacant"] else 1)
            elif position and (found := _BY_NAME.search(token.lead)) is not None:
                yield from _of_name(reading, at, position, found)


def _of_name(reading: Reading, at: int, position: int, found: re.Match[str]) -> Iterator[Comparison]:
    paragraph = reading.paragraphs[at]
    token, name = paragraph.tokens[position], found["name"]
    if not any(found[verb] for verb in ("over", "under", "up", "down")):
        return  # 比预算3834.48万元节约: the figure is what is compared with
    if _MOVES.search(name) or (_YEARS.search(name) and "结" not in name):
        return  # years are told otherwise
    before = [t for t in paragraph.tokens[:position] if t.sentence == token.sentence]
    if token.unit.kind == "percent":  # 年末结转A，比年初减少p%
        before = [t for t in before if t.unit.kind in ("yuan", "count")][-1:]
        name = "年初结转" if name == "年初" and before and "结" in before[0].lead else name
    else:
        before = [t for t in before if like(t, token)]
    main = _whole_of(before) if before else None
    if main is None or main.approximate:
        return
    base = _led_to(reading, at, position, name, main)
    if base is not None:
        direction = 1 if found["over"] or found["up"] else -1
        alone = all(t is main or t is base or _is_part(paragraph, t) for t in before)
        # 低于预算300万元 may tell how much lower, or below what.
        alone = (
            alone and (found["up"] or found["down"] or found["over"] == "超出") and token.value != base.value
        )
        far = found["under"] is not None and token.value * _FAR < base.value and main.value < base.value
        sure = bool(alone) or (far and (len(before) == 1 or main is not before[-1]))
        yield Comparison(main, base, ((token, direction),), sure and not _is_part(paragraph, main))


def _whole_of(before: list[Token]) -> Token:
    """年末余额A，一般债务B，专项债务C，低于限额d: what the last figures make, or else the last one."""
    for size in range(2, len(before)):
        *_, whole = before[:-size]
        if sum(token.value for token in before[-size:]) == whole.value:
            return whole
    return before[-1]


def _led_to(reading: Reading, at: int, position: int, name: str, main: Token) -> Token | None:
    """The one figure that the name leads to, in this paragraph or just above."""
    names = next((others for key, others in _SAME if key == name), (name,))
    for paragraph in reading.paragraphs[max(at - _BLOCKS, 0) : at + 1][::-1]:
        own = paragraph is reading.paragraphs[at]
        told = [
            t
            for t in (paragraph.tokens[:position] if own else paragraph.tokens)
            if t is not main
            and like(t, main)
            and _SIGNS.sub("", t.lead).endswith(names)
            and not _is_part(paragraph, t)
        ]
        if told:
            return told[0] if len({t.value for t in told}) == 1 else None
    return None


def _is_part(paragraph: Paragraph, token: Token) -> bool:
    """Whether a figure is one of the parts of another: 编制120名，其中行政编制40名、事业编制80名."""
    return bool(token.depth) or "其中" in _SENTENCE.split(paragraph.text[: token.start])[-1]


def _of_posts(paragraph: Paragraph, token: Token, direction: int) -> Iterator[Comparison]:
    """核定编制92个，年末在职89人，空编3个: posts and the people who hold them."""
    found = posts_and_staff(paragraph, token)
    if found is not None:
        staff, posts, sure = found
        yield Comparison(staff, posts, ((token, direction),), sure)


def posts_and_staff(paragraph: Paragraph, token: Token) -> tuple[Token, Token, bool] | None:
    """The people and the posts told last before a figure, and whether there are no others."""
    before = [t for t in paragraph.tokens if t.end <= token.start and t.unit.kind == "count"]
    posts = [t for t in before if _POSTS.search(t.lead) and not _is_part(paragraph, t)]
    staff = [t for t in before if _STAFF.search(t.lead) and not _POSTS.search(t.lead) and not t.depth]
    on_posts = [t for t in staff if _ON_POSTS.search(t.lead)]  # 职工600人，其中在编386人、编外214人
    staff = on_posts or [t for t in staff if not _is_part(paragraph, t)] or staff
    if not posts or not staff or not posts[-1].number or not staff[-1].number:
        return None
    sure = len({t.value for t in posts}) == 1 == len({t.value for t in staff})
    return staff[-1], posts[-1], sure
