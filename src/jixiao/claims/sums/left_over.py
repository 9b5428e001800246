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
    r"^[\s，,]*(?:尚|仍|还)?(?:相?差|少收|短收|欠收|欠缴|少|短少|欠|缺|未(?:收回|回收|完成|到位|实施|开工)|(?P<over>超额完成|超额|超出|多|超(?:年度|全年|年初|既定)?(?:计划|目标|任务)))"
    r"(?:完成|了)?\s*$"
)
_PLANNED = re.compile(r"计划|任务|目标|应|发放|下达|预算")
_ACTUAL = re.compile(r"实际|实收|实缴|已[收缴]|完成|收回|回收|到位|实有|实施")
_CAME = re.compile(r"安排|下达|到位|收到|筹集|预算|拨入|落实")
_WENT = re.compile(
    r"^[\s，,]*(?:实际|已|累计|共|当年|全年|年中)*(?:支出|使用|动用|支付|执行|拨付|列支|花费)(?:了|资金|数|为)*\s*$"
)
_OVER = re.compile(
    r"^(?:[，,]?[\u4e00-\u9fff、]{2,24}(?=[，,])){0,3}[\s，,、]*"
    r"(?:结转|结余|剩余|节余|尚余|余|其余|余下|未(?:支付|使用|执行|支出|拨付|用完?)的?)"
    r"(?:下年|资金|金额|数|额|为)*\s*$"
)
_OTHER_YEAR = re.compile(r"上年|年初(?=结|余|滚)|累计|历年")
_OTHERWISE = re.compile(r"收回|上年|以前|历年|追加|退回|上缴|交回")
"""Words behind what is left that say why it may be more or less: 结余300万元，收回40万元."""
_SENTENCE, _PAUSE = re.compile(r"[。；;]"), re.compile(r"[，,、:()]")
_CLAUSE = re.compile(r"[，,、。；;：:()]")
_NOT_DONE = re.compile(
    r"(?:不合格|不达标|未达标|未(?!来|成年)[\u4e00-\u9fff]{1,5})的?(?:项目|问题|对象|工程)?(?:有|为|共)?$"
)
_OTHERS = re.compile(r"(?:其余|余下|剩余|剩下|其他|另外?)[\u4e00-\u9fff]{0,2}$")
_BARE = re.compile(r"(?:但|其中|另外?|仍|尚|还)?有?")
_UNDONE = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?:因|由于|受|尚未|仍未|还未|未(?!来|成年)|正在|不合格|不达标|待)"
)
_DONE_BEHIND = re.compile(r"^[\u4e00-\u9fff]{0,6}?(?:合格|完成|完工|达标|竣工|办结|验收|通过|到位|有)")
_STILL = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?:资金)?(?:目前)?(?:尚|仍|还)有$")
_STILL_BEHIND = re.compile(r"(?:资金)?(?:尚|仍|还)?未(到位|支付|拨付|支出|使用|收回|缴纳|兑付|下达)")
_BEHIND = 14
"""Characters behind a figure that say what it was for."""
_THREE, _SENTENCES = 3, 2
"""What was planned, done and is left; sentences between them."""


def of_left_over(reading: Reading) -> Iterator[Relation]:
    """Each figure of what is left, with the two that it is left of."""
    for paragraph in reading.paragraphs:
        for position, token in enumerate(paragraph.tokens):
            if token.approximate or position < _THREE - 1:
                continue
            clause = _CLAUSE.split(token.lead)[-1]
            if token.unit.kind == "count" and (
                _LEFT.match(token.lead)
                or _OTHERS.search(clause)
                or _NOT_DONE.search(clause)
                or _is_undone(paragraph, token, clause)
            ):
                yield from _of_things(paragraph, position)
            elif (missed := _MISSED.match(token.lead)) is not None:
                told = [t for t in paragraph.tokens[:position] if t.unit.kind != "percent"]
                if len(told) >= _THREE - 1:
                    yield from _of_plan([*told[-2:], token], over=bool(missed["over"]))
            elif token.unit.kind == "yuan" and _OVER.match(token.lead):
                told = [t for t in paragraph.tokens[:position] if t.unit.kind == "yuan"]
                if len(told) >= _THREE - 1:
                    yield from _of_money(paragraph, [*told[-2:], token])
            elif token.unit.kind == "yuan" and (named := _STILL.search(clause)) is not None:
                yield from _of_name(paragraph, position, named["name"])


def _is_undone(paragraph: Paragraph, token: Token, clause: str) -> bool:
    """有4户因搬迁放弃改造, 1座因移民问题尚未开工: what stands behind the figure says that it was not done."""
    return (
        _BARE.fullmatch(clause.strip()) is not None and _UNDONE.match(paragraph.text, token.end) is not None
    )


def _of_things(paragraph: Paragraph, position: int) -> Iterator[Relation]:
    left = paragraph.tokens[position]
    near = [
        t
        for t in paragraph.tokens[:position]
        if left.sentence - t.sentence <= _SENTENCES and like(t, left) and t.number
    ]
    told = [t for t in near if t.sentence == left.sentence]
    done = next((t for t in told[::-1] if _DONE.search(t.lead)), None)
    wholes = [t for t in told if done is not None and t.start < done.start and t.number >= done.number]
    made = [
        relation("difference", "difference", left, [(whole, "whole"), (one, "done")])
        for one, whole in _pairs(paragraph, near, left)
    ]
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        yield held
    elif done is not None and wholes and not done.approximate and _LEFT.match(left.lead):
        parted = any(_PARTS.search(t.lead) for t in (done, left)) or len(told) > len((done, left))
        if not parted and not wholes[0].approximate:
            yield relation("difference", "difference", left, [(wholes[0], "whole"), (done, "done")])


def _pairs(paragraph: Paragraph, near: list[Token], left: Token) -> Iterator[tuple[Token, Token]]:
    """What was done, told last, with each of what it may be of: in its own sentence or the one before."""
    others = _OTHERS.search(left.lead) is not None
    for done in near[::-1]:
        behind = _CLAUSE.split(paragraph.text[done.end : done.end + _BEHIND])[0]
        if others or _DONE.search(done.lead) or _DONE_BEHIND.search(behind):
            yield from ((done, whole) for whole in near if whole is not done and whole.number > done.number)
        else:
            yield from ((done, t) for t in near if t.number > done.number and _PLANNED.search(t.lead))


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


def _of_name(paragraph: Paragraph, position: int, name: str) -> Iterator[Relation]:
    """县级配套530万元。…县级配套到位415万元…县级配套尚有115万元未到位: the name leads to all three."""
    left = paragraph.tokens[position]
    verb = _STILL_BEHIND.match(paragraph.text, left.end)
    if verb is None:
        return
    told = [
        (t, _CLAUSE.split(t.lead)[-1].rstrip("了为共计: "))
        for t in paragraph.tokens[:position]
        if t.unit.kind == "yuan" and not t.approximate
    ]
    done = [
        t for t, words in told if words.removesuffix("资金").endswith((name + verb[1], name + "已" + verb[1]))
    ]
    wholes = [t for t, words in told if words.endswith((name, name + "应" + verb[1], name + "资金"))]
    if len(done) == len(wholes) == 1:
        yield relation("difference", "difference", left, [(wholes[0], "plan"), (done[0], "outturn")])


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
        not _OTHERWISE.search(behind + left.lead) and (near_miss(made) or plan.number > spent.number)
    ):
        yield made
