"""What is left of things once some are done: 发现问题143处，已销号137处，余下6处; 安排A，支出B，结转C.

Of things the number that all are of opens the sentence, what is done stands before what is left. Of money the
three stand side by side, and the words say what came in, what went out and what is over, of no other year.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.comparisons import like
from jixiao.core.claim import Relation, decide

_LEFT = re.compile(
    r"^[^。；;]*?(?:其余|余下|剩余|剩下|尚有|还有|仍有|尚余|(?:尚|还|仍)?未[\u4e00-\u9fff]{1,6}的?(?:有|为)?)[\u4e00-\u9fff]{0,4}$"
)
_DONE = re.compile(
    r"(?:已|完成|办结|整改|消除|销号|解决|化解|验收|到位|兑现|处理|结案|建成|合格|清理|答复|处置|收回|回收)[\u4e00-\u9fff]{0,8}$"
)
_PARTS = re.compile(r"其中|分别")
_MISSED = re.compile(
    r"^[\s，,]*(?:尚|仍|还)?(?:相?差|少|短少|欠|缺|未(?:收回|回收|完成|到位|实施|开工)|(?P<over>超额完成|超额|超出|多))"
    r"(?:完成|了)?\s*$"
)
_PLANNED = re.compile(r"计划|任务|目标|应|发放|下达|预算")
_ACTUAL = re.compile(r"实际|完成|收回|回收|到位|实有|实施")
_CAME = re.compile(r"安排|下达|到位|收到|筹集|预算|拨入|落实")
_WENT = re.compile(
    r"^[\s，,]*(?:实际|已|累计|共)*(?:支出|使用|支付|执行|拨付|列支|花费)(?:了|资金|数|为)*\s*$"
)
_OVER = re.compile(
    r"^[\s，,]*(?:结转|结余|剩余|节余|尚余|余|未支付|未使用|未执行)(?:下年|资金|金额|数|额|为)*\s*$"
)
_OTHER_YEAR = re.compile(r"上年|年初|累计|历年")
_OTHERWISE = re.compile(r"收回|上年|以前|历年|追加|退回|上缴|交回")
"""Words behind what is left that say why it may be more or less: 结余300万元，收回40万元."""
_SENTENCE, _PAUSE = re.compile(r"[。；;]"), re.compile(r"[，,、:()]")
_THREE = 3


def of_left_over(reading: Reading) -> Iterator[Relation]:
    """Each figure of what is left, with the two that it is left of."""
    for paragraph in reading.paragraphs:
        for position, token in enumerate(paragraph.tokens):
            if token.approximate or position < _THREE - 1:
                continue
            if token.unit.kind == "count" and _LEFT.match(token.lead):
                yield from _of_things(paragraph, position)
            elif (missed := _MISSED.match(token.lead)) is not None:
                yield from _of_plan(paragraph.tokens[position - 2 : position + 1], over=bool(missed["over"]))
            elif token.unit.kind == "yuan" and _OVER.match(token.lead):
                yield from _of_money(paragraph, paragraph.tokens[position - 2 : position + 1])


def _of_things(paragraph: Paragraph, position: int) -> Iterator[Relation]:
    left = paragraph.tokens[position]
    told = [t for t in paragraph.tokens[:position] if t.sentence == left.sentence and like(t, left)]
    done = next((t for t in told[::-1] if _DONE.search(t.lead)), None)
    wholes = [t for t in told if done is not None and t.start < done.start and t.number >= done.number]
    if done is None or not wholes or done.approximate:
        return
    made = [
        relation("difference", "difference", left, [(whole, "whole"), (done, "done")]) for whole in wholes
    ]
    held = next((one for one in made if decide(one).holds), None)
    parted = any(_PARTS.search(t.lead) for t in (done, left)) or len(told) > len((done, left))
    if held is not None:
        yield held
    elif not parted and not wholes[0].approximate:
        yield made[0]


def _of_plan(three: list[Token], *, over: bool) -> Iterator[Relation]:
    """任务120户，实际完成126户，超额完成6户; 计划2000人次，实际1860人次，少140人次."""
    plan, done, gap = three
    alike = like(plan, gap) and like(done, gap) and plan.sentence == gap.sentence and not gap.depth
    if not alike or plan.approximate or done.approximate:
        return
    if not _PLANNED.search(plan.lead) or not _ACTUAL.search(done.lead):
        return
    ends = [(done, "outturn"), (plan, "plan")]
    yield relation("difference", "difference", gap, ends if over else ends[::-1])


def _of_money(paragraph: Paragraph, three: list[Token]) -> Iterator[Relation]:
    plan, spent, left = three
    alike = like(plan, left) and like(spent, left) and plan.sentence == left.sentence
    if not alike or plan.depth != left.depth or spent.depth != left.depth or not _WENT.match(spent.lead):
        return
    told = _SENTENCE.split(paragraph.text[: plan.start])[-1]
    if not _CAME.search(_PAUSE.split(told)[-1]) or _OTHER_YEAR.search(told + spent.lead):
        return
    made = relation("difference", "difference", left, [(plan, "plan"), (spent, "outturn")])
    behind = _SENTENCE.split(paragraph.text[left.end :])[0]
    if decide(made).holds or (
        not _OTHERWISE.search(behind) and (near_miss(made) or plan.number > spent.number)
    ):
        yield made
