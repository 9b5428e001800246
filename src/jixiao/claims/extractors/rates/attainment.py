"""Rates of counts named after what was done: 发放问卷200份，收回195份，回收率97.5%; 合格率, 整改率, 优秀率.

The rate's name tells which count is meant: the one whose words hold it. The whole is the count of the same
unit that the sentence tells before.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "rate"
_NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2})(?P<kind>率|度|比例)(?:为|是|达到?|:|\s)*$")
_OTHER = re.compile(r"执行|支付|支出|增长|下降|覆盖|使用|控制|负债|到位|节约|及时|占")
"""Rates of amounts, or of something else than the count that bears the name."""
_EITHER = 2
"""发放A，收回B，满意C，满意率p%: of what was sent out or of what came back; 满意度 may be a mean."""
_ASKED = re.compile(r"问卷|发放|收回|回收|有效|调查")
_NOT = r"(?<!未)(?<!不)(?<!没有)(?<!部分)"
_ALIKE = {"回收": "收回", "优秀": "优", "优良": "优", "满意": "满意", "办结": "结案", "结案": "办结"}
_COMPARES = re.compile(r"[比较][^，,。;]{0,12}$|上年|去年|同期|目标|≥|不低于")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such rate whose two counts stand in its sentence."""
    for paragraph in reading.paragraphs:
        counts = [token for token in paragraph.tokens if token.unit.kind == "count" and not token.approximate]
        if len(counts) < 2:
            continue
        for token in paragraph.tokens:
            if token.unit.kind == "percent" and not token.approximate:
                yield from _rate(paragraph, token, counts)


def _rate(paragraph: Paragraph, rate: Token, counts: list[Token]) -> Iterator[Proposal]:
    text = paragraph.text
    name = _NAME.search(text, max(0, rate.start - 12), rate.start)
    if (
        name is None
        or _OTHER.search(name["stem"])
        or _COMPARES.search(text[max(0, name.start() - 12) : name.start()])
    ):
        return
    start, stop = text.rfind("。", 0, rate.start) + 1, text.find("。", rate.end)
    near = [token for token in counts if start <= token.start and (stop < 0 or token.end <= stop)]
    done = [token for token in near if _is_done(text, token, name["stem"])]
    if len(done) != 1:
        return
    wholes = [token for token in near if token.unit == done[0].unit and token.start < done[0].start]
    wholes = [token for token in wholes if token.number >= done[0].number]
    if not wholes:
        return
    values = {token.number for token in wholes}
    made = [
        relation(KIND, "quotient", rate, [(done[0], "done"), (whole, "whole")], role="rate")
        for whole in wholes[::-1][:3]
    ]
    asked = name["kind"] == "率" and all(_ASKED.search(text, max(0, t.start - 8), t.start) for t in wholes)
    yield Proposal(tuple(made), asserted=len(values) <= (_EITHER if asked else 1))


def _is_done(text: str, token: Token, stem: str) -> bool:
    """Whether the words around a count hold the name of the rate."""
    before = re.split(r"[，,、;:。()]|\d", text[max(0, token.start - 14) : token.start])[-1]
    after = re.split(r"[，,、;:。()]|\d", text[token.end : token.end + 8])[0]
    stems = "|".join(sorted({stem, _ALIKE.get(stem, stem)}))
    return re.search(rf"{_NOT}(?:{stems})(?!率|度)", f"{before} {after}") is not None
