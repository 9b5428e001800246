"""Numbers in running text: found, freed of dates, codes and marks, with unit and modifiers.

Works on plain text (see ``script``), whose offsets are those of the source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.claims.reading.units import CLASSIFIERS, NUMBER, SCORE, STRUCTURE, WORDS, unit_of
from jixiao.core.document import Block, Cell
from jixiao.core.quantity import Quantity, Unit

_FIGURE = r"\d(?:\d{0,2}(?:,\d{3})+(?![\d])|\d*)(?:\.\d+)?"
"""It begins with a plain digit, so that all other signs are passed over fast."""
_AMOUNT_WORDS = "为达额计款付出入共加少数金"
_SPACED = (
    rf"(?:\d{{1,3}}(?:\x20\d{{3}}){{2,}}|(?<=[{_AMOUNT_WORDS}])\d{{1,3}}\x20\d{{3}}"
    r"|(?<![\d,]|[、别])(?<!别为)(?<!别是)\d{1,3}(?:,\d{3})*,\x20\d{3}(?:,\d{3})*)"
    r"(?:\.\d+)?(?=\s?[万亿]?元)"
)
"""Thousands set apart by blanks: 1 129 236万元; one blank only behind a word that leads to an amount.

Or once by a comma and a blank (1,421, 486万元), unless 分别 leads to two figures.
"""
_BLANKS = re.compile(r"\d,?\x20\d{3}[\d.,\s]*[万亿]?元")


def _numbers(figure: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<figure>{figure})(?:(?<=\.\d\d)(?=,\d+\.\d\d(?!\d*[.,]\d))|(?![\d]*[.,]\d))(?P<plus>\s?多|\s?余|\s?几)?(?P<gap>\s{{0,2}})(?P<unit>{WORDS})?(?P<after>余(?!额)|多(?!\s?\d|[出收支增付用交缴完拨]))?"
    )


_NUMBER = _numbers(_FIGURE)
_SPACED_NUMBER = _numbers(f"{_SPACED}|{_FIGURE}")
_SIGN = re.compile(r"(?<![\dA-Za-z)%.])-")
_NOT_QUANTITIES = re.compile(
    r"""
      (?=[0-9第前列届图表附专案注A-Za-z〔\[(“"‘'])(?:  # what can begin one: other signs are passed over fast
      (?:19|20)\d\d(?:
          \s?(?:年度?)?\s?(?:[-至到—、和及]|——)\s?(?:19|20)?\d\d\s?年(?:度|末|底|初)?  # years
        | [-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d)  # 2023.12.31, 2023-12-31
        | \s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?
          (?:\s?[-至到—]{1,2}\s?(?:\d{1,2}\s?月)?\s?\d{1,2}\s?[月日])?
        | 〕?\d*号
      )
    | (?<![\d.])(?:
          \d{1,2}\s?(?:[-至到—]{1,2}|—)\s?\d{1,2}\s?月份?  # 1-5月
        | (?:1[0-2]|[1-9])\s?月(?:\s?(?:3[01]|[12]?\d)\s?日|份|底|末|初|(?=[,，、。]))
        | \d+\s?号(?!线)
        | \d+\+\d+(?:\+\d+)*(?![\d.]*[万亿元%])
        | \d+(?:\.\d+)?(?:\s?:\s?\d+(?:\.\d+)?)+(?![\d.]*[万亿元%])  # 3:2, 1:1.5, 10:30
        | \d{1,2}[时点]\d{1,2}分  # 9时30分
        | \d{1,2}\.(?:19|20)\d\d\s?年(?!\d)  # 2.2024年…: a mark before a year
      )
    | (?<!\d)(?:
          \d{2,4}-\d{2,4}-\d{2,}(?:-\d+)*
        | (?:0\d{2,3}-\d{7,8}|1[3-9]\d{9})(?!\d)
        | \d{15,}(?!\d)
      )
    | (?:第|前|列(?!\s?\d[\d,.]*\s?[万亿]*元)|届)  # 位列3, but 计列3万元
      \s?\d+\s?(?:位|名|届|次|期|批|条|款|号|季度|部分|章|节|个)?(?!\d)
    | [〔\[(]\s?(?:19|20)\d\d\s?[〕\])]\s?第?\s?\d+\s?号?
    | (?:图|(?<!代)表|附件|附表|专栏|案例|注)\s?\d{1,2}(?![\d.]*[万亿元%])
    | [A-Za-z][A-Za-z0-9]*[-_.]?\d[\dA-Za-z\-_.]*
    | \d++(?!(?:(?:km|hm|ha|kg|kW|MW|mm|cm|m|t)[²³]?|hm2)(?![\dA-Za-z]))
      [A-Za-z]+[\dA-Za-z]*(?![\u4e00-\u9fff]元)
    | \d++\s?[•·]\s?\d+
    | (?<=十[一二三四五])\d+
    | [“"‘']\d+(?:[+.]\d+)*[”"’'](?=[\u4e00-\u9fff])
    | (?<![\d.,])(?!\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d]|[.,]\d))
      (?!\d+\.\d+,\d+\.\d+)\d+(?:[.,]\d+){2,}(?!\d)  # damaged figures
      )
    """,
    re.VERBOSE,
)
_STRUCTURE = re.compile(r"\d\d*(?:\.\d+)?(?:\s?:\s?\d+(?:\.\d+)?)+")
_OF_ONE = re.compile(r"比[^，,。；;]{0,16}(?<!\d)1\s?:\s?$")
_ONE_LEAD = 24
_COUNTED = re.compile(r"\d\s?[人名位张]")
"""People or beds, whose ratio the text may tell with them; elsewhere 1:1.5 is no figure."""
ONE_TO = re.compile(
    r"(?:比例?|之比|配比)(?:约为|约|为|是|达到|达|\([^()]{2,12}\))*\s?(?P<one>1)\s?:\s?(?P<other>\d+(?:\.\d+)?)(?![\d:.])"
)
"""师生比为1:12.56: how many of the other there are for one, where the text counts them."""
_BEHIND_COLON = re.compile(r":\s?\d")
_STRUCTURE_CUE = re.compile(r"(?:比重|结构|构成|比例|占比|之比|比|呈|(?:调整|优化)[为到至])[^，。；]{0,8}$")
_THREE = 3
STRUCTURE_SLACK = 10
"""A structure with a wrong member misses 100; figures of another kind miss it by more."""
_INLINE_MARK = re.compile(
    r"[(\d](?<![^。；;：:，,、\s(].)(?:(?<=\()\d{1,2}\)|(?<=\d)\d?(?:\)|[.、](?!\d)))", re.DOTALL
)
"""A mark after a pause. The pattern begins with its first sign, so that all others are passed over fast."""
_BEFORE_APPROXIMATE = re.compile(
    r"(?:约(?<![节签契合预违履]约)(?:为)?|近|大概|接近|将近|超过?|(?<=[\u4e00-\u9fff，,。])(?<![经通超渡不])过|逾|突破|不足|不到|不低于|不少于|不超过|不高于|至少|最多|(?<![\d分元%)人])以上|高于|低于|多于|少于|大于|小于|上限|累计超|上下|达到?约)\s?$"
)
_AFTER_APPROXIMATE = re.compile(r"\s?(?:左右|以上|以下|以内|上下|余元|多元|以外|之多|余万|不等|及以上)")
_COMPARATOR = re.compile(
    r"(≥|≤|>=|<=|>|<|=|不低于|不少于|不超过|不高于|不大于|不小于|大于|小于|超过|低于|高于)\s?$"
)
_LAST_SIGNS = frozenset("约为近概超过逾破足到于少多上限下≥≤=><")
"""The last sign of every word of the two patterns: behind any other they need not be searched for."""
_SIGNS = {
    ">=": "≥",
    "<=": "≤",
    "不低于": "≥",
    "不少于": "≥",
    "不小于": "≥",
    "不超过": "≤",
    "不高于": "≤",
    "不大于": "≤",
    "大于": ">",
    "超过": ">",
    "高于": ">",
    "小于": "<",
    "低于": "<",
}
_OF_DATES = ("年", "月", "日")
_SCALES = ("万", "亿")
_THINGS = re.compile(rf"[余多](?P<things>{CLASSIFIERS})")
"""What is counted behind 万余: 31.2万余名 are people and no yuan."""
_VERB_NOT_BOUND = re.compile(r"(?:预算|序时进度|全省|全市|平均|同期|上年|去年|目标)[^，。]{0,6}$")


@dataclass(slots=True)
class Token:
    """A number being read; becomes a Quantity once its unit and prevailing precision are known."""

    start: int
    end: int
    figure_end: int
    number: Decimal
    decimals: int
    unit: Unit
    approximate: bool
    comparator: str
    grouped: bool
    block: Block
    cell: Cell | None
    index: int = -1
    prevailing: int = 0
    declared: bool = False
    """The unit was taken from a header, a unit line or a neighbour."""
    quantity: Quantity | None = field(default=None, repr=False)
    role: str = ""
    direction: int = 0
    lead: str = ""
    sentence: int = 0
    depth: int = 0

    @property
    def value(self) -> Decimal:
        """The number in base units: yuan, persons, things."""
        return self.number * self.unit.scale

    def build(self) -> Quantity:
        """The finished quantity."""
        if self.quantity is None:
            source = self.cell.text if self.cell is not None else self.block.text
            self.quantity = Quantity(
                self.index,
                source[self.start : self.end],
                self.number,
                self.decimals,
                self.unit,
                self.block.place(self.start, self.end, self.cell),
                max(self.prevailing, self.decimals),
                self.approximate,
                self.comparator,
                self.start,
                self.end,
            )
        return self.quantity


def find_tokens(text: str, block: Block, cell: Cell | None = None, *, skip: int = 0) -> list[Token]:
    """The numbers of a plain text from offset ``skip`` on (where its number mark ends), in order."""
    barred = bytearray(len(text) + 1)
    structured = bytearray(len(text) + 1)
    for begin, stop in _structures(text) if _BEHIND_COLON.search(text) else ():
        structured[begin:stop] = b"\x01" * (stop - begin)
    for span in _NOT_QUANTITIES.finditer(text):
        if structured[span.start()]:
            continue
        barred[span.start() : span.end()] = b"\x01" * (span.end() - span.start())
    for span in ONE_TO.finditer(text) if _BEHIND_COLON.search(text) and _COUNTED.search(text) else ():
        barred[span.start("other") : span.end("other")] = bytes(span.end("other") - span.start("other"))
    for span in _INLINE_MARK.finditer(text):
        barred[span.start() : span.end()] = b"\x01" * (span.end() - span.start())
    tokens: list[Token] = []
    lacking = False  # whether any figure has no unit of its own
    whole_cell = cell is not None
    numbers = _SPACED_NUMBER if " " in text and _BLANKS.search(text) else _NUMBER
    for found in numbers.finditer(text, skip):
        start, figure_end = found.span("figure")
        if barred[start] or (
            start > skip and text[start - 1] in ".·" and text[start - 2 : start - 1].isdigit()
        ):
            continue
        figure, plus, word, after = found.group("figure", "plus", "unit", "after")
        grouped = "," in figure or " " in figure
        sign = start > skip and text[start - 1] == "-" and _SIGN.match(text, start - 1)
        in_structure = bool(structured[start])
        if word in _OF_DATES and "." not in figure and (len(figure) == 4 or word != "年"):
            continue
        if not word and not whole_cell and not in_structure and not _bare_allowed(text, figure_end, figure):
            continue
        end = found.end("unit") if word else figure_end
        if word in _SCALES and (things := _THINGS.match(text, end)) is not None:
            word, end = word + things["things"], things.end()
        before = text[max(0, start - 7) : start - (1 if sign else 0)]
        led = before.rstrip()[-1:] in _LAST_SIGNS
        bound = _COMPARATOR.search(before) if led else None
        vague = bool(
            plus
            or after
            or _AFTER_APPROXIMATE.match(text, end)
            or (led and _BEFORE_APPROXIMATE.search(before))
        )
        comparator = _SIGNS.get(bound[1], bound[1]) if bound else ""
        number = Decimal(figure.replace(",", "").replace(" ", "") if grouped else figure)
        decimals = len(figure.partition(".")[2])
        if sign:
            start, number = start - 1, -number
        unit = STRUCTURE if in_structure and not word else unit_of(word or "")
        lacking = lacking or unit is NUMBER
        tokens.append(
            Token(start, end, figure_end, number, decimals, unit, vague, comparator, grouped, block, cell)
        )
    return _settled(text, tokens, whole_cell=whole_cell) if lacking else tokens


def _settled(text: str, tokens: list[Token], *, whole_cell: bool) -> list[Token]:
    """Figures without a unit given that of their neighbours; those that tell no quantity are left out."""
    for token in tokens:
        if token.unit is NUMBER and _POINTS.search(text, max(0, token.start - 8), token.start):
            token.unit, token.declared = SCORE, True
    _share_units(text, tokens)
    return [
        token
        for token in tokens
        if token.unit is not NUMBER
        or whole_cell
        or token.decimals
        or _after_verb(text, token)
        or _in_formula(text, token)
        or _OF_ONE.search(text, max(token.start - _ONE_LEAD, 0), token.start)
    ]


_CELL = re.compile(
    r"(?<![^\s|:])(?<!\d:)(?:\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\s?[年-])\d{1,9})(?:\.\d{1,6})?(?=[\s|]|$)"
)


def cell_tokens(text: str, block: Block, known: list[Token], *, skip: int = 0) -> list[Token]:
    """Figures between blanks or bars that are no tokens yet: the cells of a table that was lost."""
    taken = {token.start for token in known}
    return [
        Token(
            start=found.start(),
            end=found.end(),
            figure_end=found.end(),
            number=Decimal(found.group().replace(",", "")),
            decimals=len(found.group().partition(".")[2]),
            unit=NUMBER,
            approximate=False,
            comparator="",
            grouped="," in found.group(),
            block=block,
            cell=None,
        )
        for found in _CELL.finditer(text, skip)
        if found.start() not in taken
    ]


def _structures(text: str) -> Iterator[tuple[int, int]]:
    """Where shares are told as 12.4:45.8:41.8: about a hundred, or with decimals, unlike scores and hours."""
    for found in _STRUCTURE.finditer(text):
        members = [Decimal(member) for member in re.split(r"\s?:\s?", found.group())]
        before = text[max(0, found.start() - 14) : found.start()]
        alone = len(members) == _THREE and before.endswith("(") and text.startswith(")", found.end())
        whole = abs(sum(members, Decimal(-100))) <= STRUCTURE_SLACK
        shares = len(members) == _THREE and found.group().count(".") > 1  # one of them may be wrong
        if (whole or shares) and ((alone and whole) or _STRUCTURE_CUE.search(before)):
            yield found.span()


_VERB = re.compile(r"(?:为|是|达|达到|共|共计|合计|总计|[=:]|各是|占)\s?$")
_POINTS = re.compile(r"(?:得分|评分|总分|分值|满分|扣分)(?:合计|共计)?(?:为|是|:)?\s?$")
"""What is told before a figure that are points though their unit is left out: 自评得分96."""
_JOINER = re.compile(r"\s?(?:[、,，和及与]|以及)\s?(?:其中)?$")


def _share_units(text: str, tokens: list[Token]) -> None:
    """Figures joined by commas before one unit share it: 12.3、4.5和6.7亿元."""
    for left, right in zip(reversed(tokens[:-1]), reversed(tokens[1:]), strict=True):
        if left.unit is NUMBER and right.unit is not NUMBER:
            between = text[left.end : right.start]
            if between in (
                "、",
                ",",
                "，",
                "和",
                "及",
                "与",
                "以及",
                "/",
                "：",
                ":",
                "-",
                "至",
            ) or between.strip() in ("、", ",", "，", "和"):
                left.unit = right.unit
                left.declared = True


def _bare_allowed(text: str, end: int, figure: str) -> bool:
    """Whether a figure without unit in running text may be a quantity (its unit may be missing or shared)."""
    if text[: end - len(figure)].rstrip()[-1:] in ("/", "÷") and _DIVISOR.match(text, end):
        return True  # 940/1000×100%
    if text[end : end + 1].isalpha() and text[end : end + 1].isascii():
        return False
    following = text[end : end + 1]
    return "." in figure or following in "、,，和及与;；。)：:" or following == "" or following in "/至-"


_DIVIDED = re.compile(r"\s?[/÷]\s?\d[\d,.]*\s?\)?\s?[×*]\s?100")
_DIVISOR = re.compile(r"\s?\)?\s?[×*]\s?100")


def _in_formula(text: str, token: Token) -> bool:
    """Whether a figure is part of a quotient that is written out: (45/50)×100%."""
    if _DIVIDED.match(text, token.end):
        return True
    return text[: token.start].rstrip()[-1:] in ("/", "÷") and _DIVISOR.match(text, token.end) is not None


def _after_verb(text: str, token: Token) -> bool:
    return token.number >= 10 and _VERB.search(text[max(0, token.start - 4) : token.start]) is not None
