"""Lists of names: how many things a text names, as a range, because names may contain 、 or 和."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_QUOTES = {"“": "”", "「": "」", "《": "》", "(": ")", "‘": "’", "〔": "〕", "[": "]"}
_JOINS = re.compile(r"和|(?<![涉普顾危遍])及|与|以及|暨")
_ETC = re.compile(r"等(?=[)）\s]*$)|等等$|等(?:\S{0,6})?$")
_FIGURES = re.compile(r"[。:：]|\d{3,}(?!年)|\d\s?(?:个|项|家|名|人|辆|台|套|次|分|元|万|亿|%)")
"""What a name has not: a list of figures is no list of names."""
QUOTED = r"(?:《[^《》]{1,60}》|“[^“”]{1,40}”|「[^「」]{1,40}」)"
"""A title or a name in quotation marks; a title may have such marks within (《村级“三资”管理办法》)."""
_QUOTED = re.compile(QUOTED)


@dataclass(frozen=True, slots=True)
class Names:
    """What a list names: ``plain`` things split at its signs, ``least`` to ``most`` in any reading."""

    plain: int
    least: int
    most: int
    open: bool = False
    """It ends with 等, so more may be meant."""
    clean: bool = True
    """Every piece looks like a name, so that a wrong number can be told."""
    alike: bool = False
    """Every piece ends as the name of an office does, or as all others: none is half a name."""

    def allows(self, number: int) -> bool:
        """Whether some sensible splitting gives this number."""
        return self.least <= number <= self.most or (self.open and number > self.most)


_OFFICE = re.compile(
    r"(?:[科室股处所站队办局委院校馆厅部组会园场库]|中心|支队|大队|机关|本级)(?:\([^()]*\))?$"
)
_JOINED = re.compile(r"(?:和|及|与|以及|暨)(?=[^和及与暨]{2,}$)")


_PLACE = re.compile(r"[\u4e00-\u9fff](?:[镇乡县市州村]|街道|社区|(?<![社园校院])区)$")


def alike(names: Sequence[str]) -> bool:
    """Whether all names end as those of offices do, or of places, or all with the same two characters."""
    ends = {name[-2:] for name in names}
    return len(names) > 1 and (
        len(ends) == 1 or any(all(kind.search(name) for name in names) for kind in (_OFFICE, _PLACE))
    )


def names_in(text: str) -> list[Names]:
    """The sensible readings of a list, best first; empty where it is no list."""
    text = text.strip().strip("。.;；，, ")
    is_open = _ETC.search(text) is not None or text.endswith("等")
    if is_open:
        text = text[: text.rindex("等")].rstrip()
    quoted = _QUOTED.findall(text)
    bare = _QUOTED.sub("", text)
    if quoted and not re.sub(r"[、，,;和及与\s]|以及", "", bare):
        if len(quoted) == 1 and "、" in quoted[0]:
            return [_counted(_split(quoted[0][1:-1], "、"), open_=is_open)]
        return [Names(len(quoted), len(quoted), len(quoted), is_open)]
    made: list[Names] = []
    for signs in (";；", "、", "，,"):
        pieces = _split(text, signs)
        if len(pieces) > 1:
            made.append(_counted(pieces, open_=is_open))
    if not made and text:
        made.append(_counted([text], open_=is_open))
    both = _split(text, "、，,;；")
    if made and len(both) > made[0].plain:
        made.append(_counted(both, open_=is_open))
    return made


def _split(text: str, signs: str) -> list[str]:
    """The text cut at signs outside of brackets and quotation marks."""
    pieces: list[str] = []
    closing: list[str] = []
    start = 0
    for at, sign in enumerate(text):
        if closing and sign == closing[-1]:
            closing.pop()
        elif sign in _QUOTES:
            closing.append(_QUOTES[sign])
        elif not closing and sign in signs:
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


_AMOUNT = re.compile(
    r"(?:资金|金额|投资|安排|补助|投入)?\s?\d[\d,]*(?:\.\d+)?\s?(?:万元|亿元|元|万|亿)"
    r"(?:[，,(]\s?占[^，,;；\d]{0,10}\d[\d.]*\s?%\)?)?$"
)
"""What a name may end with where all names of the list do: A项目12万元、B项目8万元."""

_ROLE = re.compile(
    r"(?:年初|全年|调整后?|实际|累计|项目)*(?:预算|执行|支出|收入|计划|投入|投资|到位|下达|拨付|支付|使用|结余|结转|安排|完成|送审|审定|[审核]减|"
    r"节约|成交|中标|资金|金额)(?:金额|资金|总额|数|额)?"
)
"""What a figure is, which names no thing: 预算12万元、执行8万元."""


def _without_amounts(pieces: list[str]) -> list[str]:
    bare = [_AMOUNT.sub("", piece) for piece in pieces]
    named = all(len(name) > 1 and name != piece for name, piece in zip(bare, pieces, strict=True))
    return bare if named and len(pieces) > 1 else pieces


def _counted(pieces: list[str], *, open_: bool) -> Names:
    """The range of a list of pieces.

    A join (和, 及, 与) inside a piece may join two names or be part of one; a short piece before a piece with
    a join may belong to it (文印、会议及差旅 is one name or two), and very short pieces may be one.
    """
    pieces = _parted(_without_amounts(pieces))
    joined = [len(_JOINS.findall(re.sub(r"\([^)]*\)", "", piece))) for piece in pieces]
    merges = sum(
        1
        for piece, following, joins in zip(pieces, pieces[1:], joined[1:], strict=False)
        if len(piece) <= 2 or (joins and len(piece) <= 6) or len(following) <= 2
    )
    last = 1 if joined[-1] else 0
    plain = len(pieces) + last
    clean = all(
        1 < len(piece) <= 32 and not _FIGURES.search(piece) and not _ROLE.fullmatch(piece) for piece in pieces
    )
    same = not sum(joined) and alike(pieces)
    least = len(pieces) if same else max(1, len(pieces) - merges)
    return Names(plain, least, len(pieces) + sum(joined), open_, clean, same)


def _parted(pieces: list[str]) -> list[str]:
    """财务科和人事科 at the end of a list of offices is surely two of them."""
    found = _JOINED.search(pieces[-1])
    if found is None or len(pieces) == 1:
        return pieces
    halves = [pieces[-1][: found.start()], pieces[-1][found.end() :]]
    return [*pieces[:-1], *halves] if alike([*pieces[:-1], *halves]) else pieces
