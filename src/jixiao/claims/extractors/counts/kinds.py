"""Vehicles and projects by all their kinds: 共有车辆9辆，其中：机要通信用车1辆、…、其他用车8辆.

The kinds of vehicles end with 其他用车, the grades of projects with 不合格: such a list leaves nothing out,
and makes the number before it however many of its members are nil.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "sum"
_OPENS = re.compile(r"[\s，,。；;(]*其中\s?[:：，,]?")
_VEHICLE = re.compile(r"[\s、，,；;]*(?P<name>[\u4e00-\u9fff()]{2,16}用车)[\s:：为]*")
_GRADE = re.compile(
    r"[\s、，,；;]*(?:[\u4e00-\u9fff]{0,8}(?:评级|等级|等次|结果)为?)?[“\"]?(?P<name>优秀?|良好?|中|合格|不合格|差)[”\"]?"
    r"(?:等?级)?(?:的)?(?:项目)?[\s:：为]*"
)
_REST = re.compile(r"其[他它](?:公务)?用车")
_GRADES = ({"优", "良", "合格", "不合格"}, {"优", "良", "中", "差"})
_PROJECTS = re.compile(r"项目(?:数量?)?(?:共|共计|为)?\s*$")
_FEWEST = 3
"""Kinds that a list tells at least, so that its last can be the rest."""
_MOST = 16


def extract(reading: Reading) -> Iterator[Proposal]:
    """The number of vehicles, or of projects, against its kinds where these are all."""
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if "其中" not in text or ("用车" not in text and "合格" not in text and "差" not in text):
            continue
        tokens = [token for token in paragraph.tokens if token.unit.word in ("辆", "个")]
        for at, total in enumerate(tokens):
            parts = _vehicles(text, tokens[at : at + _MOST]) or _graded(text, total, tokens[at + 1 :])
            if parts:
                made = relation(KIND, "sum", total, [(part, "part") for part in parts], "named", role="total")
                yield Proposal((made,))


def _vehicles(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The kinds of vehicles right behind their number; [] where they are not all."""
    total, *others = tokens
    found = _OPENS.match(text, total.end) if total.unit.word == "辆" else None
    start, parts, name = (found.end() if found else -1), list[Token](), ""
    for token in others if found else ():
        kind = _VEHICLE.fullmatch(text, start, token.start)
        if kind is None or token.unit.word != "辆" or token.approximate:
            break
        parts.append(token)
        start, name = token.end, kind["name"]
    return parts if len(parts) >= _FEWEST and _REST.fullmatch(name) else []


def _graded(text: str, total: Token, others: Sequence[Token]) -> list[Token]:
    """The grades of all projects in the sentence that tells their number; [] where they are not all."""
    if total.unit.word != "个" or not _PROJECTS.search(text[max(0, total.start - 12) : total.start]):
        return []
    end = text.find("。", total.end)
    opened = text.find("其中", total.end, end if end >= 0 else len(text))
    found = _OPENS.match(text, opened) if opened >= 0 else None
    if found is None or any(total.end < token.start < opened for token in others):
        return []
    start, parts, names = found.end(), list[Token](), set[str]()
    for token in others[:4]:
        grade = _GRADE.fullmatch(text, start, token.start)
        if grade is None or token.unit.word != "个":
            break
        parts.append(token)
        names.add(grade["name"].removesuffix("秀").removesuffix("好"))
        start = token.end + (2 if text.startswith("项目", token.end) else 0)
    return parts if names in _GRADES and len(parts) == len(names) else []
