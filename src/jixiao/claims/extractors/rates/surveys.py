"""Questionnaires: 收回286份，满意和基本满意263份，满意度91.96%; answers of each kind, and what came back.

Which answers count as content is not told everywhere (some take 基本满意 and 一般 in), but of what they are:
of the answers together, where those add up to a number that is told; else of the questionnaires told before
them, and of those that came back where it is told how many did. Where the answers are told as one number, or
are all told, one way of counting must hold.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jixiao.claims.rates.of_all_groups import Group, is_overall, of_all_groups
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.naming import names_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.roles import without_brackets
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

KIND = "rate"
_RATE = re.compile(
    r"(?:满意(?:度|率|比例)(?:指标)?|满意[和、及与](?:较为?|比较|基本)满意的?(?:人数|份数|者)?(?:合计|共计?|两项)*所?占(?:比[例重]?)?)"
    r"(?:为|是|达到?|有|:|\s)*$"
)
_OTHERS = re.compile(r"目标|上年|去年|同期|≥|不低于|[比较][^满]{0,8}$|平均")
_DISCONTENT = re.compile(r"不(?:太|很|够|大)?满意|未作答|未评价|不了解|说不清|差评|弃权")
_MIDDLE = re.compile(r"一般|中立|尚可")
_RATHER = re.compile(r"^[^满]*(?:基本|较为?|比较)满意")
_CONTENT = re.compile(r"满意(?!度|率)")
_TOGETHER = re.compile(r"^(?:以上|前)?(?:两者|二者|两项|三项|三者)?(?:合计|共计|小计|总计|计|共)$")
_ASKED = re.compile(
    r"有效|收回|回收|返回|接通|访问|回访|走访|调查|抽查|发放|发出|受访|参与|获取|获得|样本|问卷|评价|测评|抽取|被访"
)
_BEHIND = re.compile(
    r"的?(?:[人户]员?)?(?:对此|均)?(?:表示|评价为?|选择|回答|认为)?[“\"]?(?:(?:非常|很|比较|较为?|基本)?满意|不(?:太|很)?满意)"
    r"|(?:有效|收回|回收|调查|受访|被访|抽查|抽取)?(?:的)?(?:问卷|样本|受访者|受访对象|调查对象|被调查者|对象)"
)
"""1113人表示满意, 397份有效问卷中: what a count is called by the words behind it."""
_AMONG = re.compile(r"其中[^，,。；;]*$")
"""其中满意128份: other answers may count as content as well."""
_AMONG_NAMED = re.compile(
    r"([\u4e00-\u9fff]{2,6}?)(?:的)?(?:人员|人数|群众|问卷|对象|样本|家庭|者|户)?中[^中]*$"
)
_RETURN_RATE = re.compile(r"(?:综合|总体?|合计|平均)(?:回收|收回|返回)率(?:为|是|达到?|:)*\s*$")
_VALID_RATE = re.compile(r"(?<!收)有效率(?:为|是|达到?|:)*\s*$")
_BACK, _SENT = re.compile(r"有效|收回|回收|返回"), re.compile(r"发放|发出|下发|派发|投放")
_RETURNED, _VALID = re.compile(r"(?:回收|收回|返回)"), re.compile(r"有效")
_UNITS = ("份", "人", "户", "名", "张", "位", "条", "个", "家", "人次")
_CLAUSE = re.compile(r"[，,。；;：:()（）]")
_REACH, _FAR = 24, 60
_READINGS = 3
_SEVERAL = 2
_MOST = 12
"""Figures of a kind that are looked at, so that long lists of surveys cost little."""

_Told = tuple[Token, str]


def extract(reading: Reading) -> Iterator[Proposal]:
    """The satisfaction that the answers of a paragraph make, and the return of several questionnaires."""
    told: dict[Decimal, Token] = {}
    groups: list[Group] = []
    for paragraph in reading.paragraphs:
        text = paragraph.text
        asked = "满意" in text or "问卷" in text
        named = list(_named(paragraph)) if asked else []
        told.update({token.number: token for token, name in named if _ASKED.search(name)})
        rates = [
            token for token in paragraph.tokens if token.unit.kind == "percent" and not token.approximate
        ]
        if "满意" in text:
            made = list(_satisfaction(text, rates, named, told))
            yield from made
            groups += _groups(paragraph, made)
            known = {one.readings[0].stated.index for one in made}
            for rate in rates:
                overall = rate.index not in known and is_overall(rate)
                if overall and (found := of_all_groups(rate, groups, [one for one, _ in named])) is not None:
                    yield found
        if "问卷" in text:
            yield from _returns(text, rates, named)


def _groups(paragraph: Paragraph, made: Sequence[Proposal]) -> Iterator[Group]:
    """What single groups answered."""
    for proposal in made:
        first = proposal.readings[0]
        if first.formula == "quotient":
            yield Group(paragraph.block.index, first)


def _named(paragraph: Paragraph) -> Iterator[_Told]:
    """The counts of a paragraph with the words that call them, before them or right behind."""
    for token, name in zip(paragraph.tokens, names_of(paragraph), strict=True):
        if token.unit.word in _UNITS and token.unit.kind == "count" and not token.approximate:
            before = paragraph.text[max(token.start - _REACH, 0) : token.start]
            words = name or _CLAUSE.split(before)[-1]
            behind = _BEHIND.match(paragraph.text, token.end)
            told = behind is not None and not _is_answer(words) and not _ASKED.search(words)
            yield token, f"{words}{behind[0]}" if behind is not None and told else words


def _satisfaction(
    text: str, rates: Sequence[Token], named: Sequence[_Told], told: dict[Decimal, Token]
) -> Iterator[Proposal]:
    """Each such rate by the counts told since the one before it; where there are none, by those behind."""
    own = [rate for rate in rates if _is_satisfaction(text, rate)]
    bounds = [0, *(rate.end for rate in own), len(text)]
    for at, rate in enumerate(own):
        for low, high in ((bounds[at], rate.start), (rate.end, bounds[at + 2])):
            near = [one for one in named if low <= one[0].start and one[0].end <= high][-_MOST:]
            if any(_is_content(name) for _, name in near):
                yield from _of_answers(rate, near, told, named)
                break


def _is_satisfaction(text: str, rate: Token) -> bool:
    lead = without_brackets(text[max(rate.start - _FAR, 0) : rate.start])
    clause = _CLAUSE.split(lead.rstrip(":： "))[-1]
    return _RATE.search(clause) is not None and not _OTHERS.search(clause)


def _is_content(name: str) -> bool:
    return _CONTENT.search(name) is not None and not _DISCONTENT.search(name) and not _MIDDLE.search(name)


def _of_answers(
    rate: Token, near: Sequence[_Told], told: dict[Decimal, Token], named: Sequence[_Told]
) -> Iterator[Proposal]:
    first = next(at for at, (_, name) in enumerate(near) if _is_answer(name))
    asked = _answered([(token, name) for token, name in near[:first] if _ASKED.search(name)])[::-1]
    bases = _among(near, first) or [*_own_group(near, first, named), *asked]
    answers = [(token, name) for token, name in near[first:] if _is_answer(name)]
    sums = [token for token, name in near[first + 1 :] if _TOGETHER.match(name)]
    if len({token.unit.word for token, _ in answers}) > 1:
        return
    content = [(token, name) for token, name in answers if _is_content(name)]
    most = max(token.number for token, _ in answers)
    whole = told.get(sum((token.number for token, _ in answers), Decimal(0)))
    closed = whole is not None and len(answers) >= _SEVERAL and whole.number > most
    bases = [whole] if closed and whole is not None else [base for base in bases if base.number >= most]
    ways = _ways(content, answers, sums)
    made = [_of(rate, way, base) for way in ways for base in bases]
    held = [one for one in made if decide(one).holds]
    alone = len(answers) == 1 and not _AMONG.search(answers[0][0].lead)
    sure = closed or alone or bool(sums) or any(_is_slip(one) for one in made)
    if held or made:
        yield Proposal(tuple((held or made)[:_READINGS]), asserted=sure)


def _answered(asked: Sequence[_Told]) -> list[Token]:
    """The questionnaires that came back, where they are told; else those sent, of which nobody else knows."""
    back = [token for token, name in asked if _BACK.search(name) or not _SENT.search(name)]
    return back if any(_BACK.search(name) for _, name in asked) else [token for token, _ in asked]


def _among(near: Sequence[_Told], first: int) -> list[Token]:
    """属实397人，属实人员中表示满意的358人: the count that the words before the answer name."""
    named = _AMONG_NAMED.search(near[first][1])
    if named is None:
        return []
    return [token for token, name in near[:first][::-1] if named[1] in name][:1]


def _own_group(near: Sequence[_Told], first: int, named: Sequence[_Told]) -> list[Token]:
    """共收回503份：当事人320份，满意294份: those of the group told right before its answer."""
    if not first:
        return []
    answer, (group, name) = near[first][0], near[first - 1]
    if _ASKED.search(name) or group.unit.word != answer.unit.word or answer.number > group.number:
        return []
    asked = (one for one, words in named if one.end <= group.start and _ASKED.search(words))
    return [group] if any(one.number > group.number for one in asked) else []


def _is_slip(made: Relation) -> bool:
    """Whether one slip sets a rate apart from what the answers make: others may be told elsewhere."""
    computed = decide(made).computed
    scale = made.stated.unit.scale
    return computed is not None and one_slip_apart(
        made.stated, round_half_up(computed / scale, made.stated.decimals)
    )


def _is_answer(name: str) -> bool:
    return any(words.search(name) for words in (_CONTENT, _DISCONTENT, _MIDDLE))


def _ways(content: Sequence[_Told], answers: Sequence[_Told], sums: Sequence[Token]) -> list[list[Token]]:
    """What may count as content: the sum that is told, all such answers, those without 基本, also 一般."""
    every = [token for token, _ in content]
    plain = [token for token, name in content if not _RATHER.match(name)]
    wide = [token for token, name in answers if not _DISCONTENT.search(name)]
    total = [[one] for one in sums if one.number == sum((token.number for token in every), Decimal(0))]
    ways = [*total, every, plain, wide, every[:1]]
    return [way for at, way in enumerate(ways) if way and way not in ways[:at]]


def _of(rate: Token, parts: Sequence[Token], whole: Token) -> Relation:
    operands = [*((part, "part") for part in parts), (whole, "whole")]
    formula = "quotient" if len(parts) == 1 else "parts_of_whole"
    return relation(KIND, formula, rate, operands, role="rate")


def _returns(text: str, rates: Sequence[Token], named: Sequence[_Told]) -> Iterator[Proposal]:
    """纸质、电子问卷计2400份，收回571份、1207份，综合回收率74.1%；有效1694份，有效率95.3%."""
    for rate in rates:
        before = [(token, name) for token, name in named if token.end <= rate.start][-_MOST:]
        returned = _run([one for one in before if not _TOGETHER.match(one[1])])
        lead = text[max(rate.start - _REACH, 0) : rate.start]
        if len(returned) < _SEVERAL:
            continue
        total = sum((token.number for token in returned), Decimal(0))
        if _RETURN_RATE.search(lead):
            sent = [token for token, name in before if _TOGETHER.match(name) and token.number >= total]
            if len(sent) == 1:
                yield Proposal((_of(rate, returned, sent[0]),))
        elif _VALID_RATE.search(lead) and _VALID.search(before[-1][1]) and before[-1][0].number <= total:
            operands = [(before[-1][0], "done"), *((token, "part") for token in returned)]
            valid = relation(KIND, "of_summed", rate, operands, role="rate")
            yield Proposal((valid,), asserted=before[-1][0].number > max(t.number for t in returned))


def _run(before: Sequence[_Told]) -> list[Token]:
    """The questionnaires that came back, where they are told one after another: 回收纸质571份、电子1207份."""
    at = next((at for at, (_, name) in enumerate(before) if _RETURNED.search(name)), None)
    if at is None:
        return []
    run = [before[at][0]]
    for (_, _), (token, name) in pairwise(before[at:]):
        if _VALID.search(name) or token.unit.word != run[0].unit.word:
            break
        run.append(token)
    return run
