"""What a text says is left of an item whose plan and outturn stand elsewhere: 甲项目…，结转112.37万元.

The words say that something is left (结转, 未支付, 仍有…结转下年); the name before it, in its clause or its
sentence, is that of a row of a table or of an item of a list; without a name it is what the total row leaves.
Of a year's end more may be left than the year itself leaves: only one slip of the pen is told as wrong.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.planned import Planned, planned_things
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.digits import printed_digits
from jixiao.core.quantity import Quantity

_LEFT = re.compile(
    r"结转|结余|节余|剩余|剩|未支付|未执行|未使用|未用|未拨付|未支出|应付未付|尚余|沉淀|欠付|未完成支付|缺口|"
    r"少到位|未到位|欠到位|节约|尾款|质保金"
)
_LEFT_BEHIND = re.compile(
    r"^[^，,。；;\d]{0,8}(?:结转|结余|未使用|未支付|未执行|未拨付|未支出|未到位|剩余|尚未|尾款|质保金)"
)
_NOT_OF_ROW = re.compile(r"上年|年初|累计|滚存|历年")
_DONE = re.compile(r"(?<!未)(?:执行|支出|支付|完成|使用|预算|到位|安排|下达|拨付)[数额](?:为|是|:)*\s*$")
"""尾款资金，执行数60.00万元: what was done is not left, whatever the item is called."""
_PAUSE = re.compile(r"[，,、；;。:()]")
_SENTENCE, _CLAUSE = re.compile(r"[。；;]"), re.compile(r"[，,。；;:]")
_ENDS = re.compile(r"(?:专项|补助|配套|项目)?(?:资金|经费|补助|配套|支出|项目|专项)?$")
_NOT_NAME = re.compile(
    r"[^\u4e00-\u9fff]|分别|其中|为|是|和|与|的|较|比|预算|全部|全年|年末|仍有|尚有|还有|共|资金|经费|项目"
)
_SHARED = re.compile(r"(?P<names>[^，,。；;：:()]+)分别(?P<verb>[^，,。；;：:、()\d]{1,10})$")
_JOINT = re.compile(r"[、和与及]")
_BEGINS = re.compile(r"(?:^|[^\u4e00-\u9fff]|其中|[和与及的系是为对因])$")
_STOPS = re.compile(
    r"项目|资金|经费|工程|专项|补助|支出|分别|结|剩|未|尚|仍|节|年末|[^\u4e00-\u9fff]|[和与及]|$"
)
"""What may stand before the part of a name and behind it, so that it is no part of another name."""
_LEAST_DIGITS, _SHORTEST = 3, 2
_LONG_NAME = 4


class _Things:
    """Things by the beginnings of their names, and of what ends them, so that few are compared with words."""

    def __init__(self, things: Sequence[Planned]) -> None:
        self.all = things
        self._at: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, thing in enumerate(things):
            core = _ENDS.sub("", thing.name)
            if not thing.is_total and len(core) >= _SHORTEST:
                for start in {core[:_SHORTEST], core[-_LONG_NAME:][:_SHORTEST]}:
                    self._at[start].append((number, core))

    def named(self, words: str) -> list[Planned]:
        """The things that words name last; of names within one another the longest."""
        starts = {words[at : at + _SHORTEST] for at in range(len(words) - _SHORTEST + 1)}
        found: list[tuple[int, int, int]] = []
        for number, core in sorted({one for start in starts for one in self._at.get(start, ())}):
            at, size = words.rfind(core), len(core)
            if at < 0 and len(core) > _LONG_NAME:
                at, size = _in_part(words, core)
            if at >= 0:
                found.append((at, size, number))
        last = max(found, default=(0, 0, 0))[:2]
        return [self.all[number] for at, size, number in found if (at, size) == last]


def left_of_rows(reading: Reading) -> Iterator[Relation]:
    """Each figure of the text that is what a plan and an outturn leave, or one slip from it."""
    things = planned_things(reading)
    if not things:
        return
    for thing in things:
        yield from _in_row(thing)
    known = _Things(things)
    for paragraph in reading.paragraphs:
        if _LEFT.search(paragraph.text) is None:
            continue
        names = {token.index: name for token, name in _shared_out(paragraph)}
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and printed_digits(token.number) >= _LEAST_DIGITS:
                yield from _of_token(paragraph, token, names.get(token.index, ""), known)


def _of_token(paragraph: Paragraph, token: Token, name: str, things: _Things) -> Iterator[Relation]:
    sentence = _SENTENCE.split(paragraph.text[: token.start])[-1]
    clause = _PAUSE.split(sentence)[-1]
    behind = _LEFT_BEHIND.match(paragraph.text[token.end : token.end + 16])
    if _NOT_OF_ROW.search(clause) or _DONE.search(clause) or not (_LEFT.search(sentence) or behind):
        return
    named = things.named(name) or things.named(clause) or things.named(sentence)
    if not named and not _NOT_NAME.sub("", _LEFT.sub("", clause)):
        named = [thing for thing in things.all if thing.is_total]
    if not named:  # 合同尾款…待支付, in the item that tells its own plan and outturn
        named = [
            thing
            for thing in things.all
            if thing.row is None and thing.pairs[0][0].place.block == token.block.index
        ]
        named = named if len(named) == 1 else []
    told = _LEFT.search(_CLAUSE.split(sentence)[-1]) is not None
    for thing in named:
        if any(token.index == one.index for pair in thing.pairs for one in pair):
            continue
        for at, (plan, spent) in enumerate(thing.pairs):
            made = _difference(token.build(), plan, spent)
            if decide(made).holds or (len(named) == 1 and told and not at and near_miss(made)):
                yield made
                return


def _in_row(thing: Planned) -> Iterator[Relation]:
    """What the row of a table itself tells as left, where what was given stands in another table."""
    if thing.row is None or len(thing.pairs) > 1:
        return
    plan, spent = thing.pairs[0]
    if any(token.index == plan.index for token in thing.row.tokens.values()):
        return  # both stand in the row: its columns are known to each other
    for c, token in thing.row.tokens.items():
        head = thing.row.columns[c].header if c in thing.row.columns else ""
        told = token.unit.kind in ("yuan", "number") and not _NOT_OF_ROW.search(head)
        if told and _LEFT.search(head):
            made = _difference(quantity(token, plan.unit), plan, spent)
            if decide(made).holds or near_miss(made):
                yield made


def _difference(left: Quantity, plan: Quantity, spent: Quantity) -> Relation:
    """A table that tells no unit has that of what is left, a cell without one that of the cell beside."""
    unit = next((one.unit for one in (plan, spent, left) if one.unit.kind != "number"), left.unit)
    operands = tuple(
        Operand(quantity(one, unit if one.unit.kind == "number" else None), role)
        for one, role in ((plan, "plan"), (spent, "outturn"))
    )
    return Relation("difference", "difference", left, operands, "bound", (), "left")


def _shared_out(paragraph: Paragraph) -> Iterator[tuple[Token, str]]:
    """A和B分别结余17.45万元和14.11万元: the name of each figure."""
    for at, token in enumerate(paragraph.tokens):
        shared = _SHARED.search(token.lead)
        if shared is None or _LEFT.search(shared["verb"]) is None:
            continue
        names = _JOINT.split(shared["names"])
        figures = paragraph.tokens[at : at + len(names)]
        between = [paragraph.text[a.end : b.start].strip() for a, b in pairwise(figures)]
        if 1 < len(names) == len(figures) and all(words in ("和", "、", "与", "及") for words in between):
            yield from zip(figures, names, strict=True)


def _in_part(words: str, core: str) -> tuple[int, int]:
    """The end or the beginning of a name, told as a name: 灌区渠系清淤及维修 is told as 灌区渠系清淤."""
    for size in range(len(core) - 1, _LONG_NAME - 1, -1):
        at = words.rfind(core[-size:])
        if at >= 0 and _BEGINS.search(words[:at]):
            return at, size
        at = words.rfind(core[:size])
        if at >= 0 and _BEGINS.search(words[:at]) and _STOPS.match(words[at + size :]):
            return at, size
    return -1, 0
