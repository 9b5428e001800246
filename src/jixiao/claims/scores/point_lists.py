"""The lists of named points that a text tells: in one sentence, or one line or section for each thing.

综合得分94分，其中投入9分、过程28分 is a list of one sentence; （一）投入（满分10分，得9分） … of lines.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.outline import outline
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.thing_names import thing_name

Group = tuple[str, object]
_TEXT, _LINES = "text", "lines"
_UNMARKED = -1
_GOT = re.compile(r"得分|评分|总分|成绩|自评")
_MAY = re.compile(r"满分|(?<![评价核效得])分值|权重|标准分|应得")


@dataclass(slots=True)
class PointList:
    """Things of one list by name, each with its full mark and score; ``bare`` where no word says which."""

    place: Group
    points: dict[str, dict[str, Token]] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)
    """Names that it tells more than once: they are those of several things."""
    whole: Decimal | None = None
    """The largest figure that its sentence tells: that of its total, where it tells one."""

    def add(self, name: str, figures: Mapping[str, Token]) -> None:
        """Take the figures of one thing in."""
        if name in self.points:
            self.twice.add(name)
        self.points.setdefault(name, dict(figures))

    def of(self, role: str) -> dict[str, Token]:
        """The figure in one role of every thing that is told once."""
        return {
            name: figures[role]
            for name, figures in self.points.items()
            if role in figures and name not in self.twice
        }


def point_lists(reading: Reading) -> list[PointList]:
    """Every list of named points, in the order in which they begin."""
    found: dict[Group, PointList] = {}
    for node in outline(reading):
        if node.paragraph.points:
            level = node.level if node.mark is not None else _UNMARKED
            for place, name, figures in _things(node.paragraph, level):
                made = found.setdefault(place, PointList(place))
                made.add(name, figures)
                if place[0] == _TEXT and made.whole is None:
                    made.whole = max(token.number for token in node.paragraph.points)
    for one in found.values():
        _settle(one)
    return list(found.values())


def _things(paragraph: Paragraph, level: int) -> Iterator[tuple[Group, str, dict[str, Token]]]:
    """What a paragraph tells: a list of its own, or one thing of a list of lines at its level."""
    things = scored(paragraph)
    listed = [one for one in things if not one.is_total and thing_name(one.name)]
    if len(listed) > 1:
        role = _role_of_total(paragraph, things)
        for one in listed:
            figures = dict(one.figures)
            if role and set(figures) == {"bare"}:
                figures = {role: figures["bare"]}
            yield (_TEXT, paragraph.block.index), thing_name(one.name), figures
    elif len(things) == 1 and (name := thing_name(things[0].name)):
        yield (_LINES, level), name, dict(things[0].figures)


def _role_of_total(paragraph: Paragraph, things: list[Scored]) -> str:
    """What the total of a sentence is, and so its points without a word; "" where nothing tells it."""
    told = {role for one in things for role in one.figures if role != "bare"}
    if len(told) == 1:
        return told.pop()
    words = paragraph.text[: things[0].first.start]
    whole = next((one.get("bare") for one in things if one.is_total), None)
    if not told and whole is not None and whole.number < HUNDRED and not _MAY.search(paragraph.text):
        return "score"  # weights make a hundred
    return "score" if not told and _GOT.search(words) and not _MAY.search(paragraph.text) else ""


def _settle(one: PointList) -> None:
    """Points without a word are what all others of the list are, where these have but one figure each."""
    told = {role for figures in one.points.values() for role in figures if role != "bare"}
    if len(told) == 1:
        role = told.pop()
        for figures in one.points.values():
            if set(figures) == {"bare"}:
                figures[role] = figures.pop("bare")
