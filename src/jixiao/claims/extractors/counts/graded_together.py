"""Things of two grades counted together by the number of each: 优良项目合计1400个, 中、差两档项目共89个."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.scores.gradings import grade_counts
from jixiao.core.claim import decide

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

KIND = "sum"
_WORD = r"(?:优秀|良好|优|良|中|差)"
_TOGETHER = re.compile(
    rf"(?:^|[，,。;:、(\s]|其中|以上)[“\"]?(?P<one>{_WORD})[”\"]?[、和与及]?[“\"]?(?P<other>{_WORD})[”\"]?"
    r"(?:两)?(?:个)?(?:档|等次|等级|级)?的?(?:项目|单位|部门|政策|任务)?(?:数量|数)?(?:合计|共计|总计|累计|共有?|计)(?:为|有)?\s?$"
)
_SHORT = {"优秀": "优", "良好": "良"}
_ABOVE = 3
"""Paragraphs above in which the grades are told one by one."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such number, where each of its grades is told of once before it."""
    for position, paragraph in enumerate(reading.paragraphs):
        for token in paragraph.tokens if "优" in paragraph.text or "差" in paragraph.text else ():
            found = _TOGETHER.search(token.lead) if token.unit.kind == "count" else None
            if found is None or token.approximate or found["one"] == found["other"]:
                continue
            told: dict[str, list[Token]] = {}
            for above in reading.paragraphs[max(0, position - _ABOVE) : position + 1]:
                for word, count in grade_counts(above):
                    if count.index < token.index and count.unit.word == token.unit.word:
                        told.setdefault(word, []).append(count)
            parts = [told.get(_SHORT.get(word, word), []) for word in (found["one"], found["other"])]
            latest = [counts[-1] for counts in parts if counts]
            if len(latest) == len(parts) and all(one.block.index == latest[0].block.index for one in latest):
                made = equation(KIND, token, latest)
                yield Proposal((made,), asserted=decide(made).holds or near_miss(made) or nearly(made))
