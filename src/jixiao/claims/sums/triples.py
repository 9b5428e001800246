"""Three amounts in a row of one sentence, the last the sum of the two before it, whatever their roles.

年初预算100万元，年中追加20万元，全年预算120万元: a plan, an addition and the plan that results. The plan that
results may also come first, with the other two behind it in brackets.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

_LEAST_DIGITS = 3
_PAIR, _MOST_PARTS = 2, 5
_RESULTS = re.compile(r"调整后|合计|总计|全年预算|调整预算|共计|累计|滚存|送审")
_NEXT_THING = re.compile("[;；]")
"""Behind it another thing is told, whose amounts are no parts of those before."""
_PARALLEL = re.compile(r"[\s、，,和及与/]*")
"""Between two amounts of which the words before the first tell both."""
_COMPARES = re.compile(r"(?:比|较|与|同)[^，,。；]{0,8}(?:上年|去年|同期|年度)|同比")
_ADDS = ("main", "plan", "initial", "change", "base", "saved")


def of_triples(reading: Reading) -> Iterator[Proposal]:
    """Sums of two told just before their total; asserted where the words say that a total follows."""
    for paragraph in reading.paragraphs:
        tokens = [t for t in paragraph.tokens if t.unit.kind == "yuan" and t.role in _ADDS]
        before: Token | None = None
        for position, (first, second, third) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
            made_before, before = before is not None and _near(first, second, before), first
            if _explained(first, second, third, paragraph.text):
                parts = [(second, "part", 1), (third, "part", _sign(third))]
                yield Proposal((relation("sum", "sum", first, parts, role="total"),))
                continue
            follows = _follows(first, second, third)
            if (
                first.sentence != third.sentence
                or not first.number
                or not second.number
                or (significant_digits(third.number) < _LEAST_DIGITS and not follows)
            ):
                continue
            results = _RESULTS.search(third.lead)
            if results and (longer := _longer(tokens, position + 2)) is not None:
                yield Proposal((longer,))
                continue
            one_thing = not _NEXT_THING.search(paragraph.text[first.start : third.start])
            if second.role == "change" and _COMPARES.search(second.lead):
                continue  # 支出A，比上年增加B，调整预算C: what it grew by since last year is not added to it
            if not (follows or results or (one_thing and _near(first, second, third))):
                continue
            parts = [(first, "part", 1), (second, "part", _sign(second))]
            made = relation("sum", "sum", third, parts, role="total")
            missed = results and one_thing and not made_before and near_miss(made)
            missed = missed and not _goes_back(tokens, position, paragraph.text)
            if follows or decide(made).holds or missed:
                yield Proposal((made,))


def _goes_back(tokens: list[Token], at: int, text: str) -> bool:
    """Whether the amount is one of a list that begins before it: 500万元、600万元、720万元，共计1820万元."""
    return at > 0 and _PARALLEL.fullmatch(text[tokens[at - 1].end : tokens[at].start]) is not None


def _longer(tokens: list[Token], at: int) -> Relation | None:
    """年初预算A，追加B，结转C，共计D: the total of more than two amounts before it, where it holds."""
    total, parts = tokens[at], tokens[max(at - _MOST_PARTS, 0) : at]
    while len(parts) > _PAIR:
        if parts[0].sentence == total.sentence and parts[0].role in ("plan", "initial"):
            made = relation("sum", "sum", total, [(p, "part", _sign(p)) for p in parts], role="total")
            if decide(made).holds:
                return made
        parts = parts[1:]
    return None


def _near(first: Token, second: Token, third: Token) -> bool:
    """Whether the figures as printed leave no larger gap than rounding explains, and each is more than that.

    It is cheaper than to decide.
    """
    a, total = first.number * first.unit.scale, third.number * third.unit.scale
    b = second.number * second.unit.scale * _sign(second)
    slack = (
        first.unit.step(first.decimals) + second.unit.step(second.decimals) + third.unit.step(third.decimals)
    )
    return abs(a + b - total) * 2 <= slack < min(abs(a), abs(b)) * 2


def _sign(second: Token) -> int:
    """Minus for what is taken away: 年初预算合计2389万元，年中调减300万元，全年2089万元."""
    return -1 if second.role == "change" and second.direction < 0 else 1


_BUDGET = (
    re.compile(r"年初|原(?:来|先)?(?:下达|批复|安排|核定)?(?:的|年度)?预算"),
    re.compile(r"追加|调[增减]|核[增减]|压减|调整(?!后|预算)|增加"),
    re.compile(r"全年预算|年[终末]预算|调整后|调整预算|预算总额|变动后"),
)
_CHAINS = (
    _BUDGET,
    (
        re.compile(r"合同|概算|预算价|中标|招标"),
        re.compile(r"变更|增加|追加|签证|增补"),
        re.compile(r"(?:送审|报审)(?:结算)?(?:总额|总价|造价|金额|价|额)?(?:为|共)?\s*$|结算价"),
    ),
    (re.compile(r"结余"), re.compile(r"上年结(?:余|转)"), re.compile(r"滚存|累计结余")),
)
"""Leads of three amounts of which the third is by its name the sum of the other two."""


def _follows(first: Token, second: Token, third: Token) -> bool:
    return (
        any(
            a.search(first.lead[-16:]) and b.search(second.lead[-16:]) and c.search(third.lead[-16:])
            for a, b, c in _CHAINS
        )
        and first.unit.word == second.unit.word == third.unit.word
    )


def _explained(total: Token, first: Token, change: Token, text: str) -> bool:
    """Whether brackets behind a budget tell what it was and what came to it, and nothing else."""
    was, came, _ = _BUDGET
    return (
        total.role in ("plan", "initial")
        and first.depth == change.depth == total.depth + 1
        and first.lead.lstrip().startswith("(")
        and text[change.end : change.end + 1] == ")"
        and was.search(first.lead) is not None
        and came.search(change.lead) is not None
        and total.unit.word == first.unit.word == change.unit.word
    )
