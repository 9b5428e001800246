"""How deep each scored thing of a paragraph stands: in brackets, and in lists that 其中 opens."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.claims.scores.scored import Scored

_STOP = re.compile(r"[。;]")
_FULL_STOP = re.compile(r"。")
_OWN_SENTENCE = re.compile(r"。\s?其中")
_MEMBER = re.compile(r"\)\s?(?:[、，,]|和|及|与)[^，。；;]{1,14}$")


def level_brackets(text: str, found: "list[Scored]") -> None:
    """投入(20分)、过程占25分: brackets that hold only the points, before a member of the list without any."""
    for one, after in reversed([*pairwise(found)]):
        if (
            one.depth == after.depth + 1
            and len(one.figures) == 1
            and text[: one.first.start].rstrip().endswith("(")
            and _MEMBER.match(text[one.end : after.first.start])
        ):
            one.depth = after.depth


def set_levels(text: str, found: "list[Scored]") -> None:
    """A list that 其中 opens after a thing that is no total stands below it, to the next semicolon.

    Where 其中 opens a sentence of its own, to the end of that: 自评27分。其中A10分，得9分；B20分，得18分。
    """
    below, stops = 0, _STOP
    for before, one in pairwise(found):
        between = text[before.end : one.first.start]
        if one.is_total or stops.search(between):
            below, stops = 0, _STOP
        if not before.is_total and re.search(r"其中|包括", between) and not one.is_total:
            below = before.level + 1
            stops = _FULL_STOP if _OWN_SENTENCE.search(between) else _STOP
        one.level = below
