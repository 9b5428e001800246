"""What was planned or sent in for review, what it came to, what that saved and its rate, by their names.

采购预算A，成交B，节约C，占预算的p%; 送审造价由A审减至B，核减C（p%）: the words say which amount is which, in
whatever order a clause tells them. A figure whose part two figures of a clause could play plays none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.naming import names_of
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import rate_of, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_SAVED_WORDS = "节约|节省|节支|节资|审减|核减|扣减"
_TELLS = re.compile(_SAVED_WORDS)
_IS = r"(?:为|是|达到?|共|约|计|合计|共计|有|了)*$"
_PRICE = r"(?:总|结算|采购|合同|财政|政府|工程|建设|性|资金|金额|数额|额|数|造价|价款|价|款|投资|规模|支出)*"
_PLANNED = re.compile(rf"(?:预算|计划|控制价|概算|标底){_PRICE}(?:由|从)?{_IS}")
_SENT = re.compile(rf"(?:送审|报审|(?:申报|上报|报送)[\u4e00-\u9fff]{{0,6}}?){_PRICE}(?:由|从)?{_IS}")
_AFTER = re.compile(
    rf"(?:成交|中标|采购|实际|支付|审定|核定|定案)(?:采购|支付)?{_PRICE}(?:[降减压核][低少减缩定]?(?:至|到|为))?{_IS}"
)
_CUT = re.compile(
    rf"^(?!.*(?:累计|全年|历年|以来)).*(?:(?:{_SAVED_WORDS}){_PRICE}{_IS}|两者(?:相差|之差|差额)(?:的|为|是|:)*$)"
)
_CONTRACT = re.compile(rf"合同(?:内|总)?{_PRICE}{_IS}")
_EXTRA = re.compile(rf"(?:变更|签证|合同外|增加)(?:增加|签证|工程量?|部分|内容)*{_PRICE}{_IS}")
_FROM = re.compile(r"[由从][^由从]{0,6}$")
_TO = re.compile(
    r"^[^至到为]{0,4}?(?:下?降|减|压减|压缩|审减|核减|核定|审定)[低少]?(?:至|到|为)[^至到]{0,4}$"
)
_RATE = re.compile(
    rf"(?:{_SAVED_WORDS})(?:[^占]{{0,4}}(?:率|比例|幅度)"
    r"|(?:资金|金额|数额|额|数)?占[^占]{0,6}(?:预算|计划|控制价|概算|标底|送审|报审)[^占]{0,4})"
    rf"{_IS}"
)
_OF_BEFORE = re.compile(
    r"(?:占|为|是|相当于)[^占]{0,6}(?:预算|计划|控制价|概算|标底|送审|报审)[^占]{0,4}(?:的(?:比例|比重)?)?(?:为|是|达)*$"
)
_EQUALS, _LESS = re.compile(r"(?:仅|只)?(?:为|是|相当于)"), re.compile(r"^[^占]*(?:比|较)[^占]*(?:预算|计划)")
"""比预算节约A，为预算的p%: what is of the plan is what was spent, not what was less."""
_OF_SPENT = re.compile(r"^[\s，,、]*(?:仅|只)?(?:为|是|相当于)[^占]{0,4}(?:预算|计划)")
"""预算A，决算B，节约C，为预算的p%: of what was spent as well; no saving where it does not hold as one."""
_LEADS_TO_BEFORE = re.compile(r"^(?:占|为|是|相当于)")
_OF_IT = re.compile(r"的(?:比例|比重)?(?:为|是|达)*$")
_STOP, _PAUSE = re.compile(r"[。！？]"), re.compile(r"[;；]")
_ROLES = ("before", "planned", "after", "cut", "rate", "contract", "extra", "count")
_FEWEST = 2


@dataclass(slots=True)
class Reduction:
    """The figures of one purchase or review; ``told`` maps a part that exactly one figure plays to it.

    It is empty for a clause that tells figures and no saving.
    """

    told: dict[str, Token] = field(default_factory=dict)
    sentence: int = 0


@once
def reductions(reading: Reading) -> list[list[Reduction]]:
    """Those of each paragraph that tells any, in reading order."""
    found = [list(_of_paragraph(p)) for p in reading.paragraphs if _TELLS.search(p.text)]
    return [told for told in found if any(one.told for one in told)]


@once
def reduced_rates(reading: Reading) -> dict[int, Relation]:
    """The rates of what was saved of what was planned, by the index of the rate."""
    found: dict[int, Relation] = {}
    for one in (one for told in reductions(reading) for one in told if one.told.keys() >= {"rate", "cut"}):
        made = _rate(one)
        if made is not None and (decide(made).holds or not _OF_SPENT.match(one.told["rate"].lead)):
            found[made.stated.index] = made
    return found


@once
def named_savings(reading: Reading) -> dict[int, Relation]:
    """What was saved of a plan and a price that names tell, as a difference; by the index of the saving."""
    found: dict[int, Relation] = {}
    for one in (one for told in reductions(reading) for one in told):
        if one.told.keys() >= {"before", "after", "cut"}:
            operands = [(one.told["before"], "plan"), (one.told["after"], "paid")]
            found[one.told["cut"].index] = relation("difference", "difference", one.told["cut"], operands)
    return found


def _rate(one: Reduction) -> Relation | None:
    """Of what was planned; where that is not told, of what was paid and saved together."""
    rate, cut = one.told["rate"], one.told["cut"]
    if "before" in one.told:
        return rate_of(rate, cut, one.told["before"])
    if "after" in one.told:
        return relation("rate", "saving_rate", rate, [(cut, "saved"), (one.told["after"], "paid")])
    return None


def _of_paragraph(paragraph: Paragraph) -> Iterator[Reduction]:
    names = names_of(paragraph)
    last: dict[str, Token] = {}
    for segment in _segments(paragraph.tokens, names):
        parts = _parts(segment)
        planned_only = "before" in last and not last.keys() & {"after", "cut", "rate"}
        if "cut" in parts and "before" not in parts and planned_only and not _tells_another(segment, parts):
            parts["before"] = last["before"]  # 采购预算A。实际采购B，节约C
        last = parts
        told = "cut" in parts and len(parts) >= _FEWEST
        yield Reduction(parts if told else {}, segment[0][0].sentence)


def _tells_another(segment: Sequence[tuple[Token, str]], parts: dict[str, Token]) -> bool:
    """Whether an amount without a part stands before what is told of it: the saving may be of that one."""
    first = min(token.start for token in parts.values())
    return any(token.unit.kind == "yuan" and token.start < first for token, _ in segment)


def _segments(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[list[tuple[Token, str]]]:
    """Clauses between full stops, and between semicolons once a saving was told: 送审A；经审核，审减C."""
    segment: list[tuple[Token, str]] = []
    for token, name in zip(tokens, names, strict=True):
        stops = _STOP.search(token.lead) is not None
        if segment and (stops or (_PAUSE.search(token.lead) and any(_CUT.search(n) for _, n in segment))):
            yield segment
            segment = []
        segment.append((token, name))
    if segment:
        yield segment


def _parts(segment: Sequence[tuple[Token, str]]) -> dict[str, Token]:
    told: dict[str, list[Token]] = {role: [] for role in _ROLES}
    leading = [_FROM.search(name) is not None for _, name in segment]
    amounts = [at for at, (token, _) in enumerate(segment) if token.unit.kind == "yuan"]
    roles: dict[int, str] = {}
    for at in amounts:
        roles[at] = _role_of(segment[at][1])
    for at, following in pairwise(amounts):
        if leading[at] and _TO.search(segment[following][1]):
            roles[at], roles[following] = "before", "after"
    for at, (token, name) in enumerate(segment):
        if token.approximate:
            continue
        if token.unit.kind == "count":
            told["count"].append(token)
        elif token.unit.kind == "percent" and _is_rate(segment, roles, at, name):
            told["rate"].append(token)
        elif roles.get(at):
            told[roles[at]].append(token)
    if not told["before"] and not told["after"] and not told["extra"]:
        told["after"], told["contract"] = told["contract"], []  # 预算A，合同B，节约C: what was bought for
    if told["before"]:
        told["contract"] += told["planned"]  # 概算A，增加B，送审C: C is what is reviewed
    else:
        told["before"] = told["planned"]
    if len(told["before"]) > 1:
        told["after"] = []  # of what the rate is does not follow
    return {role: tokens[0] for role, tokens in told.items() if len(tokens) == 1 and role != "planned"}


def _role_of(name: str) -> str:
    """What an amount is by its name; "" for anything else."""
    patterns = (
        (_CUT, "cut"),
        (_SENT, "before"),
        (_PLANNED, "planned"),
        (_AFTER, "after"),
        (_EXTRA, "extra"),
        (_CONTRACT, "contract"),
    )
    return next((role for pattern, role in patterns if pattern.search(name)), "")


def _is_rate(segment: Sequence[tuple[Token, str]], roles: dict[int, str], at: int, name: str) -> bool:
    """Whether a percentage is the rate of what was saved: by its name, or told right behind the saving."""
    if _RATE.search(name):
        return True
    amounts = [i for i in roles if i < at]
    if not amounts:
        return False
    last = amounts[-1]
    before_it = roles[amounts[-2]] if len(amounts) > 1 else ""
    if _OF_BEFORE.search(name):
        return roles[last] == "cut" and not (_EQUALS.match(name) and _LESS.search(segment[last][1]))
    if last != at - 1:
        return False
    if not name and segment[at][0].lead.strip() in ("(", "，(", ",("):
        return roles[last] == "cut"
    told = roles[last] in ("before", "planned") and _LEADS_TO_BEFORE.search(segment[last][1]) is not None
    return told and before_it == "cut" and _OF_IT.fullmatch(name) is not None
